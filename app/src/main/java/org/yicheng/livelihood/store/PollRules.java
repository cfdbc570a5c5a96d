package org.yicheng.livelihood.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** What stands against a step of a poll; every reason at once. */
@Component
class PollRules {

    static final Citation POLL = Citation.of(Law.PRODUCT, "livelihood.poll");
    static final Citation BALLOT = Citation.of(Law.PRODUCT, "livelihood.poll-ballot");

    private final ProjectRows projects;

    PollRules(ProjectRows projects) {
        this.projects = projects;
    }

    List<Refusal> againstSetting(Round round, Poll.Terms terms, List<Project> candidates) {
        List<Refusal> reasons = new ArrayList<>(listed(round));
        long days = Round.days(terms.opens(), terms.closes());
        if (days < Polls.LEAST_DAYS || days > Polls.MOST_DAYS) {
            reasons.add(Refusal.at(
                    "closes",
                    POLL,
                    "livelihood.poll-days",
                    "days",
                    days,
                    "least",
                    Polls.LEAST_DAYS,
                    "most",
                    Polls.MOST_DAYS));
        }
        if (terms.opens().isBefore(round.opens()) || terms.closes().getYear() > round.year()) {
            reasons.add(Refusal.at(
                    "opens",
                    POLL,
                    "livelihood.poll-when",
                    "value",
                    terms.opens(),
                    "opens",
                    round.opens(),
                    "year",
                    round.year()));
        }
        long dearest = candidates.stream().mapToLong(Project::fen).max().orElse(0);
        if (terms.fen() < Math.max(1, dearest) || terms.fen() > Projects.MOST_FEN) {
            reasons.add(Refusal.at(
                    "money",
                    POLL,
                    "livelihood.poll-frame",
                    "dearest",
                    Yuan.of(dearest),
                    "most",
                    Yuan.of(Projects.MOST_FEN)));
        }
        if (candidates.size() < 2) {
            reasons.add(Refusal.by(POLL, "livelihood.poll-few", "n", candidates.size()));
        }
        if (terms.most() < 0 || terms.most() > candidates.size()) {
            reasons.add(Refusal.at(
                    "most", POLL, "livelihood.poll-most", "value", terms.most(), "candidates", candidates.size()));
        }
        reasons.addAll(againstDistricts(terms.districts()));
        return reasons;
    }

    private static List<Refusal> againstDistricts(List<String> districts) {
        boolean fit = districts.size() <= Polls.MOST_DISTRICTS
                && districts.stream().distinct().count() == districts.size()
                && districts.stream().allMatch(one -> !one.isBlank() && one.length() <= Polls.LONGEST_DISTRICT);
        return fit
                ? List.of()
                : List.of(Refusal.at(
                        "districts",
                        POLL,
                        "livelihood.poll-districts",
                        "n",
                        districts.size(),
                        "most",
                        Polls.MOST_DISTRICTS,
                        "longest",
                        Polls.LONGEST_DISTRICT));
    }

    /** Once the list is fixed, advice to it comes too late. */
    private List<Refusal> listed(Round round) {
        return projects.taken(round.id()).stream()
                .filter(taken -> taken.step() == Projects.Step.LIST)
                .map(taken -> Refusal.by(POLL, "livelihood.poll-listed", "day", taken.day(), "record", taken.record()))
                .toList();
    }

    static List<Refusal> againstChangingTerms(Poll poll) {
        return poll.begun() ? List.of(Refusal.by(POLL, "livelihood.poll-begun", "n", poll.ballots())) : List.of();
    }

    /** Whether ballots are taken on a day. */
    List<Refusal> againstDay(Round round, Poll poll, LocalDate day) {
        List<Refusal> reasons = new ArrayList<>(listed(round));
        boolean within =
                !day.isBefore(poll.terms().opens()) && !day.isAfter(poll.terms().closes());
        if (poll.closed() || !within) {
            reasons.add(Refusal.at(
                    "came",
                    BALLOT,
                    poll.closed() ? "livelihood.poll-closed" : "livelihood.poll-shut",
                    "opens",
                    poll.terms().opens(),
                    "closes",
                    poll.terms().closes()));
        }
        return reasons;
    }

    static List<Refusal> againstMarks(Poll poll, Marks marks) {
        List<Refusal> reasons = new ArrayList<>();
        Map<UUID, Poll.Item> asked = poll.items().stream()
                .filter(Poll.Item::stands)
                .collect(Collectors.toMap(Poll.Item::project, Function.identity()));
        long fit =
                marks.projects().stream().distinct().filter(asked::containsKey).count();
        int n = marks.projects().size();
        if (n == 0) {
            reasons.add(Refusal.at("projects", BALLOT, "livelihood.poll-nothing"));
        } else if (fit < n) {
            reasons.add(Refusal.at("projects", BALLOT, "livelihood.poll-unknown", "n", n, "unfit", n - fit));
        }
        int most = poll.terms().most();
        long sum = sum(asked, marks);
        if (most > 0 && n > most) {
            reasons.add(Refusal.at("projects", BALLOT, "livelihood.poll-many", "n", n, "most", most, "over", n - most));
        }
        if (most == 0 && sum > poll.terms().fen()) {
            reasons.add(Refusal.at(
                    "projects",
                    BALLOT,
                    "livelihood.poll-dear",
                    "sum",
                    Yuan.of(sum),
                    "frame",
                    Yuan.of(poll.terms().fen()),
                    "over",
                    Yuan.of(sum - poll.terms().fen())));
        }
        if (!marks.district().isEmpty() && !poll.terms().districts().contains(marks.district())) {
            reasons.add(Refusal.at("district", BALLOT, "livelihood.poll-district", "value", marks.district()));
        }
        return reasons;
    }

    private static long sum(Map<UUID, Poll.Item> asked, Marks marks) {
        return marks.projects().stream()
                .distinct()
                .map(asked::get)
                .filter(java.util.Objects::nonNull)
                .mapToLong(Poll.Item::fen)
                .sum();
    }

    static List<Refusal> againstClosing(Poll poll, LocalDate today) {
        return switch (poll.state(today)) {
            case OVER -> List.of();
            case CLOSED ->
                List.of(Refusal.by(
                        POLL,
                        "livelihood.poll-closed",
                        "opens",
                        poll.terms().opens(),
                        "closes",
                        poll.terms().closes()));
            case AHEAD, OPEN ->
                List.of(Refusal.by(
                        POLL, "livelihood.poll-runs", "closes", poll.terms().closes(), "today", today));
        };
    }
}
