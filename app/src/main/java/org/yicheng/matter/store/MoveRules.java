package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedure.Transition;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;

/** May a matter move so? Every reason against it at once. */
record MoveRules(Procedure procedure, Matter matter, List<Deadline> limits, LocalDate today, Instant now) {

    private static final int LONGEST = 500;

    /** @param decided the right was established elsewhere, e.g. by a vote */
    List<Refusal> against(Matter.Move move, boolean decided) {
        if (move.version() != matter.version()) {
            return List.of(Refusal.plain("matter.stale", "expected", matter.version(), "actual", move.version()));
        }
        Optional<Transition> declared =
                procedure.transition(move.transition()).filter(one -> one.existsIn(matter.place()));
        Bilingual state = procedure.state(matter.state()).orElseThrow().name();
        List<Bilingual> possible = procedure.from(matter.state(), matter.place()).stream()
                .map(Transition::name)
                .toList();
        if (declared.isEmpty()) {
            return List.of(Refusal.at(
                    "transition",
                    "matter.not-declared",
                    "value",
                    move.transition(),
                    "state",
                    state,
                    "possible",
                    said(possible)));
        }
        Transition transition = declared.get();
        List<Refusal> reasons = new ArrayList<>();
        if (!transition.from().contains(matter.state())) {
            reasons.add(Refusal.by(
                    transition.ground(),
                    "matter.not-from-here",
                    "transition",
                    transition.name(),
                    "state",
                    state,
                    "possible",
                    said(possible)));
        }
        if (!decided && !mayDo(transition)) {
            List<Bilingual> actors = transition.by().stream()
                    .map(by -> procedure.actor(by).orElseThrow().name())
                    .toList();
            reasons.add(Refusal.by(
                    transition.ground(), "matter.not-yours", "transition", transition.name(), "actors", actors));
        }
        words(move, transition, reasons);
        lapsed(transition, reasons);
        starts(move, transition, reasons);
        reasons.addAll(parties(move.parties(), transition.ground()));
        return reasons;
    }

    private static Object said(List<Bilingual> possible) {
        return possible.isEmpty() ? new Bilingual("无", "nothing") : possible;
    }

    boolean mayDo(Transition transition) {
        return transition.by().stream()
                .map(by -> procedure.actor(by).orElseThrow())
                .anyMatch(actor -> MatterActs.actsAs(matter, actor));
    }

    private void words(Matter.Move move, Transition transition, List<Refusal> reasons) {
        if (move.reason().length() > LONGEST
                || transition.reason() && move.reason().isBlank()) {
            reasons.add(Refusal.at("reason", transition.ground(), "matter.reason-missing", "most", LONGEST));
        }
        for (String paper : transition.documents()) {
            String given = move.documents().getOrDefault(paper, "");
            if (given.isBlank() || given.length() > LONGEST || given.contains("\n")) {
                reasons.add(Refusal.at(
                        "documents." + paper,
                        transition.ground(),
                        "matter.document-missing",
                        "document",
                        procedure.document(paper).orElseThrow().name()));
            }
        }
        move.documents().keySet().stream()
                .filter(paper -> !transition.documents().contains(paper))
                .sorted()
                .forEach(paper -> reasons.add(Refusal.at("documents", "matter.document-unknown", "value", paper)));
    }

    private void lapsed(Transition transition, List<Refusal> reasons) {
        transition.within().flatMap(this::running).ifPresent(limit -> {
            if (limit.due().isPresent() && limit.over(today, now)) {
                reasons.add(Refusal.by(
                        limit.ground(),
                        "matter.limit-lapsed",
                        "limit",
                        procedure.limit(limit.limit()).orElseThrow().name(),
                        "due",
                        OfficialDate.dayWithWeekday(limit.due().get()),
                        "today",
                        OfficialDate.dayWithWeekday(today)));
            }
        });
    }

    private void starts(Matter.Move move, Transition transition, List<Refusal> reasons) {
        move.starts().forEach((limit, day) -> {
            if (procedure.limit(limit).filter(one -> isStarted(one, transition)).isEmpty()) {
                reasons.add(Refusal.at("starts", "matter.limit-not-started", "value", limit));
            } else if (procedure
                    .limit(limit)
                    .flatMap(this::term)
                    .filter(term -> term.period().inHours())
                    .isPresent()) {
                reasons.add(Refusal.at("starts", "matter.start-in-hours", "limit", limit));
            } else if (day.isAfter(today)) {
                reasons.add(
                        Refusal.at("starts", "matter.start-future", "value", OfficialDate.day(day), "limit", limit));
            }
        });
    }

    List<Refusal> parties(List<Matter.Party> parties, Citation ground) {
        List<Refusal> reasons = new ArrayList<>();
        for (Matter.Party party : parties) {
            if (procedure.actor(party.actor()).isEmpty()) {
                reasons.add(Refusal.at("parties", ground, "matter.actor-unknown", "value", party.actor()));
            }
            if (party.name().isBlank() || party.name().length() > LONGEST) {
                reasons.add(Refusal.at(
                        "parties",
                        "matter.party-nameless",
                        "value",
                        party.holder().key()));
            }
        }
        long distinct = parties.stream()
                .map(party -> party.actor() + " " + party.holder().key())
                .distinct()
                .count();
        if (distinct < parties.size()) {
            reasons.add(Refusal.at("parties", "matter.party-twice"));
        }
        return reasons;
    }

    Optional<Deadline> running(String limit) {
        return limits.stream()
                .filter(one -> one.limit().equals(limit) && one.ended().isEmpty())
                .findFirst();
    }

    /** How long a limit is here, if it has a length here. */
    Optional<Procedure.Term> term(Procedure.Limit limit) {
        return procedure.place(matter.place()).map(place -> place.terms().get(limit.id()));
    }

    boolean isStarted(Procedure.Limit limit, Transition transition) {
        Set<String> starts = term(limit).flatMap(Procedure.Term::starts).orElse(limit.starts());
        return term(limit).isPresent() && starts.contains(transition.id());
    }
}
