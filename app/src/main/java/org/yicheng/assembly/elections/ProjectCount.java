package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.count.ElectionResult.Next;
import org.yicheng.count.Occasion;
import org.yicheng.count.Roll;
import org.yicheng.count.projects.DeputiesBallot;
import org.yicheng.count.projects.DeputiesBallot.Cast;
import org.yicheng.count.projects.DeputiesBallot.Mark;
import org.yicheng.count.projects.DeputiesBallot.Paper;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Words;

/** Counts papers on projects by the {@link DeputiesBallot} of core count. */
record ProjectCount(Election election, List<Candidate> candidates, Words words) {

    /** @param codes the stored papers of a ballot that is not void */
    Election.Result of(List<String> codes) {
        DeputiesBallot ballot = ballot(election);
        Roll roll = Counting.roll(election);
        List<BallotPaper> papers = codes.stream().map(BallotPaper::of).toList();
        DeputiesBallot.Result counted = ballot.count(new Cast(
                candidates.size(),
                (int) roll.expected(),
                (int) roll.present(),
                election.ballot().issued().orElseThrow(),
                grouped(papers),
                papers.stream().filter(BallotPaper::unreadable).count()));
        return new Election.Result(
                "VALID",
                Optional.empty(),
                counted.threshold().orElse(1L),
                counted.validPapers(),
                counted.invalidPapers(),
                papers.stream().filter(BallotPaper::blank).count(),
                0,
                counted.tied().isEmpty() ? counted.open() : counted.places(),
                next(counted).name(),
                words.both(explanation(ballot, counted)),
                counted.threshold().isPresent()
                        ? List.of(ElectionStep.PROJECTS, DeputiesBallot.MAJORITY.source())
                        : List.<Citation>of(ElectionStep.PROJECTS),
                Counting.digest(codes),
                counted.lines().stream().map(line -> tally(counted, line)).toList());
    }

    /** In a second ballot among the tied the most approvals decide: each had what the first ballot asked for. */
    private static DeputiesBallot ballot(Election election) {
        Election.Choosing choosing = election.terms().choosing().orElseThrow();
        boolean second = election.occasion() == Occasion.REVOTE_TIE && choosing.preset() != Preset.RANK;
        return new DeputiesBallot(
                election.terms().seats(),
                second ? Preset.PLURALITY : choosing.preset(),
                DeputiesBallot.MAJORITY,
                choosing.base());
    }

    private List<Paper> grouped(List<BallotPaper> papers) {
        Map<String, Long> alike = new LinkedHashMap<>();
        papers.stream()
                .filter(paper -> !paper.unreadable())
                .forEach(paper -> alike.merge(paper.marks(), 1L, Long::sum));
        List<Paper> grouped = new ArrayList<>();
        alike.forEach((marks, count) -> grouped.add(new Paper(
                count,
                marks.chars().mapToObj(mark -> mark((char) mark)).toList(),
                election.ranked()
                        ? marks.chars()
                                .mapToObj(mark -> BallotPaper.number((char) mark))
                                .toList()
                        : List.of())));
        return grouped;
    }

    private static Mark mark(char letter) {
        return switch (letter) {
            case 'A' -> Mark.ABSTAIN;
            case 'N' -> Mark.AGAINST;
            case 'X' -> Mark.ILLEGIBLE;
            default -> Mark.APPROVE;
        };
    }

    private Next next(DeputiesBallot.Result counted) {
        if (!counted.tied().isEmpty()) {
            return Next.REVOTE_TIED;
        }
        boolean again = election.terms().choosing().orElseThrow().again();
        return counted.open() > 0 && again ? Next.SUPPLEMENTARY : Next.NONE;
    }

    private Election.PersonTally tally(DeputiesBallot.Result counted, DeputiesBallot.Line line) {
        Candidate candidate = candidates.get(line.candidate());
        return new Election.PersonTally(
                candidate.person(),
                candidate.label(),
                false,
                line.approve(),
                line.against(),
                line.abstain(),
                line.illegible(),
                line.points(),
                counted.chosen().contains(line.candidate()),
                counted.tied().contains(line.candidate()));
    }

    /** To be read aloud: papers, what was needed, how many are chosen, what is tied or stays open. */
    private Phrase explanation(DeputiesBallot ballot, DeputiesBallot.Result counted) {
        return Phrase.of(
                "assembly.projects-counted",
                "issued",
                election.ballot().issued().orElseThrow(),
                "returned",
                counted.returned(),
                "valid",
                counted.validPapers(),
                "invalid",
                counted.invalidPapers(),
                "need",
                counted.threshold()
                        .map(threshold -> Phrase.of(
                                "assembly.projects-need",
                                "threshold",
                                threshold,
                                "base",
                                Phrase.of("assembly.base-" + ballot.base())))
                        .orElseGet(() -> Phrase.of("assembly.projects-most-" + ballot.preset())),
                "choose",
                election.terms().seats(),
                "chosen",
                counted.chosen().size(),
                "rest",
                rest(counted));
    }

    private Phrase rest(DeputiesBallot.Result counted) {
        if (!counted.tied().isEmpty()) {
            return Phrase.of(
                    "assembly.projects-tied",
                    "tied",
                    counted.tied().stream()
                            .map(tied -> candidates.get(tied).label())
                            .toList(),
                    "places",
                    counted.places());
        }
        if (counted.open() == 0) {
            return Phrase.of("assembly.projects-full");
        }
        boolean again = election.terms().choosing().orElseThrow().again();
        return Phrase.of(again ? "assembly.projects-open-again" : "assembly.projects-open", "open", counted.open());
    }
}
