package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.count.MotionFiling;
import org.yicheng.count.Share;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.Opinion;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filing.Signature;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Filings.Text;
import org.yicheng.proposals.Kind;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against a step of a filing: all reasons at once, each with its numbers and its article. */
@Component
class FilingRules {

    static final Citation RECONSIDERATION = Citation.of(Law.SHANGHAI, 26);
    /** Before the presidium's last meeting (SH 26). */
    private static final Duration BEFORE_LAST_MEETING = Duration.ofHours(2);

    private static final Citation PARTS = Citation.of(Law.DEPUTIES, 15);
    private static final Citation WITHDRAWAL = Citation.of(Law.ORGANIC, "22(3)");
    private static final Citation STANDING = Citation.of(Law.DEPUTIES, 61);
    static final Set<String> MOVERS = Set.of("PRESIDIUM", "STANDING_COMMITTEE", "SPECIAL_COMMITTEE", "GOVERNMENT");
    /** Of the bodies, beside a tenth of the deputies (OL 31(1)). */
    private static final Set<String> MAY_DISMISS = Set.of("PRESIDIUM", "STANDING_COMMITTEE");

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_PART = 20_000;
    /** No deadline is set yet: nothing is late. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Windows windows;
    private final FilingRows rows;
    private final ProposalRules proposals;
    private final PlaceRows places;
    private final Clock clock;

    FilingRules(
            JdbcClient jdbc,
            Bodies bodies,
            Sittings sittings,
            Windows windows,
            FilingRows rows,
            ProposalRules proposals,
            PlaceRows places,
            Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.sittings = sittings;
        this.windows = windows;
        this.rows = rows;
        this.proposals = proposals;
        this.places = places;
        this.clock = clock;
    }

    /** Bodies with which one has ever filed. */
    List<String> bodies() {
        return jdbc.sql("select distinct body from proposals.filing")
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<Refusal> againstDraft(String body, Kind kind, Text text, Optional<Member> author) {
        List<Refusal> against = new ArrayList<>(proposals.againstKind(body, kind));
        against.addAll(faults(kind, text));
        against.addAll(againstDeputy(body, author));
        boolean open = windows.newest(body, Window.MOTION)
                .filter(window -> !clock.instant().isBefore(window.from()))
                .isPresent();
        // Suggestions and proposals are made between sessions too (DL 24, 36).
        if (kind != Kind.SUGGESTION && kind != Kind.PROPOSAL && !open) {
            against.add(Refusal.by(Citation.of(Law.SHANGHAI, 24), "proposals.window-not-open"));
        }
        return against;
    }

    static List<Refusal> faults(Kind kind, Text text) {
        List<Refusal> faults = new ArrayList<>();
        if (text.title().isBlank() || text.title().length() > LONGEST_TITLE) {
            faults.add(Refusal.at(
                    "title", "proposals.title-length", "value", text.title().length(), "most", LONGEST_TITLE));
        }
        for (Kind.Part part : kind.all()) {
            String words = text.parts().getOrDefault(part, "");
            if (words.isBlank() && kind.parts().contains(part)) {
                faults.add(Refusal.at(
                        part.name(),
                        kind == Kind.MOTION ? PARTS : kind.ground(),
                        "proposals.part-missing",
                        "part",
                        Phrase.of("proposals.part-" + part)));
            } else if (words.length() > LONGEST_PART) {
                faults.add(Refusal.at(
                        part.name(), "proposals.part-length", "value", words.length(), "most", LONGEST_PART));
            }
        }
        return faults;
    }

    private List<Refusal> againstDeputy(String body, Optional<Member> member) {
        if (proposals.cppcc(body)) {
            return member.filter(one -> one.status() == Member.MandateStatus.IN_OFFICE)
                            .isPresent()
                    ? List.of()
                    : List.of(Refusal.by(ProposalRules.MOVERS, "proposals.no-mandate-cppcc"));
        }
        if (member.isEmpty()) {
            return List.of(Refusal.by(Citation.of(Law.ORGANIC, "22(2)"), "proposals.no-mandate"));
        }
        return member.get().status() == Member.MandateStatus.IN_OFFICE
                ? List.of()
                : List.of(Refusal.by(STANDING, "proposals.mandate-suspended"));
    }

    List<Refusal> inState(Filing filing, State... states) {
        return Arrays.asList(states).contains(filing.state())
                ? List.of()
                : List.of(Refusal.plain(
                        "proposals.state-is",
                        "state",
                        Phrase.of("proposals.state-" + filing.state()),
                        "needed",
                        Phrase.of("proposals.state-" + states[0])));
    }

    private List<Refusal> ofLead(Filing filing, Optional<UUID> lead, State... states) {
        List<Refusal> against = new ArrayList<>(inState(filing, states));
        if (lead.isEmpty()) {
            against.add(Refusal.plain("proposals.not-lead"));
        }
        return against;
    }

    List<Refusal> againstEdit(Filing filing, int version, Text text, Optional<UUID> lead) {
        List<Refusal> against = ofLead(filing, lead, State.DRAFT);
        if (version != filing.version()) {
            against.add(Refusal.at("version", "proposals.stale", "read", version, "now", filing.version()));
        }
        against.addAll(faults(filing.kind(), text));
        return against;
    }

    List<Refusal> againstInvitation(Filing filing, List<String> numbers, Optional<UUID> lead) {
        List<Refusal> against = ofLead(filing, lead, State.DRAFT);
        for (String number : numbers) {
            if (bodies.memberByNumber(filing.body(), number)
                    .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                    .isEmpty()) {
                against.add(Refusal.at("members", "proposals.member-unknown", "value", number));
            }
        }
        return against;
    }

    List<Refusal> againstSignature(Filing filing, String textHash, Optional<Member> member) {
        List<Refusal> against = new ArrayList<>(inState(filing, State.DRAFT));
        against.addAll(againstDeputy(filing.body(), member));
        if (!textHash.equals(filing.textHash())) {
            against.add(Refusal.at("textHash", "proposals.text-changed"));
        }
        return against;
    }

    List<Refusal> againstTakingBack(Filing filing, Optional<Member> member) {
        List<Refusal> against = new ArrayList<>(inState(filing, State.DRAFT));
        against.addAll(ofSigner(filing, member));
        return against;
    }

    private static List<Refusal> ofSigner(Filing filing, Optional<Member> member) {
        boolean signer = member.filter(one -> filing.signatures().stream()
                        .anyMatch(signature -> signature.mandate().equals(one.mandate()) && filing.stands(signature)))
                .isPresent();
        return signer ? List.of() : List.of(Refusal.plain("proposals.not-signer"));
    }

    /** Other kinds than motions are not offered as something else: they wait until enough have signed. */
    /** 一事一案; more than one matter is split by the author, nobody else. */
    static Citation oneMatter(Kind kind) {
        return switch (kind) {
            case SUGGESTION -> Citation.of(Law.CHONGQING_SUGGESTIONS, "9(1)");
            case PROPOSAL -> ProposalRules.REGULATIONS;
            case MOTION, INTERPELLATION, INQUIRY, DISMISSAL, INVESTIGATION -> Citation.of(Law.SHANGHAI_MOTIONS, "5(4)");
        };
    }

    List<Refusal> againstSubmission(Filing filing, Instant now, Optional<UUID> lead, boolean oneMatter) {
        List<Refusal> against = ofLead(filing, lead, State.DRAFT);
        if (filing.kind().oneMatter() && !oneMatter) {
            against.add(Refusal.at("oneMatter", oneMatter(filing.kind()), "proposals.one-matter-missing"));
        }
        int required = filing.kind().leastSigners(bodies.due(filing.body(), now));
        if (filing.kind() != Kind.MOTION && filing.standing() < required) {
            against.add(Refusal.by(
                    filing.kind().ground(),
                    "proposals.too-few-signers",
                    "signers",
                    filing.standing(),
                    "required",
                    required,
                    "missing",
                    required - filing.standing()));
        }
        if (filing.kind() == Kind.SUGGESTION
                && places.of(filing.body()).contact()
                && places.contact(filing.id()).isEmpty()) {
            against.add(Refusal.at("contact", Citation.of(Law.BEIJING_SUGGESTIONS, 9), "proposals.contact-missing"));
        }
        if (filing.kind() == Kind.PROPOSAL) {
            against.addAll(proposals.againstSubmission(filing, now));
        }
        return against;
    }

    /** By the core: lateness and the number of signers decide what it is received as. */
    MotionFiling.Acceptance acceptance(Filing filing, Instant now) {
        List<MotionFiling.Signature> signatures = filing.signatures().stream()
                .filter(filing::stands)
                .map(FilingRules::signature)
                .toList();
        return acceptance(filing.subject(), filing.body(), filing.kind(), now, signatures);
    }

    MotionFiling.Acceptance acceptance(
            String subject, String body, Kind kind, Instant now, List<MotionFiling.Signature> signatures) {
        Instant deadline = kind.untilDeadline()
                ? windows.of(subject, Window.MOTION).flatMap(Window::until).orElse(NEVER)
                : NEVER;
        return new MotionFiling(deadline, kind.leastSigners(bodies.due(body, now)), now, signatures).decide();
    }

    private static MotionFiling.Signature signature(Signature signature) {
        return new MotionFiling.Signature(
                signature.number(), signature.at(), MotionFiling.SignerStatus.ACTIVE, signature.withdrawn());
    }

    List<Refusal> againstConversion(Filing filing, Optional<UUID> lead) {
        return ofLead(filing, lead, State.OFFERED);
    }

    List<Refusal> againstWithdrawal(Filing filing, String reason, Optional<UUID> lead) {
        List<Refusal> against = new ArrayList<>();
        if (filing.outcome().filter(Outcome.AGENDA::equals).isPresent()) {
            against.add(Refusal.by(WITHDRAWAL, "proposals.withdrawal-needs-consent"));
        } else {
            against.addAll(ofLead(filing, lead, withdrawable(filing)));
        }
        if (reason.isBlank()) {
            against.add(Refusal.at("reason", "proposals.reason-missing"));
        }
        return against;
    }

    /** A proposal that is filed can be taken back too: until it is assigned, which its matter's procedure says. */
    private static State[] withdrawable(Filing filing) {
        boolean filed = filing.outcome().filter(Outcome.FILED::equals).isPresent();
        State[] open = {State.DRAFT, State.OFFERED, State.SUBMITTED, State.REGISTERED, State.EXAMINED};
        return filed
                ? Stream.concat(Arrays.stream(open), Stream.of(State.DECIDED)).toArray(State[]::new)
                : open;
    }

    /** The same for what a clerk enters. */
    List<Refusal> againstTakingBack(Filing filing, String reason) {
        List<Refusal> against = new ArrayList<>(inState(filing, withdrawable(filing)));
        if (reason.isBlank()) {
            against.add(Refusal.at("reason", "proposals.reason-missing"));
        }
        return against;
    }

    List<Refusal> againstBodysMotion(String body, Kind kind, Text text, String mover) {
        List<Refusal> against = new ArrayList<>(faults(kind, text));
        if (kind != Kind.MOTION && kind != Kind.DISMISSAL && kind != Kind.INVESTIGATION) {
            against.add(
                    Refusal.by(kind.ground(), "proposals.deputies-only", "kind", Phrase.of("proposals.kind-" + kind)));
        }
        if (!MOVERS.contains(mover)) {
            against.add(
                    Refusal.at("mover", Citation.of(Law.ORGANIC, "22(1)"), "proposals.mover-unknown", "value", mover));
        } else if (kind == Kind.DISMISSAL && !MAY_DISMISS.contains(mover)) {
            against.add(Refusal.at("mover", kind.ground(), "proposals.mover-of-dismissal"));
        } else if (kind == Kind.INVESTIGATION && !mover.equals("PRESIDIUM")) {
            against.add(Refusal.at("mover", kind.ground(), "proposals.mover-of-investigation"));
        }
        if (windows.newest(body, Window.MOTION).isEmpty()) {
            against.add(Refusal.by(Citation.of(Law.SHANGHAI, 24), "proposals.window-not-open"));
        }
        return against;
    }

    /** The decision table: a person decides, this proposes. */
    Opinion proposed(Filing filing) {
        int required = filing.byDeputies() ? filing.kind().leastSigners(bodies.due(filing.body(), clock.instant())) : 0;
        if (filing.shortfall().isPresent() || filing.standing() < required) {
            return new Opinion(Outcome.TO_SUGGESTION, "");
        }
        return new Opinion(filing.byDeputies() ? Outcome.COMMITTEE_FIRST : Outcome.AGENDA, "");
    }

    List<Refusal> againstOpinion(Filing filing, Opinion opinion) {
        List<Refusal> against = new ArrayList<>(inState(filing, State.REGISTERED, State.EXAMINED));
        if (filing.kind() == Kind.DISMISSAL) {
            against.add(Refusal.by(filing.kind().ground(), "proposals.dismissal-own-way"));
        }
        if (!Outcome.of(filing.kind()).contains(opinion.outcome()) || filing.kind() == Kind.PROPOSAL) {
            against.add(Refusal.at("outcome", "proposals.outcome-not-here", "value", opinion.outcome()));
        }
        boolean declined = opinion.outcome() == Outcome.NOT_A_MOTION || opinion.outcome() == Outcome.TO_SUGGESTION;
        if (declined && opinion.reason().isBlank()) {
            against.add(Refusal.at("reason", "proposals.reason-missing"));
        }
        return against;
    }

    /** More than half of the signers, and no later than two hours before the presidium's last meeting. */
    List<Refusal> againstReconsideration(Filing filing, Optional<Member> member) {
        List<Refusal> against = new ArrayList<>(inState(filing, State.DECIDED));
        if (filing.kind() == Kind.DISMISSAL) {
            against.add(Refusal.by(filing.kind().ground(), "proposals.dismissal-own-way"));
        }
        against.addAll(ofSigner(filing, member));
        if (filing.kind() == Kind.PROPOSAL || filing.kind() == Kind.SUGGESTION) {
            against.add(Refusal.by(
                    RECONSIDERATION,
                    "proposals.no-reconsideration",
                    "kind",
                    Phrase.of("proposals.kind-" + filing.kind())));
        }
        lastPresidiumMeeting(filing.subject()).ifPresent(last -> {
            Instant latest = last.minus(BEFORE_LAST_MEETING);
            // To the second, as every deadline of a session.
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            if (now.isAfter(latest)) {
                against.add(
                        Refusal.by(RECONSIDERATION, "proposals.reconsideration-late", "latest", latest, "now", now));
            }
        });
        return against;
    }

    private Optional<Instant> lastPresidiumMeeting(String subject) {
        return sittings.ofSubject(subject).stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.PRESIDIUM)
                .map(Sitting::plannedAt)
                .max(Instant::compareTo);
    }

    boolean moreThanHalf(Filing filing, int voices) {
        return voices >= Share.moreThan(1, 2, RECONSIDERATION).threshold(filing.standing());
    }

    List<Refusal> againstAnswer(Filing filing, String text) {
        List<Refusal> against = new ArrayList<>();
        if (filing.kind() != Kind.INTERPELLATION && filing.kind() != Kind.INQUIRY) {
            against.add(Refusal.plain("proposals.no-answer-due", "kind", Phrase.of("proposals.kind-" + filing.kind())));
        }
        boolean again = moreThanHalf(filing, rows.voices(filing.id(), "NOT_SATISFIED"));
        if (filing.answer().isPresent() && !again) {
            against.add(Refusal.by(filing.kind().ground(), "proposals.answered"));
        }
        if (text.isBlank() || text.length() > LONGEST_PART) {
            against.add(Refusal.at("text", "proposals.part-length", "value", text.length(), "most", LONGEST_PART));
        }
        return against;
    }

    List<Refusal> againstVoice(Filing filing, Optional<Member> member) {
        List<Refusal> against = new ArrayList<>(ofSigner(filing, member));
        if (filing.answer().isEmpty()) {
            against.add(Refusal.by(filing.kind().ground(), "proposals.not-answered"));
        }
        return against;
    }
}
