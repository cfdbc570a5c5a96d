package org.yicheng.count;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counting by transfer of votes: instant run-off for one seat, and the single transferable vote after the Scottish
 * Local Government Elections Order 2007 (rules 46-52): quota {@code floor(V/(S+1))+1}, transfer value
 * {@code surplus × value ÷ total} cut at five decimals. Whole numbers of 1/100,000 vote throughout.
 *
 * <p>Ties, whom to exclude or whose surplus goes first, are decided by the last stage at which they differed; if they
 * never did, the count stops and names them: the chair decides by a recorded act, never the program.
 */
public final class TransferableVote {

    private static final long SCALE = 100_000;

    private enum Standing {
        CONTINUING,
        ELECTED,
        EXCLUDED
    }

    /** Ballots that lie with a candidate: the same ballot entry, how far it was read, what each is worth. */
    private record Parcel(int ballot, int place, long value) {}

    private final RankedBallots ballots;
    private final int seats;
    private final boolean surplusTransfers;
    private final Standing[] standing;
    private final List<List<Parcel>> piles = new ArrayList<>();
    private final long[] votes;
    private final List<long[]> history = new ArrayList<>();
    private final List<Map<String, Long>> stages = new ArrayList<>();
    private final List<String> winners = new ArrayList<>();
    private final List<Integer> surpluses = new ArrayList<>();
    private List<String> tied = List.of();

    private TransferableVote(RankedBallots ballots, int seats, boolean surplusTransfers) {
        this.ballots = ballots;
        this.seats = seats;
        this.surplusTransfers = surplusTransfers;
        int n = ballots.candidates().size();
        standing = new Standing[n];
        Arrays.fill(standing, Standing.CONTINUING);
        votes = new long[n];
        for (int i = 0; i < n; i++) {
            piles.add(new ArrayList<>());
        }
    }

    /**
     * The single transferable vote for some seats.
     *
     * @throws ArithmeticException if there are more than about 90 million million ballots
     */
    public static RankedResult stv(RankedBallots ballots, int seats) {
        return new TransferableVote(ballots, seats, true).scottish();
    }

    /** Instant run-off: exclude the lowest until somebody has more than half of the votes that still count. */
    public static RankedResult irv(RankedBallots ballots) {
        return new TransferableVote(ballots, 1, false).runOff();
    }

    private RankedResult scottish() {
        long quota = ballots.ranked() / (seats + 1L) + 1;
        deal();
        while (true) {
            elect(quota * SCALE);
            if (winners.size() >= seats || fillIfForced()) {
                break;
            }
            if (!(surpluses.isEmpty() ? excludeLowest() : transferSurplus(quota * SCALE))) {
                break;
            }
            noteStage();
        }
        return new RankedResult(winners, tied, stages, SCALE, quota, List.of(), Map.of());
    }

    private RankedResult runOff() {
        deal();
        while (true) {
            long live = continuing().mapToLong(i -> votes[i]).sum();
            int best = continuing()
                    .boxed()
                    .max(Comparator.comparing(i -> votes[i]))
                    .orElseThrow();
            if (votes[best] * 2 > live || continuing().count() == 1) {
                winners.add(name(best));
                break;
            }
            if (!excludeLowest()) {
                break;
            }
            noteStage();
        }
        List<Map<String, Long>> whole =
                stages.stream().map(TransferableVote::inWholeVotes).toList();
        return new RankedResult(winners, tied, whole, 1, 0, List.of(), Map.of());
    }

    private static Map<String, Long> inWholeVotes(Map<String, Long> stage) {
        Map<String, Long> whole = new LinkedHashMap<>();
        stage.forEach((name, votes) -> whole.put(name, votes / SCALE));
        return whole;
    }

    private IntStream continuing() {
        return IntStream.range(0, standing.length).filter(i -> standing[i] == Standing.CONTINUING);
    }

    private String name(int candidate) {
        return ballots.candidates().get(candidate);
    }

    private void deal() {
        for (int ballot = 0; ballot < ballots.size(); ballot++) {
            give(new Parcel(ballot, -1, SCALE));
        }
        noteStage();
    }

    /** Moves a parcel to the next continuing preference; without one it is exhausted. */
    private void give(Parcel parcel) {
        int[] ranking = ballots.ranking(parcel.ballot());
        for (int place = parcel.place() + 1; place < ranking.length; place++) {
            int next = ranking[place];
            if (standing[next] == Standing.CONTINUING) {
                piles.get(next).add(new Parcel(parcel.ballot(), place, parcel.value()));
                votes[next] =
                        Math.addExact(votes[next], Math.multiplyExact(parcel.value(), ballots.count(parcel.ballot())));
                return;
            }
        }
    }

    private void noteStage() {
        history.add(votes.clone());
        Map<String, Long> stage = new LinkedHashMap<>();
        for (int i = 0; i < votes.length; i++) {
            if (standing[i] != Standing.EXCLUDED) {
                stage.put(name(i), votes[i]);
            }
        }
        stages.add(stage);
    }

    private void elect(long quota) {
        List<Integer> reached = continuing()
                .filter(i -> votes[i] >= quota)
                .boxed()
                .sorted(mostVotesFirst())
                .toList();
        for (int candidate : reached) {
            standing[candidate] = Standing.ELECTED;
            winners.add(name(candidate));
            if (votes[candidate] > quota && surplusTransfers) {
                surpluses.add(candidate);
            }
        }
    }

    /** When as many continue as seats are left, all of them are elected, most votes first. */
    private boolean fillIfForced() {
        int left = seats - winners.size();
        if (continuing().count() > left) {
            return false;
        }
        continuing().boxed().sorted(mostVotesFirst()).forEach(candidate -> winners.add(name(candidate)));
        return true;
    }

    private Comparator<Integer> mostVotesFirst() {
        return Comparator.comparing((Integer i) -> -votes[i]).thenComparing(this::name, CodePoints.ORDER);
    }

    private boolean transferSurplus(long quota) {
        long most = surpluses.stream().mapToLong(i -> votes[i]).max().orElseThrow();
        List<Integer> first = surpluses.stream().filter(i -> votes[i] == most).toList();
        int candidate = untie(first, true);
        if (candidate < 0) {
            return false;
        }
        surpluses.remove(Integer.valueOf(candidate));
        long total = votes[candidate];
        long surplus = total - quota;
        List<Parcel> pile = new ArrayList<>(piles.get(candidate));
        piles.get(candidate).clear();
        for (Parcel parcel : pile) {
            // surplus and total are both in 1/100,000: their ratio times the value is cut at five decimals.
            long value = BigInteger.valueOf(surplus)
                    .multiply(BigInteger.valueOf(parcel.value()))
                    .divide(BigInteger.valueOf(total))
                    .longValueExact();
            give(new Parcel(parcel.ballot(), parcel.place(), value));
        }
        votes[candidate] = quota;
        return true;
    }

    private boolean excludeLowest() {
        long least = continuing().mapToLong(i -> votes[i]).min().orElseThrow();
        int candidate =
                untie(continuing().filter(i -> votes[i] == least).boxed().toList(), false);
        if (candidate < 0) {
            return false;
        }
        standing[candidate] = Standing.EXCLUDED;
        List<Parcel> pile = new ArrayList<>(piles.get(candidate));
        piles.get(candidate).clear();
        votes[candidate] = 0;
        pile.forEach(this::give);
        return true;
    }

    /** Looks back, latest stage first, for one that is alone highest (or lowest); -1 and {@code tied} if there is none. */
    private int untie(List<Integer> equal, boolean highest) {
        List<Integer> left = equal;
        for (int stage = history.size() - 1; stage >= 0 && left.size() > 1; stage--) {
            long[] then = history.get(stage);
            long mark = highest
                    ? left.stream().mapToLong(i -> then[i]).max().orElseThrow()
                    : left.stream().mapToLong(i -> then[i]).min().orElseThrow();
            left = left.stream().filter(i -> then[i] == mark).toList();
        }
        if (left.size() == 1) {
            return left.getFirst();
        }
        tied = left.stream().map(this::name).sorted(CodePoints.ORDER).toList();
        return -1;
    }
}
