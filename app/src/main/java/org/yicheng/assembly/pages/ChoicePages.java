package org.yicheng.assembly.pages;

import java.util.Arrays;
import java.util.Comparator;
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
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.ChoiceMethod;
import org.yicheng.assembly.Choices;
import org.yicheng.assembly.Choices.Choice;
import org.yicheng.assembly.Sitting;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** Choices by ranking: set up and led at the desk, filled in on the phone. */
@Controller
public class ChoicePages {

    private final Choices choices;
    private final Bodies bodies;
    private final Scope scope;
    private final Pages pages;

    ChoicePages(Choices choices, Bodies bodies, Scope scope, Pages pages) {
        this.choices = choices;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * The choices of a sitting.
     *
     * @param methods that the rule set admits
     * @param cast how many ballots each has
     * @param lists whether the caller may list one
     * @param leads whether the caller may open, close and declare
     * @param votes whether the caller may fill in a ballot
     */
    public record ChoicesView(
            Sitting sitting,
            List<Choice> choices,
            List<ChoiceMethod> methods,
            Map<UUID, Integer> cast,
            boolean lists,
            boolean leads,
            boolean votes,
            List<Refusal> reasons)
            implements Worded {
        @Override
        public String wordsOf() {
            return sitting.body();
        }
    }

    @GetMapping("/sittings/{id}/choices")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View list(@PathVariable String id) {
        return show(scope.sitting(id, Permission.MEMBER_DOCUMENTS), List.of());
    }

    private View show(Sitting sitting, List<Refusal> reasons) {
        Caller caller = Caller.current();
        List<Choice> all = choices.ofSitting(sitting.id());
        boolean leads = caller.mayIn(sitting.body(), Permission.QUESTION_MOVE);
        List<Choice> seen = leads ? all : all.stream().map(ChoiceApi::shown).toList();
        Map<UUID, Integer> cast = new java.util.HashMap<>();
        all.forEach(choice -> cast.put(choice.id(), choices.cast(choice.id())));
        return pages.show(
                "assembly/choices",
                new ChoicesView(
                        sitting,
                        seen,
                        bodies.rules(sitting.body()).choices().stream().sorted().toList(),
                        cast,
                        caller.mayIn(sitting.body(), Permission.SITTING_PREPARE),
                        leads,
                        caller.mayIn(sitting.body(), Permission.VOTE),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private static List<Refusal> faults(Ruling<Choice> ruling) {
        return ruling instanceof Ruling.Refused<Choice>(List<Refusal> reasons) ? reasons : List.of();
    }

    @PostMapping("/sittings/{id}/choices")
    @Needs(Permission.SITTING_PREPARE)
    View add(
            @PathVariable String id,
            @RequestParam String title,
            @RequestParam ChoiceMethod method,
            @RequestParam(defaultValue = "1") int seats,
            @RequestParam(defaultValue = "") String options) {
        Sitting sitting = scope.sitting(id, Permission.SITTING_PREPARE);
        List<String> typed = Arrays.stream(options.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return show(
                sitting,
                faults(choices.list(
                        new Choices.NewChoice(id, new Bilingual(title.strip(), title.strip()), method, seats, typed))));
    }

    @PostMapping("/sittings/{id}/choices/{choice}")
    @Needs(Permission.QUESTION_MOVE)
    View move(
            @PathVariable String id,
            @PathVariable UUID choice,
            @RequestParam("do") String act,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String reason) {
        Sitting sitting = scope.sitting(id, Permission.QUESTION_MOVE);
        if (choices.byId(choice).filter(found -> found.sitting().equals(id)).isEmpty()) {
            throw new RefusedException(Refusal.plain("assembly.choice.unknown", "value", choice));
        }
        Ruling<Choice> ruling = switch (act) {
            case "open" -> choices.open(choice);
            case "close" -> choices.close(choice);
            case "tie" -> choices.decideTie(choice, chosen, reason);
            case "declare" -> choices.declare(choice);
            case "withdraw" -> choices.withdraw(choice, reason);
            default -> throw new IllegalArgumentException("no such act: " + act);
        };
        return show(sitting, faults(ruling));
    }

    /** The ballot: a rank for each option; none is a rank of its own. */
    public record RankingView(Choice choice, Optional<List<String>> own, List<Refusal> reasons) implements Worded {
        @Override
        public String wordsOf() {
            return choice.body();
        }

        public boolean open() {
            return choice.state() == Choices.State.VOTING;
        }

        /** The rank given to an option so far, from 1; 0 if none. */
        public int rank(String option) {
            return own.map(ranking -> ranking.indexOf(option) + 1).orElse(0);
        }
    }

    @GetMapping("/choices/{choice}")
    @Needs(Permission.VOTE)
    View ballot(@PathVariable UUID choice) {
        return ballot(choice, List.of());
    }

    private View ballot(UUID id, List<Refusal> reasons) {
        Choice choice = choices.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.choice.unknown", "value", id)));
        return pages.show(
                "assembly/ranking",
                new RankingView(ChoiceApi.shown(choice), choices.own(id, person(id)), reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private static UUID person(UUID id) {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", id)));
    }

    /** Fields are {@code rank-N} for the N-th option; equal ranks are refused, gaps are closed. */
    @PostMapping("/choices/{choice}")
    @Needs(Permission.VOTE)
    View cast(@PathVariable UUID choice, @RequestParam Map<String, String> sent) {
        Choice found = choices.byId(choice)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.choice.unknown", "value", choice)));
        record Ranked(int rank, String option) {}
        List<Ranked> ranked = new java.util.ArrayList<>();
        for (int i = 0; i < found.options().size(); i++) {
            String rank = sent.getOrDefault("rank-" + (i + 1), "");
            if (rank.matches("[1-9]\\d?")) {
                ranked.add(new Ranked(Integer.parseInt(rank), found.options().get(i)));
            }
        }
        if (ranked.stream().map(Ranked::rank).distinct().count() < ranked.size()) {
            return ballot(choice, List.of(Refusal.at("ranking", "assembly.choice-equal-ranks")));
        }
        List<String> ranking = ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::option)
                .toList();
        return ballot(choice, faults(choices.cast(choice, person(choice), ranking)));
    }
}
