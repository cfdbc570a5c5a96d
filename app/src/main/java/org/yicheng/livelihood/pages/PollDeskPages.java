package org.yicheng.livelihood.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.poll.Advice;
import org.yicheng.livelihood.poll.Poll;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.livelihood.poll.Polls.Cast;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Where clerks open a residents' poll, enter paper ballots, and end it. */
@Controller
@Needs(Permission.LIVELIHOOD_KEEP)
public class PollDeskPages {

    private static final int DAYS = 14;

    private final Polls polls;
    private final Projects projects;
    private final LivelihoodScope scope;
    private final Clock clock;
    private final Pages pages;

    PollDeskPages(Polls polls, Projects projects, LivelihoodScope scope, Clock clock, Pages pages) {
        this.polls = polls;
        this.projects = projects;
        this.scope = scope;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * @param poll none until one is opened
     * @param listed whether the list is fixed, so that none can be opened any more
     * @param typed what was typed, kept when it was refused
     * @param entered a paper ballot just entered, with its code
     */
    public record DeskView(
            Round round,
            Body body,
            Optional<Poll> poll,
            boolean listed,
            LocalDate today,
            Map<String, String> typed,
            List<UUID> marked,
            Optional<Cast> entered,
            Optional<Advice> advice,
            List<Refusal> reasons) {

        public Poll.State state() {
            return poll.orElseThrow().state(today);
        }

        /** The paper ballot as it is filled in. */
        public PollForm form() {
            return new PollForm(poll.orElseThrow(), PollForm.marks(marked, typed), "", "");
        }
    }

    @GetMapping("/livelihood/rounds/{id}/poll/desk")
    View desk(@PathVariable UUID id) {
        return show(scope.keptRound(id), Map.of(), List.of(), Optional.empty(), List.of());
    }

    private View show(
            Round round, Map<String, String> typed, List<UUID> marked, Optional<Cast> entered, List<Refusal> reasons) {
        LocalDate today = LocalDate.now(clock);
        Optional<Poll> poll = polls.of(round.id());
        return pages.show(
                "livelihood/polldesk",
                new DeskView(
                        round,
                        scope.body(round),
                        poll,
                        projects.taken(round.id()).stream().anyMatch(one -> one.step() == Projects.Step.LIST),
                        today,
                        typed.isEmpty() ? proposed(poll, today) : typed,
                        marked,
                        entered,
                        polls.advice(round.id()),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    /** The terms as they stand, or two weeks from tomorrow on. */
    private static Map<String, String> proposed(Optional<Poll> poll, LocalDate today) {
        return poll.map(Poll::terms)
                .map(terms -> Map.of(
                        "opens", terms.opens().toString(),
                        "closes", terms.closes().toString(),
                        "money", Money.wan(terms.fen()),
                        "most", String.valueOf(terms.most()),
                        "districts", String.join("\n", terms.districts())))
                .orElseGet(() -> Map.of(
                        "opens", today.plusDays(1).toString(),
                        "closes", today.plusDays(DAYS).toString(),
                        "most", "0"));
    }

    @PostMapping("/livelihood/rounds/{id}/poll/terms")
    Object set(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        List<Refusal> faults = new ArrayList<>();
        Optional<LocalDate> opens = day(typed, "opens", faults);
        Optional<LocalDate> closes = day(typed, "closes", faults);
        Optional<Long> fen = Money.fen(typed.getOrDefault("money", ""));
        if (fen.isEmpty()) {
            faults.add(Refusal.at("money", "livelihood.project-money", "most", Projects.MOST_FEN / 100));
        }
        String most = typed.getOrDefault("most", "").strip();
        if (!most.matches("\\d{1,3}")) {
            faults.add(Refusal.at("most", "livelihood.number-unreadable", "value", most));
        }
        if (!faults.isEmpty()) {
            return show(round, typed, List.of(), Optional.empty(), faults);
        }
        Poll.Terms terms = new Poll.Terms(
                opens.orElseThrow(),
                closes.orElseThrow(),
                fen.orElseThrow(),
                Integer.parseInt(most),
                typed.getOrDefault("districts", "")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        return polls.set(id, terms) instanceof Ruling.Refused<Poll>(List<Refusal> reasons)
                ? show(round, typed, List.of(), Optional.empty(), reasons)
                : desk(round);
    }

    private static String desk(Round round) {
        return "redirect:/livelihood/rounds/" + round.id() + "/poll/desk";
    }

    private static Optional<LocalDate> day(Map<String, String> typed, String field, List<Refusal> faults) {
        String text = typed.getOrDefault(field, "");
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            faults.add(Refusal.at(field, "livelihood.day-unknown", "value", text));
            return Optional.empty();
        }
    }

    @PostMapping("/livelihood/rounds/{id}/poll/ballots")
    View enter(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> projects,
            @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        List<Refusal> faults = new ArrayList<>();
        Optional<LocalDate> came = day(typed, "came", faults);
        if (came.isEmpty()) {
            return show(round, typed, projects, Optional.empty(), faults);
        }
        return switch (polls.enter(id, came.get(), PollForm.marks(projects, typed))) {
            case Ruling.Refused<Cast>(List<Refusal> reasons) -> show(round, typed, projects, Optional.empty(), reasons);
            case Ruling.Granted<Cast>(Cast cast) ->
                show(round, Map.of("came", came.get().toString()), List.of(), Optional.of(cast), List.of());
        };
    }

    @PostMapping("/livelihood/rounds/{id}/poll/close")
    Object close(@PathVariable UUID id) {
        Round round = scope.keptRound(id);
        return polls.close(id) instanceof Ruling.Refused<Poll>(List<Refusal> reasons)
                ? show(round, Map.of(), List.of(), Optional.empty(), reasons)
                : desk(round);
    }
}
