package org.yicheng.debate.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Amendment.State;
import org.yicheng.debate.Change;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.decide.FinalText;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** The life of an amendment up to the vote: drafted, signed, filed in time, admitted. Every move locks the motion. */
@Component
class Amending {

    private static final Citation STATES = Citation.of(Law.PRODUCT, "debate.amendment");
    /** Guangdong rules art. 29: an amendment too may be withdrawn before the vote, with the presidium's consent. */
    private static final Citation WITHDRAWAL = Citation.of(Law.GUANGDONG, 29);

    private static final int LONGEST_REASON = 5_000;

    private final MotionRows motions;
    private final AmendmentRows amendments;
    private final Texts texts;
    private final Bodies bodies;
    private final Debating debating;
    private final Halls halls;
    private final Words words;
    private final Acts acts;
    private final Clock clock;

    Amending(
            MotionRows motions,
            AmendmentRows amendments,
            Texts texts,
            Bodies bodies,
            Debating debating,
            Halls halls,
            Words words,
            Acts acts,
            Clock clock) {
        this.motions = motions;
        this.amendments = amendments;
        this.texts = texts;
        this.bodies = bodies;
        this.debating = debating;
        this.halls = halls;
        this.words = words;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    Ruling<Amendment> draft(UUID motion, UUID person, Motions.Drafted draft) {
        Motion found = motions.locked(motion);
        Optional<Member> member = bodies.memberOf(found.body(), person);
        List<Refusal> reasons = faults(found, draft);
        reasons.addAll(timeFaults(found));
        if (member.isEmpty()) {
            reasons.add(Refusal.by(STATES, "debate.not-a-member"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = amendments.insert(
                motion,
                new AmendmentRows.By(Amendment.Kind.AMENDMENT, proposer(member.get(), 1), Optional.of(person)),
                draft,
                State.DRAFT,
                clock.instant());
        amendments.sign(id, member.get(), clock.instant());
        return done(id, Permission.VOTE, STATES, "debate.amendment.draft");
    }

    private String proposer(Member member, int signers) {
        return words.say(Language.ZH, "debate.proposer-members", "name", member.name(), "n", signers);
    }

    private List<Refusal> faults(Motion motion, Motions.Drafted draft) {
        List<Refusal> reasons = new ArrayList<>();
        DebateRules.Workflow workflow = debating.rules(motion.body()).workflow();
        if (workflow.state(motion.state()).stage() != DebateRules.Stage.DEBATED) {
            reasons.add(Refusal.by(
                    STATES,
                    "debate.motion-not-debated",
                    "number",
                    motion.number(),
                    "state",
                    workflow.state(motion.state()).name()));
        }
        Optional<Amendment> above = draft.parent().flatMap(amendments::byId);
        if (draft.parent().isPresent()
                && above.filter(each -> each.motion().equals(motion.id())).isEmpty()) {
            reasons.add(Refusal.at(
                    "parent",
                    "debate.amendment.unknown",
                    "value",
                    draft.parent().get()));
        }
        above.filter(each -> each.parent().isPresent())
                .ifPresent(each -> reasons.add(Refusal.by(STATES, "debate.third-degree", "number", each.number())));
        above.filter(each -> each.parent().isEmpty() && !each.pending())
                .ifPresent(each -> reasons.add(Refusal.by(
                        STATES,
                        "debate.amendment-state",
                        "number",
                        each.number(),
                        "state",
                        Phrase.of("debate.amendment-is-" + each.state()))));
        int most = texts.wording(motion, draft.parent()).size();
        if (draft.change().to() > most) {
            reasons.add(Refusal.at(
                    "to", "debate.no-such-paragraph", "value", draft.change().to(), "most", most));
        }
        textFaults(draft.change()).forEach(reasons::add);
        if (draft.reason().length() > LONGEST_REASON) {
            reasons.add(Refusal.at(
                    "reason", "debate.text-length", "value", draft.reason().length(), "most", LONGEST_REASON));
        }
        if (amendments.of(motion.id()).size() >= Motions.MOST_AMENDMENTS) {
            reasons.add(Refusal.by(STATES, "debate.amendments-full", "most", Motions.MOST_AMENDMENTS));
        }
        return reasons;
    }

    private static List<Refusal> textFaults(Change change) {
        List<Refusal> reasons = new ArrayList<>();
        if (change.paragraphs().size() > Change.MOST_PARAGRAPHS) {
            reasons.add(Refusal.at(
                    "text",
                    "debate.paragraphs-many",
                    "value",
                    change.paragraphs().size(),
                    "most",
                    Change.MOST_PARAGRAPHS));
        }
        change.paragraphs().stream()
                .filter(text -> text.isBlank() || text.length() > Change.LONGEST_PARAGRAPH)
                .findFirst()
                .ifPresent(text -> reasons.add(Refusal.at(
                        "text", "debate.paragraph-length", "value", text.length(), "most", Change.LONGEST_PARAGRAPH)));
        return reasons;
    }

    /** The deadline itself is still in time; one millisecond later is not. */
    private List<Refusal> timeFaults(Motion motion) {
        DebateRules.Amendments rules = debating.rules(motion.body()).amendment();
        Instant now = clock.instant();
        return motion.amendmentsUntil()
                .filter(now::isAfter)
                .map(until -> List.of(Refusal.by(
                        rules.noticeSource(),
                        "debate.amendment-late",
                        "until",
                        words.say(Language.ZH, "debate.instant", "at", local(until)),
                        "at",
                        words.say(Language.ZH, "debate.instant", "at", local(now)),
                        "seconds",
                        Math.max(1, Duration.between(until, now).toSeconds()),
                        "hours",
                        rules.noticeMinutes() / 60)))
                .orElse(List.of());
    }

    private String local(Instant at) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", java.util.Locale.ROOT)
                .format(at.atZone(clock.getZone()));
    }

    @Transactional
    Ruling<Amendment> sign(UUID amendment, UUID person) {
        Amendment found = locked(amendment);
        Motion motion = motions.known(found.motion());
        Optional<Member> member = bodies.memberOf(motion.body(), person);
        List<Refusal> reasons = new ArrayList<>(in(found, State.DRAFT));
        if (member.filter(each -> each.status() == Member.MandateStatus.IN_OFFICE)
                .isEmpty()) {
            reasons.add(Refusal.by(STATES, "debate.not-a-member"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        amendments.sign(amendment, member.orElseThrow(), clock.instant());
        return done(
                amendment,
                Permission.VOTE,
                STATES,
                "debate.amendment.sign",
                "member",
                member.get().number());
    }

    @Transactional
    Ruling<Amendment> unsign(UUID amendment, UUID person) {
        Amendment found = locked(amendment);
        List<Refusal> reasons = new ArrayList<>(in(found, State.DRAFT));
        if (found.person().filter(person::equals).isPresent()) {
            reasons.add(Refusal.by(STATES, "debate.drafter-signs"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        amendments.unsign(amendment, person);
        return done(amendment, Permission.VOTE, STATES, "debate.amendment.unsign");
    }

    @Transactional
    Ruling<Amendment> file(UUID amendment, UUID person) {
        Amendment found = locked(amendment);
        Motion motion = motions.known(found.motion());
        List<Refusal> reasons = new ArrayList<>(in(found, State.DRAFT));
        if (found.person().filter(person::equals).isEmpty()) {
            reasons.add(Refusal.by(STATES, "debate.not-the-drafter", "number", found.number()));
        }
        reasons.addAll(faults(motion, new Motions.Drafted(found.parent(), found.change(), found.reason())));
        reasons.addAll(timeFaults(motion));
        List<Member> signers = inOffice(
                motion,
                found.signatures().stream().map(Amendment.Signature::member).toList());
        reasons.addAll(signerFaults(motion, signers.size()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        amendments.filed(amendment, filed(motion), clock.instant());
        return done(
                amendment,
                Permission.VOTE,
                debating.rules(motion.body()).amendment().signersSource(),
                "debate.amendment.file",
                "signers",
                signers.size());
    }

    /** Where no meeting has to admit it first, what is filed is before the assembly. */
    private State filed(Motion motion) {
        return debating.rules(motion.body()).amendment().admission() ? State.FILED : State.ADMITTED;
    }

    private List<Member> inOffice(Motion motion, List<String> numbers) {
        return numbers.stream()
                .distinct()
                .map(number -> bodies.memberByNumber(motion.body(), number))
                .flatMap(Optional::stream)
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .toList();
    }

    private List<Refusal> signerFaults(Motion motion, int signers) {
        DebateRules.Amendments rules = debating.rules(motion.body()).amendment();
        return signers >= rules.signers()
                ? List.of()
                : List.of(Refusal.by(
                        rules.signersSource(),
                        "debate.signers-missing",
                        "required",
                        rules.signers(),
                        "actual",
                        signers,
                        "missing",
                        rules.signers() - signers));
    }

    @Transactional
    Ruling<Amendment> fileOnPaper(UUID motion, Motions.Drafted draft, List<String> members) {
        Motion found = motions.locked(motion);
        List<Refusal> reasons = faults(found, draft);
        reasons.addAll(timeFaults(found));
        members.stream()
                .filter(number -> bodies.memberByNumber(found.body(), number).isEmpty())
                .forEach(number -> reasons.add(Refusal.at("members", "debate.member.unknown", "value", number)));
        List<Member> signers = inOffice(found, members);
        reasons.addAll(signerFaults(found, signers.size()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Member first = signers.getFirst();
        UUID id = amendments.insert(
                motion,
                new AmendmentRows.By(
                        Amendment.Kind.AMENDMENT, proposer(first, signers.size()), Optional.of(first.person())),
                draft,
                filed(found),
                clock.instant());
        signers.forEach(member -> amendments.sign(id, member, clock.instant()));
        return done(
                id,
                Permission.SITTING_PREPARE,
                debating.rules(found.body()).amendment().signersSource(),
                "debate.amendment.file",
                "signers",
                signers.size());
    }

    @Transactional
    Ruling<Amendment> recommend(UUID motion, String proposer, Motions.Drafted draft) {
        Motion found = motions.locked(motion);
        List<Refusal> reasons = faults(found, draft);
        if (proposer.isBlank() || proposer.length() > 100) {
            reasons.add(Refusal.at("proposer", "debate.title-length", "value", proposer.length(), "most", 100));
        }
        if (draft.parent().isPresent()) {
            reasons.add(Refusal.at(
                    "parent",
                    "debate.amendment.unknown",
                    "value",
                    draft.parent().get()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = amendments.insert(
                motion,
                new AmendmentRows.By(Amendment.Kind.RECOMMENDATION, proposer.strip(), Optional.empty()),
                draft,
                State.FILED,
                clock.instant());
        return done(id, Permission.SITTING_PREPARE, STATES, "debate.amendment.recommend");
    }

    @Transactional
    Ruling<Amendment> admit(UUID amendment, boolean yes, String consent) {
        Amendment found = locked(amendment);
        Motion motion = motions.known(found.motion());
        List<Refusal> reasons = new ArrayList<>(in(found, State.FILED));
        if (consent.isBlank()) {
            reasons.add(Refusal.at("consent", "debate.consent-missing"));
        }
        boolean recommendation = found.kind() == Amendment.Kind.RECOMMENDATION;
        if (recommendation && yes) {
            reasons.addAll(clashes(found));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        State taken = recommendation ? State.ADOPTED : State.ADMITTED;
        State refused = recommendation ? State.REJECTED : State.NOT_ADMITTED;
        amendments.state(amendment, yes ? taken : refused, consent.strip());
        if (recommendation && yes) {
            lapse(amendments.byId(amendment).orElseThrow());
        }
        return done(
                amendment,
                Permission.SITTING_PREPARE,
                debating.rules(motion.body()).amendment().noticeSource(),
                "debate.amendment.admit",
                "state",
                yes ? taken : refused);
    }

    private List<Refusal> clashes(Amendment taken) {
        return texts.adopted(amendments.of(taken.motion())).stream()
                .filter(each -> each.change().clashes(taken.change()))
                .map(each ->
                        Refusal.by(STATES, "debate.changes-clash", "number", taken.number(), "other", each.amendment()))
                .toList();
    }

    @Transactional
    Ruling<Amendment> withdraw(UUID amendment, String consent) {
        Amendment found = locked(amendment);
        boolean early = found.state() == State.DRAFT || found.state() == State.FILED;
        boolean own = Caller.current()
                .person()
                .filter(person -> found.person().filter(person::equals).isPresent())
                .isPresent();
        List<Refusal> reasons = new ArrayList<>(in(found, State.DRAFT, State.FILED, State.ADMITTED));
        boolean desk = halls.mayIn(motions.known(found.motion()).body(), Permission.SITTING_PREPARE);
        if (!own && !desk) {
            reasons.add(Refusal.by(WITHDRAWAL, "debate.not-the-drafter", "number", found.number()));
        }
        if (!(early && own) && consent.isBlank()) {
            reasons.add(Refusal.by(WITHDRAWAL, "debate.withdrawal-needs-consent", "number", found.number()));
        }
        if (!early && !desk) {
            reasons.add(Refusal.by(WITHDRAWAL, "debate.withdrawal-by-desk", "number", found.number()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        amendments.state(amendment, State.WITHDRAWN, consent.strip());
        lapseSecond(found);
        return done(
                amendment, own ? Permission.VOTE : Permission.SITTING_PREPARE, WITHDRAWAL, "debate.amendment.withdraw");
    }

    @Transactional
    Ruling<Amendment> place(UUID amendment, int place) {
        Amendment found = locked(amendment);
        List<Refusal> reasons = new ArrayList<>(in(found, State.FILED, State.ADMITTED));
        if (place < 0 || place > Motions.MOST_AMENDMENTS) {
            reasons.add(Refusal.at("place", "debate.place-range", "value", place, "most", Motions.MOST_AMENDMENTS));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        amendments.place(amendment, place);
        return done(amendment, Permission.SITTING_PREPARE, STATES, "debate.amendment.place", "place", place);
    }

    /** What became of an amendment in the vote, and of those that wanted the same words. */
    void decided(UUID amendment, boolean adopted, String because) {
        Amendment found = locked(amendment);
        amendments.state(amendment, adopted ? State.ADOPTED : State.REJECTED, because);
        if (adopted) {
            lapse(amendments.byId(amendment).orElseThrow());
        } else {
            lapseSecond(found);
        }
        done(
                amendment,
                Permission.QUESTION_MOVE,
                STATES,
                adopted ? "debate.amendment.adopted" : "debate.amendment.rejected");
    }

    /** Whatever still waits for the same words has nothing left to change. */
    private void lapse(Amendment adopted) {
        List<Amendment> all = amendments.of(adopted.motion());
        Change change = texts.effective(adopted, all);
        all.stream()
                .filter(each -> each.pending() || each.state() == State.DRAFT)
                .filter(each ->
                        each.parent().equals(adopted.parent()) && !each.id().equals(adopted.id()))
                .filter(each -> new FinalText.Adopted(each.number(), each.change())
                        .change()
                        .clashes(change))
                .forEach(each -> {
                    amendments.state(
                            each.id(),
                            State.LAPSED,
                            words.say(Language.ZH, "debate.lapsed-by", "number", adopted.number()));
                    lapseSecond(each);
                });
        lapseSecond(adopted);
    }

    private void lapseSecond(Amendment gone) {
        amendments.of(gone.motion()).stream()
                .filter(each -> each.parent().filter(gone.id()::equals).isPresent())
                .filter(each -> each.pending() || each.state() == State.DRAFT)
                .forEach(each -> amendments.state(
                        each.id(), State.LAPSED, words.say(Language.ZH, "debate.lapsed-by", "number", gone.number())));
    }

    private Amendment locked(UUID amendment) {
        Amendment found = amendments
                .byId(amendment)
                .orElseThrow(() -> new RefusedException(Refusal.plain("debate.amendment.unknown", "value", amendment)));
        motions.locked(found.motion());
        return amendments.byId(amendment).orElseThrow();
    }

    private static List<Refusal> in(Amendment amendment, State... allowed) {
        return Set.of(allowed).contains(amendment.state())
                ? List.of()
                : List.of(Refusal.by(
                        STATES,
                        "debate.amendment-state",
                        "number",
                        amendment.number(),
                        "state",
                        Phrase.of("debate.amendment-is-" + amendment.state())));
    }

    private Ruling<Amendment> done(UUID amendment, Permission as, Citation ground, String verb, Object... facts) {
        Amendment now = amendments.byId(amendment).orElseThrow();
        Motion motion = motions.known(now.motion());
        halls.changed(motion.body(), motion.subject());
        List<Object> all = new ArrayList<>(List.of("amendment", now.number(), "id", amendment));
        all.addAll(List.of(facts));
        acts.write(as, Optional.of(ground), verb, JdbcMotions.subject(now.motion()), all.toArray());
        return Ruling.granted(now);
    }
}
