package org.yicheng.count.projects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yicheng.count.Basis;
import org.yicheng.count.Share;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/**
 * The deputies' ballot on livelihood projects (民生实事项目票决): which of the candidates are chosen, what is tied, what stays
 * open. The method must state the number to choose, the way of voting and how a project is determined; a resolution of a
 * congress passes by more than half of all deputies (Organic Law art. 25), and a tie is voted on again among the tied
 * alone, as in elections (Electoral Law art. 45 by analogy).
 *
 * @param choose how many may be chosen, k; with {@link Preset#EQUAL} the number of candidates
 * @param share what a project needs of the base; not asked for by {@link Preset#PLURALITY} and {@link Preset#RANK}
 * @param base of what it is a share: all deputies unless the method says otherwise
 */
public record DeputiesBallot(int choose, Preset preset, Share share, Basis base) {

    /** How a project is determined. */
    public enum Preset {
        /** Those with the most approvals. */
        PLURALITY,
        /** More than half first, then the most approvals: what the method says unless told otherwise. */
        MAJORITY_THEN_PLURALITY,
        /** As many places as candidates: each is voted on for itself. */
        EQUAL,
        /** Deputies number the projects; the first of k gets k points, the next one less. */
        RANK
    }

    /** More than half. */
    public static final Share MAJORITY = Share.moreThan(1, 2, Citation.of(Law.ORGANIC, 25));

    public DeputiesBallot {
        if (choose < 1) {
            throw new IllegalArgumentException("at least one project is chosen, got " + choose);
        }
    }

    /** The usual one: more than half of all deputies, then the most approvals. */
    public static DeputiesBallot usual(int choose) {
        return new DeputiesBallot(choose, Preset.MAJORITY_THEN_PLURALITY, MAJORITY, Basis.ALL_MEMBERS);
    }

    /** What a paper says of a project. */
    public enum Mark {
        APPROVE,
        AGAINST,
        ABSTAIN,
        /** Two marks, or one that nobody can read: counts for nothing. */
        ILLEGIBLE
    }

    /**
     * Papers that say the same.
     *
     * @param marks one for each candidate
     * @param ranks for {@link Preset#RANK}: the number each candidate was given, 0 for none; else empty
     */
    public record Paper(long count, List<Mark> marks, List<Integer> ranks) {
        public Paper {
            marks = List.copyOf(marks);
            ranks = List.copyOf(ranks);
            if (count < 1) {
                throw new IllegalArgumentException("there is at least one paper, got " + count);
            }
        }

        /** A paper that approves these of m candidates and leaves the others. */
        public static Paper approving(long count, int candidates, Integer... places) {
            List<Mark> marks = new ArrayList<>(java.util.Collections.nCopies(candidates, Mark.ABSTAIN));
            for (int place : places) {
                marks.set(place, Mark.APPROVE);
            }
            return new Paper(count, marks, List.of());
        }
    }

    /**
     * @param members all deputies of the congress
     * @param present those present, for a share of them
     * @param issued papers given out
     * @param papers those returned that can be read
     * @param unreadable those returned that nobody can read: invalid
     */
    public record Cast(int candidates, int members, int present, long issued, List<Paper> papers, long unreadable) {
        public Cast {
            papers = List.copyOf(papers);
            if (candidates < 1 || members < 1 || present < 0 || present > members || issued < 0 || unreadable < 0) {
                throw new IllegalArgumentException("impossible numbers: " + candidates + " candidates, " + members
                        + " members, " + present + " present, " + issued + " issued");
            }
            if (papers.stream()
                    .anyMatch(paper -> paper.marks().size() != candidates
                            || !paper.ranks().isEmpty() && paper.ranks().size() != candidates)) {
                throw new IllegalArgumentException("a paper has one mark for each of " + candidates + " candidates");
            }
        }

        public Cast(int candidates, int members, int present, long issued, List<Paper> papers) {
            this(candidates, members, present, issued, papers, 0);
        }

        long returned() {
            return papers.stream().mapToLong(Paper::count).sum() + unreadable;
        }
    }

    /** What a project got on the valid papers; {@code points} only where papers are ranked. */
    public record Line(int candidate, long approve, long against, long abstain, long illegible, long points) {}

    /**
     * @param threshold approvals that were needed, none where the most are enough
     * @param chosen by most votes
     * @param tied those that are tied for the last {@code places}; they are voted on again, nobody else
     * @param open places that nobody filled; the method says whether they are voted on again
     */
    public record Result(
            boolean valid,
            long returned,
            long validPapers,
            long invalidPapers,
            Optional<Long> threshold,
            List<Line> lines,
            List<Integer> chosen,
            List<Integer> tied,
            int places,
            int open) {}

    /** Counts; more papers returned than issued void the vote. */
    public Result count(Cast cast) {
        long returned = cast.returned();
        if (returned > cast.issued()) {
            return new Result(false, returned, 0, 0, Optional.empty(), List.of(), List.of(), List.of(), 0, choose);
        }
        List<Paper> valid = cast.papers().stream().filter(this::valid).toList();
        long validPapers = valid.stream().mapToLong(Paper::count).sum();
        List<Line> lines = IntStream.range(0, cast.candidates())
                .mapToObj(candidate -> line(candidate, valid))
                .toList();
        boolean asks = preset == Preset.MAJORITY_THEN_PLURALITY || preset == Preset.EQUAL;
        List<Line> fit = lines.stream()
                .filter(line -> !asks || line.approve() >= threshold(cast, line, returned, validPapers))
                .filter(line -> votes(line) > 0)
                .sorted(Comparator.comparingLong(this::votes).reversed())
                .toList();
        boolean same = base != Basis.YES_NO;
        return places(
                fit,
                new Result(
                        true,
                        returned,
                        validPapers,
                        returned - validPapers,
                        asks && same
                                ? Optional.of(threshold(cast, lines.getFirst(), returned, validPapers))
                                : Optional.empty(),
                        lines,
                        List.of(),
                        List.of(),
                        0,
                        0));
    }

    /** At most k approved or numbered; numbers run from 1 without a gap and none twice. */
    private boolean valid(Paper paper) {
        if (preset == Preset.RANK) {
            List<Integer> numbers =
                    paper.ranks().stream().filter(rank -> rank != 0).sorted().toList();
            return numbers.size() <= choose
                    && new HashSet<>(numbers).size() == numbers.size()
                    && (numbers.isEmpty() || numbers.getFirst() == 1 && numbers.getLast() == numbers.size());
        }
        long approved = paper.marks().stream().filter(Mark.APPROVE::equals).count();
        return preset == Preset.EQUAL || approved <= choose;
    }

    private Line line(int candidate, List<Paper> valid) {
        long[] marks = new long[Mark.values().length];
        long points = 0;
        for (Paper paper : valid) {
            marks[paper.marks().get(candidate).ordinal()] += paper.count();
            int rank = paper.ranks().isEmpty() ? 0 : paper.ranks().get(candidate);
            points += rank == 0 ? 0 : paper.count() * (choose + 1 - rank);
        }
        return new Line(
                candidate,
                marks[Mark.APPROVE.ordinal()],
                marks[Mark.AGAINST.ordinal()],
                marks[Mark.ABSTAIN.ordinal()],
                marks[Mark.ILLEGIBLE.ordinal()],
                points);
    }

    private long threshold(Cast cast, Line line, long returned, long valid) {
        return share.threshold(
                switch (base) {
                    case ALL_MEMBERS -> cast.members();
                    case PRESENT -> cast.present();
                    case YES_NO -> line.approve() + line.against();
                    case VALID -> valid;
                    case CAST -> returned;
                });
    }

    private long votes(Line line) {
        return preset == Preset.RANK ? line.points() : line.approve();
    }

    /** Gives the places from the top; those that stand level across the last place are tied for what is left. */
    private Result places(List<Line> fit, Result counted) {
        List<Integer> chosen = new ArrayList<>();
        List<Integer> tied = new ArrayList<>();
        int places = 0;
        if (fit.size() <= choose || preset == Preset.EQUAL) {
            fit.forEach(line -> chosen.add(line.candidate()));
        } else {
            long last = votes(fit.get(choose - 1));
            boolean level = votes(fit.get(choose)) == last;
            for (Line line : fit) {
                if (votes(line) > last || votes(line) == last && !level) {
                    chosen.add(line.candidate());
                } else if (votes(line) == last) {
                    tied.add(line.candidate());
                }
            }
            places = choose - chosen.size();
        }
        return new Result(
                true,
                counted.returned(),
                counted.validPapers(),
                counted.invalidPapers(),
                counted.threshold(),
                counted.lines(),
                List.copyOf(chosen),
                List.copyOf(tied),
                places,
                preset == Preset.EQUAL ? 0 : Math.max(0, choose - chosen.size() - places));
    }
}
