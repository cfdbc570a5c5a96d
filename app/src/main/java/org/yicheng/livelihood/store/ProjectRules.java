package org.yicheng.livelihood.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Project.Check;
import org.yicheng.livelihood.Project.State;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Wish;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against a step of a project or of the list; every reason at once. */
@Component
class ProjectRules {

    static final Citation PROJECT = Citation.of(Law.PRODUCT, "livelihood.project");
    static final Citation CRITERIA = Citation.of(Law.PRODUCT, "livelihood.criteria");
    static final Citation REFERRAL = Citation.of(Law.PRODUCT, "livelihood.candidates");

    private static final Set<State> EARLY = EnumSet.of(State.CANDIDATE, State.SCREENED);

    private final WishRows wishes;
    private final ProjectRows rows;
    private final PollRows polls;

    ProjectRules(WishRows wishes, ProjectRows rows, PollRows polls) {
        this.wishes = wishes;
        this.rows = rows;
        this.polls = polls;
    }

    List<Refusal> againstProposing(Round round, Projects.Draft draft) {
        List<Refusal> reasons = new ArrayList<>();
        length(reasons, "title", draft.title(), Projects.LONGEST_TITLE);
        length(reasons, "goal", draft.goal(), Projects.LONGEST_GOAL);
        length(reasons, "organ", draft.organ(), Projects.LONGEST_ORGAN);
        if (draft.fen() < 0 || draft.fen() > Projects.MOST_FEN) {
            reasons.add(Refusal.at("money", PROJECT, "livelihood.project-money", "most", Projects.MOST_FEN / 100));
        }
        draft.spot()
                .filter(spot -> !spot.real())
                .ifPresent(spot -> reasons.add(Refusal.at(
                        "spot",
                        PROJECT,
                        "livelihood.project-spot",
                        "latitude",
                        spot.latitude().toPlainString(),
                        "longitude",
                        spot.longitude().toPlainString())));
        long fit = draft.wishes().stream()
                .distinct()
                .filter(id -> wishes.byId(id)
                        .filter(wish -> wish.round().equals(round.id()) && wish.state() == Wish.State.ACCEPTED)
                        .isPresent())
                .count();
        int chosen = draft.wishes().size();
        if (fit < chosen) {
            reasons.add(Refusal.at("wishes", PROJECT, "livelihood.project-wishes", "n", chosen, "unfit", chosen - fit));
        }
        if (rows.of(round.id()).size() >= Projects.MOST_IN_A_ROUND) {
            reasons.add(Refusal.by(PROJECT, "livelihood.projects-most", "most", Projects.MOST_IN_A_ROUND));
        }
        fixed(round).ifPresent(reasons::add);
        return reasons;
    }

    private static void length(List<Refusal> reasons, String field, String text, int most) {
        int length = text.strip().length();
        if (length == 0 || length > most) {
            reasons.add(
                    Refusal.at(field, PROJECT, "livelihood.wish-length", "value", length, "least", 1, "most", most));
        }
    }

    /** Once the executive meeting has fixed the list, nothing joins it and nothing leaves it. */
    private Optional<Refusal> fixed(Round round) {
        return day(round, Step.LIST)
                .map(taken ->
                        Refusal.by(PROJECT, "livelihood.list-fixed", "day", taken.day(), "record", taken.record()));
    }

    private Optional<Taken> day(Round round, Step step) {
        return rows.taken(round.id()).stream()
                .filter(taken -> taken.step() == step)
                .findFirst();
    }

    List<Refusal> againstScreening(Project project, Map<Criterion, Check> checks) {
        List<Refusal> reasons = new ArrayList<>(early(project));
        for (Criterion criterion : Criterion.values()) {
            Optional<Check> check = Optional.ofNullable(checks.get(criterion));
            Phrase name = Phrase.of("livelihood.criterion-" + criterion);
            String field = "c-" + criterion;
            int note = check.map(one -> one.note().strip().length()).orElse(0);
            if (check.isEmpty()) {
                reasons.add(Refusal.at(field, criterion.source(), "livelihood.screen-open", "criterion", name));
            } else if (!check.get().met() && !criterion.usual()) {
                reasons.add(Refusal.at(field, criterion.source(), "livelihood.screen-unmet", "criterion", name));
            } else if (!check.get().met() && note == 0) {
                reasons.add(Refusal.at(field, criterion.source(), "livelihood.screen-note", "criterion", name));
            }
            if (note > Projects.LONGEST_NOTE) {
                reasons.add(Refusal.at(
                        field,
                        CRITERIA,
                        "livelihood.wish-length",
                        "value",
                        note,
                        "least",
                        0,
                        "most",
                        Projects.LONGEST_NOTE));
            }
        }
        return reasons;
    }

    List<Refusal> againstDropping(Project project, String reason) {
        List<Refusal> reasons = new ArrayList<>(early(project));
        length(reasons, "reason", reason, Projects.LONGEST_NOTE);
        return reasons;
    }

    private static List<Refusal> early(Project project) {
        return EARLY.contains(project.state())
                ? List.of()
                : List.of(Refusal.by(
                        PROJECT,
                        "livelihood.project-past",
                        "number",
                        project.number(),
                        "state",
                        Phrase.of("livelihood.project-is-" + project.state())));
    }

    List<Refusal> againstTaking(Round round, Taken taken, LocalDate today) {
        Step step = taken.step();
        LocalDate day = taken.day();
        List<Refusal> reasons = new ArrayList<>();
        length(reasons, "record", taken.record(), Projects.LONGEST_RECORD);
        LocalDate earliest = rows.taken(round.id()).stream()
                .map(Taken::day)
                .max(LocalDate::compareTo)
                .orElse(round.opens());
        if (day.isAfter(today) || day.isBefore(earliest)) {
            reasons.add(Refusal.at(
                    "day", PROJECT, "livelihood.step-day", "value", day, "earliest", earliest, "today", today));
        }
        day(round, step)
                .ifPresent(before -> reasons.add(
                        Refusal.by(PROJECT, "livelihood.step-taken", "day", before.day(), "record", before.record())));
        reasons.addAll(
                switch (step) {
                    case LIST -> againstListing(round);
                    case HEAR -> day(round, Step.LIST).isPresent() ? List.of() : List.of(unlisted());
                    case DELIBERATE -> againstDeliberating(round);
                });
        return reasons;
    }

    /** Every project is screened or dropped, and at least one is left. */
    private List<Refusal> againstListing(Round round) {
        List<Project> all = rows.of(round.id());
        List<Integer> open = all.stream()
                .filter(project -> project.state() == State.CANDIDATE)
                .map(Project::number)
                .toList();
        long screened = all.stream()
                .filter(project -> project.state() == State.SCREENED)
                .count();
        List<Refusal> reasons = new ArrayList<>();
        if (!open.isEmpty()) {
            reasons.add(Refusal.by(CRITERIA, "livelihood.list-unscreened", "numbers", open));
        }
        if (screened == 0) {
            reasons.add(Refusal.by(CRITERIA, "livelihood.list-empty"));
        }
        polls.of(round.id())
                .filter(poll -> poll.begun() && !poll.closed())
                .ifPresent(poll -> reasons.add(Refusal.by(
                        PollRules.POLL,
                        "livelihood.list-poll",
                        "closes",
                        poll.terms().closes())));
        return reasons;
    }

    private List<Refusal> againstDeliberating(Round round) {
        List<Refusal> reasons = new ArrayList<>();
        if (day(round, Step.LIST).isEmpty()) {
            reasons.add(unlisted());
        }
        if (round.place().hearing() && day(round, Step.HEAR).isEmpty()) {
            reasons.add(Refusal.by(round.place().hearingSource(), "livelihood.unheard"));
        }
        return reasons;
    }

    private static Refusal unlisted() {
        return Refusal.by(PROJECT, "livelihood.unlisted");
    }
}
