package org.yicheng.congress.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.SpecialCall;
import org.yicheng.congress.SpecialCall.By;
import org.yicheng.congress.SpecialCall.State;
import org.yicheng.congress.SpecialCalls;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** How a special session comes to be called: each step in one transaction with its act. */
@Component
class JdbcSpecialCalls implements SpecialCalls {

    private static final Citation GROUND = SpecialCallRows.GROUND;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 20_000;

    private final SpecialCallRows rows;
    private final Bodies bodies;
    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Journal journal;
    private final Clock clock;

    JdbcSpecialCalls(
            SpecialCallRows rows, Bodies bodies, Sessions sessions, SessionKinds kinds, Journal journal, Clock clock) {
        this.rows = rows;
        this.bodies = bodies;
        this.sessions = sessions;
        this.kinds = kinds;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> propose(String body, String title, String text) {
        Optional<Member> author = deputy(body);
        List<Refusal> against = new ArrayList<>(faults(body, title, text));
        against.addAll(againstDeputy(author));
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        UUID id = rows.insert(body, By.DEPUTIES, title.strip(), text.strip(), "", demo(body));
        rows.sign(id, author.orElseThrow().mandate());
        return done(id, Permission.MATTER_FILE, "congress.special-call.propose", "by", By.DEPUTIES);
    }

    private boolean demo(String body) {
        return bodies.byId(body).map(Body::demo).orElse(false);
    }

    private List<Refusal> faults(String body, String title, String text) {
        List<Refusal> faults = new ArrayList<>();
        if (bodies.byId(body).filter(one -> one.kind() == Body.Kind.CONGRESS).isEmpty()) {
            faults.add(Refusal.at("body", GROUND, "congress.call-no-congress", "value", body));
        }
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            faults.add(Refusal.at(
                    "title", "congress.call-title", "value", title.strip().length(), "most", LONGEST_TITLE));
        }
        if (text.isBlank() || text.strip().length() > LONGEST_TEXT) {
            faults.add(Refusal.at(
                    "text", "congress.call-text", "value", text.strip().length(), "most", LONGEST_TEXT));
        }
        return faults;
    }

    private static List<Refusal> againstDeputy(Optional<Member> member) {
        if (member.isEmpty()) {
            return List.of(Refusal.by(GROUND, "congress.call-no-deputy"));
        }
        return member.get().status() == Member.MandateStatus.IN_OFFICE
                ? List.of()
                : List.of(Refusal.by(Citation.of(Law.DEPUTIES, 61), "congress.call-suspended"));
    }

    private Optional<Member> deputy(String body) {
        return Caller.current().person().flatMap(person -> bodies.memberOf(body, person));
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> sign(UUID id) {
        return step(id, call -> with(open(call), againstDeputy(deputy(call.body()))), call -> {
            Member member = deputy(call.body()).orElseThrow();
            rows.sign(id, member.mandate());
            return done(id, Permission.MATTER_FILE, "congress.special-call.sign", "member", member.number());
        });
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> takeBack(UUID id) {
        return step(id, call -> with(open(call), ofSigner(call)), call -> {
            Member member = deputy(call.body()).orElseThrow();
            rows.takeBack(id, member.mandate());
            return done(id, Permission.MATTER_FILE, "congress.special-call.take-back", "member", member.number());
        });
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> handIn(UUID id) {
        return step(id, this::againstHandingIn, call -> {
            rows.made(call);
            return done(
                    id,
                    Permission.MATTER_FILE,
                    "congress.special-call.hand-in",
                    "signers",
                    call.standing(),
                    "required",
                    call.required(),
                    "due",
                    call.due());
        });
    }

    private List<Refusal> againstHandingIn(SpecialCall call) {
        List<Refusal> against = with(open(call), ofLead(call));
        if (call.missing() > 0) {
            against.add(Refusal.by(
                    GROUND,
                    "congress.call-too-few",
                    "signers",
                    call.standing(),
                    "required",
                    call.required(),
                    "due",
                    call.due(),
                    "missing",
                    call.missing()));
        }
        return against;
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> withdraw(UUID id) {
        return step(id, call -> with(open(call), ofLead(call)), _ -> {
            rows.withdraw(id);
            return done(id, Permission.MATTER_FILE, "congress.special-call.withdraw");
        });
    }

    private static List<Refusal> open(SpecialCall call) {
        return call.state() == State.OPEN
                ? List.of()
                : List.of(Refusal.by(
                        GROUND, "congress.call-not-open", "state", Phrase.of("congress.call-is-" + call.state())));
    }

    private List<Refusal> ofSigner(SpecialCall call) {
        Optional<UUID> own = deputy(call.body()).map(Member::mandate);
        boolean signed = call.signers().stream()
                .anyMatch(signer -> signer.stands() && own.equals(Optional.of(signer.mandate())));
        return signed ? List.of() : List.of(Refusal.plain("congress.call-not-signer"));
    }

    private List<Refusal> ofLead(SpecialCall call) {
        Optional<UUID> own = deputy(call.body()).map(Member::mandate);
        return !call.signers().isEmpty()
                        && own.equals(Optional.of(call.signers().getFirst().mandate()))
                ? List.of()
                : List.of(Refusal.plain("congress.call-not-lead"));
    }

    private static List<Refusal> with(List<Refusal> first, List<Refusal> second) {
        List<Refusal> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> ofCommittee(String body, String title, String text, String reference) {
        List<Refusal> against = new ArrayList<>(faults(body, title, text));
        if (reference.isBlank() || reference.strip().length() > LONGEST_TITLE) {
            against.add(Refusal.at(
                    "reference",
                    GROUND,
                    "congress.call-reference",
                    "value",
                    reference.strip().length(),
                    "most",
                    LONGEST_TITLE));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        UUID id = rows.insert(body, By.STANDING_COMMITTEE, title.strip(), text.strip(), reference.strip(), demo(body));
        return done(
                id,
                Permission.SESSION_MOVE,
                "congress.special-call.propose",
                "by",
                By.STANDING_COMMITTEE,
                "reference",
                reference.strip());
    }

    @Override
    @Transactional
    public Ruling<SpecialCall> back(UUID id, String session) {
        return step(id, call -> againstBacking(call, session), _ -> {
            rows.back(id, session);
            return done(id, Permission.SESSION_MOVE, "congress.special-call.back", "session", session);
        });
    }

    private List<Refusal> againstBacking(SpecialCall call, String id) {
        List<Refusal> against = new ArrayList<>();
        if (call.state() != State.MADE) {
            against.add(Refusal.by(
                    GROUND, "congress.call-not-made", "state", Phrase.of("congress.call-is-" + call.state())));
        }
        if (call.session().isPresent()) {
            against.add(Refusal.by(
                    GROUND, "congress.call-used", "session", call.session().get()));
        }
        Optional<Session> session = sessions.byId(id)
                .filter(found -> found.body().equals(call.body()))
                .filter(found -> kinds.of(found).special());
        if (session.isEmpty()) {
            against.add(Refusal.at("session", GROUND, "congress.call-no-special", "value", id));
        } else if (rows.backed(id)) {
            against.add(Refusal.at("session", GROUND, "congress.call-backed", "value", id));
        }
        return against;
    }

    @Override
    public Optional<SpecialCall> byId(UUID id) {
        return rows.byId(id, false);
    }

    @Override
    public List<SpecialCall> ofBody(String body) {
        return rows.ofBody(body);
    }

    private Ruling<SpecialCall> step(
            UUID id, Function<SpecialCall, List<Refusal>> against, Function<SpecialCall, Ruling<SpecialCall>> step) {
        Optional<SpecialCall> call = rows.byId(id, true);
        if (call.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.call-unknown", "value", id));
        }
        List<Refusal> reasons = against.apply(call.get());
        return reasons.isEmpty() ? step.apply(call.get()) : Ruling.refused(reasons);
    }

    private Ruling<SpecialCall> done(UUID id, Permission as, String verb, Object... facts) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i + 1 < facts.length; i += 2) {
            map.put((String) facts[i], String.valueOf(facts[i + 1]));
        }
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(as),
                verb,
                "special-call:" + id,
                Optional.of(GROUND.key()),
                map));
        return Ruling.granted(rows.byId(id, false).orElseThrow());
    }
}
