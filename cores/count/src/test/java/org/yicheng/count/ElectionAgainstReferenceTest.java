package org.yicheng.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yicheng.count.ElectionTerms.Winning;
import org.yicheng.count.Papers.PaperMark;
import org.yicheng.count.ReferenceElection.Answer;
import org.yicheng.count.ReferenceElection.Paper;

/** Twenty thousand random elections, fixed seeds: the fast count gives what the slow one gives. */
class ElectionAgainstReferenceTest {

    /** Among them a name beyond the basic plane, which sorts after 丙 by code point but before 豈 by UTF-16. */
    private static final List<String> NAMES = List.of("丙", "乙", "甲", "𬭼", "豈", "丁", "Zoë", "丁一");

    private static final Map<Character, PaperMark> MARKS =
            Map.of('Y', PaperMark.APPROVE, 'N', PaperMark.OPPOSE, 'A', PaperMark.ABSTAIN, 'X', PaperMark.ILLEGIBLE);

    @ParameterizedTest
    @ValueSource(longs = {20240126, 633, 582, 7})
    void countsAsTheTextSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            ReferenceElection reference = anElection(random);
            assertThat(fast(reference, random.nextBoolean()))
                    .as("seed %s, election %s", seed, i)
                    .isEqualTo(reference.count());
        }
    }

    private static ReferenceElection anElection(Random random) {
        ReferenceElection election = new ReferenceElection();
        election.candidates = NAMES.subList(0, 1 + random.nextInt(5));
        election.seats = 1 + random.nextInt(4);
        election.members = 1 + random.nextInt(30);
        election.present = Math.max(0, election.members - random.nextInt(1 + election.members / 2));
        int collected = Math.max(0, election.present - random.nextInt(3) + (random.nextInt(10) == 0 ? 2 : 0));
        election.issued = election.present;
        election.rule = WriteInRule.values()[random.nextInt(3)];
        election.eligible = random.nextBoolean() ? Optional.empty() : Optional.of(Set.of("丁", "Zoë", "甲"));
        election.plurality = random.nextInt(4) == 0;
        String likely = random.nextBoolean() ? "YYYYN" : "YNAXN";
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < collected; i++) {
            papers.add(aPaper(election, likely, random));
        }
        election.papers = papers;
        return election;
    }

    private static Paper aPaper(ReferenceElection election, String likely, Random random) {
        Map<String, Character> marks = new HashMap<>();
        int approvals = 0;
        for (String candidate : election.candidates) {
            char mark = likely.charAt(random.nextInt(likely.length()));
            // Mostly as voters are told: no more approvals than seats.
            if (mark == 'Y' && ++approvals > election.seats && random.nextInt(8) > 0) {
                mark = 'N';
            }
            if (random.nextInt(6) > 0) {
                marks.put(candidate, mark);
            }
        }
        List<String> written = new ArrayList<>();
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            written.add(NAMES.get(random.nextInt(NAMES.size())));
        }
        return new Paper(marks, written, random.nextInt(25) == 0);
    }

    private static Answer fast(ReferenceElection election, boolean grouped) {
        Papers.Builder builder = new Papers.Builder(election.candidates);
        Map<Paper, Integer> groups = new HashMap<>();
        election.papers.forEach(paper -> groups.merge(paper, 1, Integer::sum));
        if (grouped) {
            groups.forEach((paper, count) -> add(builder, paper, count));
        } else {
            election.papers.forEach(paper -> add(builder, paper, 1));
        }
        ElectionTerms terms = ElectionTerms.usual()
                .with(election.rule)
                .with(election.plurality ? Winning.PLURALITY : Winning.MAJORITY_ALL);
        ElectionTerms limited = election.eligible.map(terms::eligible).orElse(terms);
        Roll roll = new Roll(election.members, election.present);
        return answer(new Election(roll, election.seats, election.issued, builder.build(), limited).count());
    }

    private static void add(Papers.Builder builder, Paper paper, long count) {
        if (paper.unreadable()) {
            builder.addUnreadable(count);
            return;
        }
        Map<String, PaperMark> marks = new HashMap<>();
        paper.marks().forEach((name, mark) -> marks.put(name, MARKS.get(mark)));
        builder.add(count, marks, paper.written());
    }

    private static Answer answer(ElectionResult result) {
        return switch (result) {
            case ElectionResult.Void voided ->
                new Answer(
                        voided.reason().name(),
                        0,
                        0,
                        0,
                        0,
                        Map.of(),
                        0,
                        List.of(),
                        List.of(),
                        voided.unfilled(),
                        "REVOTE_ALL");
            case ElectionResult.Valid valid ->
                new Answer(
                        "VALID",
                        valid.account().valid(),
                        valid.account().invalid(),
                        valid.account().blank(),
                        valid.threshold(),
                        valid.approvals(),
                        valid.writeInsDisregarded(),
                        valid.elected(),
                        valid.tied(),
                        valid.unfilled(),
                        valid.next().name());
        };
    }
}
