package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranked methods held against slow readings of their rules, ballot by ballot; fixed seeds. */
class RankedAgainstReferenceTest {

    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F");

    private record Question(List<String> candidates, List<List<String>> ballots, int seats) {

        static Question random(Random random) {
            List<String> candidates = NAMES.subList(0, 2 + random.nextInt(5));
            List<List<String>> ballots = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                List<String> ranking = new ArrayList<>(candidates);
                Collections.shuffle(ranking, random);
                ballots.add(ranking.subList(0, random.nextInt(ranking.size() + 1)));
            }
            return new Question(candidates, ballots, 1 + random.nextInt(3));
        }

        RankedBallots each() {
            RankedBallots all = new RankedBallots(candidates);
            ballots.forEach(ballot -> all.add(1, ballot));
            return all;
        }

        /** The same ballots, equal ones together and in another order. */
        RankedBallots grouped() {
            Map<List<String>, Integer> groups = new HashMap<>();
            ballots.forEach(ballot -> groups.merge(ballot, 1, Integer::sum));
            RankedBallots all = new RankedBallots(candidates);
            groups.forEach((ballot, count) -> all.add(count, ballot));
            return all;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void transfersAsTheScottishRulesSay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            Question question = Question.random(random);
            RankedResult fast = TransferableVote.stv(question.each(), question.seats());
            SlowTransfer slow = new SlowTransfer(question.candidates(), question.ballots(), question.seats());
            slow.count();
            assertThat(fast.quota()).as("quota %s", question).isEqualTo(slow.quota.longValueExact());
            assertThat(decimals(fast)).as("stages %s", question).isEqualTo(slow.stages);
            assertThat(fast.winners()).as("winners %s", question).isEqualTo(slow.winners);
            assertThat(fast.tied()).as("tied %s", question).isEqualTo(slow.tied);
        }
    }

    private static List<Map<String, BigDecimal>> decimals(RankedResult result) {
        List<Map<String, BigDecimal>> stages = new ArrayList<>();
        for (Map<String, Long> stage : result.stages()) {
            Map<String, BigDecimal> map = new HashMap<>();
            stage.forEach((name, votes) -> map.put(name, BigDecimal.valueOf(votes, 5)));
            stages.add(map);
        }
        return stages;
    }

    @Test
    void groupingBallotsChangesNothing() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            Question question = Question.random(random);
            int seats = question.seats();
            assertThat(TransferableVote.irv(question.grouped()).stages())
                    .isEqualTo(TransferableVote.irv(question.each()).stages());
            assertThat(Schulze.count(question.grouped(), seats)).isEqualTo(Schulze.count(question.each(), seats));
            assertThat(Scored.borda(question.grouped(), seats)).isEqualTo(Scored.borda(question.each(), seats));
            assertThat(Scored.plurality(question.grouped(), seats)).isEqualTo(Scored.plurality(question.each(), seats));
        }
    }

    @Test
    void excludesTheLowestUntilSomebodyHasMoreThanHalf() {
        Random random = new Random(4);
        for (int i = 0; i < 1_500; i++) {
            Question question = Question.random(random);
            RankedResult fast = TransferableVote.irv(question.each());
            Set<String> left = new HashSet<>(question.candidates());
            for (int round = 0; round < fast.stages().size(); round++) {
                Map<String, Long> firsts = firsts(question.ballots(), left);
                assertThat(fast.stages().get(round))
                        .as("round %s of %s", round, question)
                        .isEqualTo(firsts);
                if (round + 1 < fast.stages().size()) {
                    Set<String> out = new HashSet<>(left);
                    out.removeAll(fast.stages().get(round + 1).keySet());
                    assertThat(out).hasSize(1);
                    assertThat(firsts.get(out.iterator().next())).isEqualTo(Collections.min(firsts.values()));
                    left.removeAll(out);
                }
            }
            Map<String, Long> last = firsts(question.ballots(), left);
            long half = last.values().stream().mapToLong(Long::longValue).sum();
            if (fast.winners().isEmpty()) {
                assertThat(fast.tied()).hasSizeGreaterThan(1);
            } else {
                long votes = last.get(fast.winners().getFirst());
                assertThat(votes * 2 > half || last.size() == 1)
                        .as("%s", question)
                        .isTrue();
            }
        }
    }

    private static Map<String, Long> firsts(List<List<String>> ballots, Set<String> left) {
        Map<String, Long> firsts = new HashMap<>();
        left.forEach(name -> firsts.put(name, 0L));
        for (List<String> ballot : ballots) {
            ballot.stream().filter(left::contains).findFirst().ifPresent(name -> firsts.merge(name, 1L, Long::sum));
        }
        return firsts;
    }

    /** Strongest paths by trying every path, winners by trying every order that respects them. */
    @Test
    void findsTheStrongestPaths() {
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            Question drawn = Question.random(random);
            List<String> candidates =
                    drawn.candidates().subList(0, Math.min(4, drawn.candidates().size()));
            List<List<String>> ballots = drawn.ballots().stream()
                    .map(ballot -> ballot.stream().filter(candidates::contains).toList())
                    .toList();
            Question question = new Question(candidates, ballots, 1 + random.nextInt(candidates.size()));
            RankedResult fast = Schulze.count(question.each(), question.seats());
            Set<String> always = new TreeSet<>(candidates);
            Set<String> sometimes = new TreeSet<>();
            for (List<String> order : orders(candidates, question)) {
                List<String> top = order.subList(0, question.seats());
                always.retainAll(top);
                sometimes.addAll(top);
            }
            sometimes.removeAll(always);
            assertThat(fast.winners()).as("%s", question).containsExactlyInAnyOrderElementsOf(always);
            assertThat(fast.tied()).as("%s", question).containsExactlyElementsOf(sometimes);
        }
    }

    private static List<List<String>> orders(List<String> candidates, Question question) {
        Map<String, Map<String, Long>> strength = new HashMap<>();
        for (String from : candidates) {
            strength.put(from, new HashMap<>());
            for (String to : candidates) {
                strength.get(from).put(to, from.equals(to) ? 0L : strongest(question, from, to, Set.of(from)));
            }
        }
        List<List<String>> all = new ArrayList<>();
        permute(candidates, List.of(), all);
        return all.stream()
                .filter(order -> {
                    for (int i = 0; i < order.size(); i++) {
                        for (int j = i + 1; j < order.size(); j++) {
                            String above = order.get(i);
                            String below = order.get(j);
                            if (strength.get(below).get(above)
                                    > strength.get(above).get(below)) {
                                return false;
                            }
                        }
                    }
                    return true;
                })
                .toList();
    }

    private static void permute(List<String> left, List<String> begun, List<List<String>> all) {
        if (left.isEmpty()) {
            all.add(begun);
        }
        for (String next : left) {
            List<String> rest = new ArrayList<>(left);
            rest.remove(next);
            List<String> longer = new ArrayList<>(begun);
            longer.add(next);
            permute(rest, longer, all);
        }
    }

    private static long strongest(Question question, String from, String to, Set<String> used) {
        long best = 0;
        for (String next : question.candidates()) {
            if (used.contains(next)) {
                continue;
            }
            long link = link(question, from, next);
            Set<String> longer = new HashSet<>(used);
            longer.add(next);
            best = Math.max(best, next.equals(to) ? link : Math.min(link, strongest(question, next, to, longer)));
        }
        return best;
    }

    /** Winning votes of a pair; 0 if it is not won. */
    private static long link(Question question, String a, String b) {
        long forA = question.ballots().stream()
                .filter(ballot -> prefers(ballot, a, b))
                .count();
        long forB = question.ballots().stream()
                .filter(ballot -> prefers(ballot, b, a))
                .count();
        return forA > forB ? forA : 0;
    }

    private static boolean prefers(List<String> ballot, String a, String b) {
        return ballot.contains(a) && (!ballot.contains(b) || ballot.indexOf(a) < ballot.indexOf(b));
    }

    @Test
    void refusesBallotsThatCannotBe() {
        RankedBallots ballots = new RankedBallots(NAMES);
        assertThatIllegalArgumentException().isThrownBy(() -> ballots.add(1, List.of("A", "A")));
        assertThatIllegalArgumentException().isThrownBy(() -> ballots.add(1, List.of("G")));
        assertThatIllegalArgumentException().isThrownBy(() -> ballots.add(-1, List.of("A")));
        assertThatIllegalArgumentException().isThrownBy(() -> new RankedBallots(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RankedBallots(List.of("A", "A")));
        ballots.add(7, List.of());
        assertThat(ballots.total()).isEqualTo(7);
        assertThat(ballots.ranked()).isZero();
    }

    /** The Scottish rules with decimals, one ballot at a time. */
    private static final class SlowTransfer {
        final List<String> candidates;
        final List<List<String>> ballots;
        final int seats;
        final BigDecimal quota;
        final List<Map<String, BigDecimal>> stages = new ArrayList<>();
        final List<String> winners = new ArrayList<>();
        List<String> tied = List.of();

        private final Set<String> out = new HashSet<>();
        private final Set<String> waiting = new TreeSet<>();
        private final Map<Integer, String> holder = new LinkedHashMap<>();
        private final Map<Integer, BigDecimal> worth = new HashMap<>();
        private final Map<String, BigDecimal> kept = new HashMap<>();

        SlowTransfer(List<String> candidates, List<List<String>> ballots, int seats) {
            this.candidates = candidates;
            this.ballots = ballots.stream().filter(ballot -> !ballot.isEmpty()).toList();
            this.seats = seats;
            quota = BigDecimal.valueOf(this.ballots.size() / (seats + 1) + 1L);
        }

        void count() {
            for (int i = 0; i < ballots.size(); i++) {
                holder.put(i, ballots.get(i).getFirst());
                worth.put(i, BigDecimal.ONE.setScale(5));
            }
            note();
            while (true) {
                List<String> continuing = continuing();
                List<String> reached = new ArrayList<>(continuing.stream()
                        .filter(c -> votes(c).compareTo(quota) >= 0)
                        .toList());
                reached.sort(
                        (a, b) -> votes(b).compareTo(votes(a)) != 0 ? votes(b).compareTo(votes(a)) : a.compareTo(b));
                for (String name : reached) {
                    winners.add(name);
                    if (votes(name).compareTo(quota) > 0) {
                        waiting.add(name);
                    }
                }
                continuing = continuing();
                if (winners.size() >= seats) {
                    return;
                }
                if (continuing.size() <= seats - winners.size()) {
                    List<String> rest = new ArrayList<>(continuing);
                    rest.sort((a, b) ->
                            votes(b).compareTo(votes(a)) != 0 ? votes(b).compareTo(votes(a)) : a.compareTo(b));
                    winners.addAll(rest);
                    return;
                }
                boolean surplus = !waiting.isEmpty();
                String next = pick(surplus ? new ArrayList<>(waiting) : continuing, surplus);
                if (next.isEmpty()) {
                    return;
                }
                move(next, surplus);
                note();
            }
        }

        private void move(String name, boolean surplus) {
            BigDecimal total = votes(name);
            BigDecimal over = total.subtract(quota);
            List<Integer> mine = holder.keySet().stream()
                    .filter(i -> name.equals(holder.get(i)))
                    .toList();
            if (surplus) {
                waiting.remove(name);
                kept.put(name, quota.setScale(5));
            } else {
                out.add(name);
            }
            List<String> open = continuing();
            for (int ballot : mine) {
                List<String> ranking = ballots.get(ballot);
                String to = ranking.subList(ranking.indexOf(name) + 1, ranking.size()).stream()
                        .filter(open::contains)
                        .findFirst()
                        .orElse("");
                holder.put(ballot, to);
                if (surplus) {
                    worth.put(ballot, over.multiply(worth.get(ballot)).divide(total, 5, RoundingMode.DOWN));
                }
            }
        }

        /** The one with most (or fewest) votes now, else at the last stage where they differed; "" if never. */
        private String pick(List<String> among, boolean most) {
            List<String> left = among;
            for (int stage = stages.size() - 1; stage >= 0 && left.size() > 1; stage--) {
                Map<String, BigDecimal> then = stages.get(stage);
                BigDecimal mark = most
                        ? left.stream()
                                .map(then::get)
                                .max(BigDecimal::compareTo)
                                .orElseThrow()
                        : left.stream()
                                .map(then::get)
                                .min(BigDecimal::compareTo)
                                .orElseThrow();
                left = left.stream()
                        .filter(c -> then.get(c).compareTo(mark) == 0)
                        .toList();
            }
            if (left.size() == 1) {
                return left.getFirst();
            }
            tied = left.stream().sorted().toList();
            return "";
        }

        private List<String> continuing() {
            return candidates.stream()
                    .filter(c -> !out.contains(c) && !winners.contains(c))
                    .toList();
        }

        private BigDecimal votes(String name) {
            if (kept.containsKey(name)) {
                return kept.get(name);
            }
            return holder.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(name))
                    .map(entry -> worth.get(entry.getKey()))
                    .reduce(BigDecimal.ZERO.setScale(5), BigDecimal::add);
        }

        private void note() {
            Map<String, BigDecimal> stage = new HashMap<>();
            candidates.stream().filter(c -> !out.contains(c)).forEach(c -> stage.put(c, votes(c)));
            stages.add(stage);
        }
    }
}
