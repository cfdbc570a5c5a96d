package org.yicheng.proposals.handling.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** What every step of handling does: hold the filing, ask all rules at once, move the kernel's matter, write the act. */
@Component
class Course {

    static final Citation HANDLING = Citation.of(Law.DEPUTIES, "51(2)");

    /** The states in which a group is handled as one. */
    private static final Set<String> TOGETHER =
            Set.of("ACCEPTED", "ASSIGNED", "RECEIVED", "OBJECTED", "IN_HANDLING", "REPLY_DRAFT", "REPLY_REVIEW");

    private final HandlingRows rows;
    private final Reader reader;
    private final Matters matters;
    private final Journal journal;
    private final Clock clock;

    Course(HandlingRows rows, Reader reader, Matters matters, Journal journal, Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.matters = matters;
        this.journal = journal;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    interface Against {
        List<Refusal> of(Handling handling);
    }

    interface Take {
        void take(Handling handling);
    }

    /** What is written into the record about a step. */
    record Act(String verb, Citation ground, Permission as, Map<String, String> facts) {
        static Act of(String verb, Citation ground, Permission as) {
            return new Act(verb, ground, as, Map.of());
        }

        Act on(Citation other) {
            return new Act(verb, other, as, facts);
        }

        Act with(String name, String value) {
            Map<String, String> more = new HashMap<>(facts);
            more.put(name, value);
            return new Act(verb, ground, as, Map.copyOf(more));
        }
    }

    /** One step on one filing. */
    Ruling<Handling> step(UUID filing, Against against, Take take, Act act) {
        Optional<Handling> found = rows.lock(filing) ? reader.byFiling(filing) : Optional.empty();
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.handling.unknown", "value", filing));
        }
        List<Refusal> reasons = Grounds.of(found.get().filing(), against.of(found.get()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        take.take(found.get());
        write(filing, act.on(Grounds.of(found.get().filing(), act.ground())));
        return Ruling.granted(reader.byFiling(filing).orElseThrow());
    }

    void write(UUID filing, Act act) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                now(),
                caller.actor(),
                caller.roleFor(act.as()),
                act.verb(),
                "filing:" + filing,
                Optional.of(act.ground().key()),
                act.facts()));
    }

    /** Everything against a move of the kernel's matter and everything else. */
    List<Refusal> against(Handling handling, Matter.Move move, List<Refusal> others) {
        List<Refusal> reasons = new ArrayList<>(led(handling));
        reasons.addAll(matters.against(handling.matter().id(), move, false));
        reasons.addAll(others);
        return reasons;
    }

    /** The same for what others decided and is entered here. */
    List<Refusal> againstCarrying(Handling handling, Matter.Move move, List<Refusal> others) {
        List<Refusal> reasons = new ArrayList<>(led(handling));
        reasons.addAll(matters.against(handling.matter().id(), move, true));
        reasons.addAll(others);
        return reasons;
    }

    /** One of a group is handled where the group is led. */
    List<Refusal> led(Handling handling) {
        if (!TOGETHER.contains(handling.matter().state())) {
            return List.of();
        }
        return leader(handling)
                .map(leader -> List.of(Refusal.plain(
                        "proposals.handling.led",
                        "title",
                        leader.filing().title(),
                        "number",
                        leader.filing().number().orElse(0))))
                .orElse(List.of());
    }

    /** The one with which it is handled, unless it leads itself. */
    Optional<Handling> leader(Handling handling) {
        return matters.standingLinks(List.of(handling.matter().id())).stream()
                .filter(link -> link.type() == Matter.LinkType.MERGED
                        && link.from().equals(handling.matter().id()))
                .findFirst()
                .flatMap(link -> reader.filingOf(link.to()))
                .flatMap(reader::byFiling);
    }

    /** Those handled with this one, in the same state. */
    List<Handling> followers(Handling handling) {
        if (!TOGETHER.contains(handling.matter().state())) {
            return List.of();
        }
        List<UUID> ids = matters.standingLinks(List.of(handling.matter().id())).stream()
                .filter(link -> link.type() == Matter.LinkType.MERGED
                        && link.to().equals(handling.matter().id()))
                .flatMap(link -> reader.filingOf(link.from()).stream())
                .toList();
        return reader.read(ids).stream()
                .filter(one -> one.matter().state().equals(handling.matter().state()))
                .toList();
    }

    /** It and those handled with it. */
    List<Handling> together(Handling handling) {
        List<Handling> all = new ArrayList<>(List.of(handling));
        all.addAll(followers(handling));
        return all;
    }

    /** Moves a matter as the caller's own act. */
    void move(Handling handling, Matter.Move move) {
        granted(matters.move(handling.matter().id(), seen(handling, move)));
    }

    /** Moves a matter by what a rule or a vote decided. */
    void carry(Handling handling, Matter.Move move) {
        granted(matters.carry(handling.matter().id(), seen(handling, move)));
    }

    /** Moves it, and carries the same for those handled with it. */
    void moveTogether(Handling handling, Matter.Move move) {
        List<Handling> followers = followers(handling);
        move(handling, move);
        followers.forEach(one -> carry(one, move));
    }

    private static Matter.Move seen(Handling handling, Matter.Move move) {
        return new Matter.Move(
                move.transition(),
                handling.matter().version(),
                move.reason(),
                move.documents(),
                move.starts(),
                move.parties());
    }

    /** A refusal here would leave half a step: the transaction ends without it. */
    private static void granted(Ruling<?> ruling) {
        if (ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)) {
            throw new RefusedException(reasons);
        }
    }

    Handling again(Handling handling) {
        return reader.byFiling(handling.filing().id()).orElseThrow();
    }

    Matter.Move of(Handling handling, String transition) {
        return Matter.Move.of(transition, handling.matter().version());
    }
}
