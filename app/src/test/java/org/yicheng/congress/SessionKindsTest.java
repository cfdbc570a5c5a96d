package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.Voices;
import org.yicheng.assembly.VotingMode;
import org.yicheng.assembly.VotingWeights;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.SessionDrafts.Draft;
import org.yicheng.congress.SessionDrafts.RosterFrom;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;
import org.yicheng.web.Vocabularies;

/** Sessions of other kinds: made in one go, and led through their own states. */
@YichengTest
class SessionKindsTest {

    private static final Caller CLERK = new Caller(
            Optional.empty(),
            Optional.empty(),
            "clerk",
            true,
            java.util.Set.of(new Caller.Grant(Role.SECRETARIAT, Caller.EVERYWHERE)));

    @Autowired
    SessionDrafts drafts;

    @Autowired
    SessionKinds kinds;

    @Autowired
    Sessions sessions;

    @Autowired
    Schedules schedules;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Voices voices;

    @Autowired
    VotingWeights weights;

    @Autowired
    Vocabularies vocabularies;

    @Autowired
    Journal journal;

    private static Draft draft(String kind, String id, RosterFrom from, Optional<String> source) {
        return new Draft(
                kind,
                id,
                Optional.empty(),
                new Bilingual("演示会议体" + id, "Demo body " + id),
                new Bilingual("演示会议" + id, "Demo session " + id),
                1,
                LocalDate.of(2026, 1, 19),
                LocalDate.of(2026, 1, 20),
                "礼堂",
                "演示主席",
                from,
                source);
    }

    private static Optional<byte[]> roster(int members, String... groups) {
        StringBuilder text = new StringBuilder("number,name,group,weight\n");
        for (int i = 1; i <= members; i++) {
            text.append("W%03d,演示委员%d,%s,%d.000001\n".formatted(i, i, groups[i % groups.length], i));
        }
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private interface Act {
        void run();
    }

    private static void asClerk(Act act) {
        CLERK.run(act::run);
    }

    private void signIn(String sitting, String body, int present) {
        List<Member> members = bodies.membersOf(body);
        List<SignInEvent> events = new java.util.ArrayList<>();
        for (int i = 0; i < present; i++) {
            String card =
                    bodies.activeCardOf(members.get(i).person()).orElseThrow().code();
            events.add(
                    new SignInEvent(sitting + i, java.time.Instant.now(), card, SignInEvent.Direction.IN, "GATE-1", i));
        }
        sittings.signIn(sitting, events);
    }

    @Test
    void everyKindComesWithItsRuleSetAndItsWay() {
        assertThat(kinds.all()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(kind -> {
            assertThat(bodies.rulesById(kind.ruleSet()).modes()).isNotEmpty();
            assertThat(kind.path()).startsWith(State.PLANNED).endsWith(State.CLOSED, State.ARCHIVED);
            kind.meetings().stream()
                    .flatMap(meeting -> meeting.questions().stream())
                    .forEach(put -> put.mode()
                            .ifPresent(mode -> assertThat(
                                            bodies.rulesById(kind.ruleSet()).modes())
                                    .contains(mode)));
        });
        assertThat(kinds.byId(SessionKind.CONGRESS).from(SessionStep.OPEN)).containsExactly(State.CONSTITUTED);
        for (SessionStep step : SessionStep.values()) {
            assertThat(kinds.byId(SessionKind.CONGRESS).from(step))
                    .as("a congress moves as it always did: " + step)
                    .isEqualTo(step.from());
        }
    }

    /** Section 7: sectors, no presidium, two thirds attend, more than half of all members decide, no motions. */
    @Test
    void aCppccPlenaryIsMadeInOneGoAndGoesItsOwnWay() {
        asClerk(() -> {
            Draft draft = draft("cn-cppcc-plenary", "city-cppcc-14-1", RosterFrom.FILE, Optional.empty());
            SessionDrafts.Check check =
                    drafts.check(draft, roster(9, "经济界", "教育界")).orThrow();
            assertThat(check.members()).isEqualTo(9);
            assertThat(check.quorum()).isEqualTo(6);
            assertThat(check.groups()).containsExactlyInAnyOrder("经济界", "教育界");
            assertThat(check.needs()).extracting(Bilingual::zh).containsExactly("超过全体委员的1/2");
            assertThat(bodies.byId("city-cppcc-14"))
                    .as("looking stores nothing")
                    .isEmpty();

            Session session = drafts.create(draft, roster(9, "经济界", "教育界")).orThrow();
            assertThat(bodies.byId("city-cppcc-14").orElseThrow().kind()).isEqualTo(Body.Kind.CPPCC);
            assertThat(bodies.groupsOf("city-cppcc-14"))
                    .extracting(group -> group.name())
                    .hasSize(2);
            assertThat(schedules.of(session.id())).hasSize(6);
            List<Sitting> meetings = sittings.ofSubject(session.subject());
            assertThat(meetings).extracting(sitting -> sitting.name().zh()).containsExactly("开幕会", "大会发言", "闭幕会");
            assertThat(kinds.of(session).motions()).isFalse();

            for (SessionStep step : List.of(SessionStep.CONVENE, SessionStep.PREPARE, SessionStep.REGISTER)) {
                sessions.take(session.id(), step).orThrow();
            }
            assertThat(codes(sessions.take(session.id(), SessionStep.CONSTITUTE)))
                    .containsExactly("congress.session-state");
            String opening = meetings.getFirst().id();
            sittings.openSignIn(opening).orThrow();
            signIn(opening, "city-cppcc-14", 5);
            Ruling<Sitting> early = sittings.open(opening);
            assertThat(codes(early)).containsExactly("assembly.quorum-missing");
            assertThat(((Ruling.Refused<Sitting>) early).reasons().getFirst().facts())
                    .containsEntry("required", 6)
                    .containsEntry("missing", 1);
            signIn(opening, "city-cppcc-14", 6);
            sittings.open(opening).orThrow();
            assertThat(sessions.byId(session.id()).orElseThrow().state()).isEqualTo(State.IN_SESSION);
            assertThat(sittings.namePresiding(opening, "另一位主席")).isInstanceOf(Ruling.Granted.class);
            sittings.close(opening).orThrow();
            assertThat(sessions.take(session.id(), SessionStep.CLOSE).orThrow().state())
                    .isEqualTo(State.CLOSED);
            assertThat(journal.firstFault()).isEmpty();
        });
    }

    private void decide(Sitting meeting, String body, int present) {
        sittings.namePresiding(meeting.id(), "演示委员1").orThrow();
        sittings.openSignIn(meeting.id()).orThrow();
        signIn(meeting.id(), body, present);
        sittings.open(meeting.id()).orThrow();
        for (Question question : questions.ofSitting(meeting.id())) {
            questions.put(question.id()).orThrow();
            questions.open(question.id()).orThrow();
            bodies.membersOf(body).stream()
                    .limit(present)
                    .forEach(member -> questions
                            .press(question.id(), member.person(), Mark.FOR, "test")
                            .join()
                            .orThrow());
            questions.close(question.id()).orThrow();
            questions.declare(question.id()).orThrow();
        }
        sittings.close(meeting.id()).orThrow();
    }

    private void constitute(String id, String body, java.time.Instant now) {
        sessions.propose(id, Office.PRESIDIUM, 0, List.of("W001", "W002", "W003"))
                .orThrow();
        sessions.propose(id, Office.SECRETARY_GENERAL, 0, List.of("W002")).orThrow();
        sessions.take(id, SessionStep.REGISTER).orThrow();
        decide(
                sessions.preparePreliminary(
                                id, now, wordings(kinds.byId("cn-cppcc-first").decisions(Decision.Sitting.PRELIMINARY)))
                        .orThrow(),
                body,
                7);
        assertThat(sessions.byId(id).orElseThrow().state()).isEqualTo(State.CONSTITUTED);
    }

    private static List<Sessions.Wording> wordings(List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> new Sessions.Wording(decision, new Bilingual("演示", "Demo"), "演示文本"))
                .toList();
    }

    /** Section 7: only the first plenary of a term is presided over by a presidium, elected at a preparatory meeting. */
    @Test
    void theFirstCppccPlenaryOfATermIsPresidedOverByItsPresidium() {
        asClerk(() -> {
            String body = "first-cppcc-15";
            Session session = drafts.create(
                            draft("cn-cppcc-first", "first-cppcc-15-1", RosterFrom.FILE, Optional.empty()),
                            roster(9, "经济界", "教育界"))
                    .orThrow();
            String id = session.id();
            SessionKind kind = kinds.of(session);
            sessions.take(id, SessionStep.CONVENE).orThrow();
            sessions.take(id, SessionStep.PREPARE).orThrow();
            assertThat(sessions.take(id, SessionStep.REGISTER))
                    .isInstanceOfSatisfying(
                            Ruling.Refused.class,
                            refused -> assertThat(((Ruling.Refused<?>) refused).reasons())
                                    .as("no law for congresses is cited")
                                    .extracting(reason -> reason.ground().orElseThrow())
                                    .containsOnly(kind.source()));
            java.time.Instant now = java.time.Instant.now();
            constitute(id, body, now);
            String presidium = sessions.byId(id).orElseThrow().presidium().orElseThrow();
            assertThat(bodies.byId(presidium).orElseThrow().ruleSet()).isEqualTo("cn-cppcc-presidium");

            assertThat(codes(sessions.preparePresidium(id, now, wordings(List.of(Decision.MOTION_DEADLINE)))))
                    .as("a CPPCC knows no motions")
                    .contains("congress.wrong-meeting");
            assertThat(codes(sessions.proposeDeadline(id, now.plusSeconds(60))))
                    .containsExactly("congress.no-motion-deadline");
            sessions.propose(id, Office.STANDING_CHAIR, 0, List.of("W001")).orThrow();
            sessions.propose(id, Office.EXECUTIVE_CHAIR, 1, List.of("W003")).orThrow();
            sessions.propose(id, Office.DEPUTY_SECRETARY_GENERAL, 0, List.of("W004"))
                    .orThrow();
            decide(
                    sessions.preparePresidium(id, now, wordings(kind.decisions(Decision.Sitting.PRESIDIUM)))
                            .orThrow(),
                    presidium,
                    2);

            assertThat(sessions.decided(id))
                    .extracting(Sessions.Decided::what, Sessions.Decided::result)
                    .containsExactlyInAnyOrderElementsOf(kind.decisions().stream()
                            .map(decision -> org.assertj.core.groups.Tuple.tuple(decision, "ADOPTED"))
                            .toList());

            Sitting opening = sessions.preparePlenary(id, 1, now).orThrow();
            sittings.namePresiding(opening.id(), "演示委员1").orThrow();
            sittings.openSignIn(opening.id()).orThrow();
            signIn(opening.id(), body, 6);
            assertThat(codes(sittings.open(opening.id()))).containsExactly("congress.no-executive-chair");
            sittings.namePresiding(opening.id(), "演示委员3").orThrow();
            sittings.open(opening.id()).orThrow();
            assertThat(sessions.byId(id).orElseThrow().state()).isEqualTo(State.IN_SESSION);
            assertThat(journal.firstFault()).isEmpty();
        });
    }

    @Test
    void itsTextsSayMembersAndSectorsInsteadOfDeputiesAndDelegations() {
        asClerk(() -> {
            drafts.create(
                            draft("cn-cppcc-plenary", "words-cppcc-1", RosterFrom.FILE, Optional.empty()),
                            roster(3, "工会"))
                    .orThrow();
            var words = vocabularies.of("words-cppcc");
            assertThat(words.say(Language.ZH, "congress.delegation")).isEqualTo("界别");
            assertThat(words.say(Language.EN, "congress.delegations")).isEqualTo("Sectors");
            assertThat(words.say(Language.ZH, "congress.mandates-due")).isEqualTo("现有委员");
            assertThat(words.say(Language.EN, "congress.mandates-due")).isEqualTo("Members now");
            words.keys().stream()
                    .filter(key -> key.startsWith("congress.") || key.startsWith("assembly."))
                    .forEach(key ->
                            assertThat(words.say(Language.ZH, key)).as(key).doesNotContain("代表团"));
            assertThat(vocabularies.of("nobody").say(Language.ZH, "congress.mandates-due"))
                    .isEqualTo("现有代表");
        });
    }

    @Test
    void aGeneralMeetingConsentsAndAWeightedOneDecidesBySpecialThreshold() {
        asClerk(() -> {
            Session club = drafts.create(
                            draft("association-general-meeting", "club-1", RosterFrom.FILE, Optional.empty()),
                            roster(5, "甲组"))
                    .orThrow();
            sessions.take(club.id(), SessionStep.CONVENE).orThrow();
            sessions.take(club.id(), SessionStep.REGISTER).orThrow();
            Sitting meeting = sittings.ofSubject(club.subject()).getFirst();
            sittings.openSignIn(meeting.id()).orThrow();
            signIn(meeting.id(), "club", 3);
            sittings.open(meeting.id()).orThrow();
            Question agenda = questions.ofSitting(meeting.id()).getFirst();
            assertThat(agenda.mode()).isEqualTo(VotingMode.UNANIMOUS_CONSENT);
            questions.put(agenda.id()).orThrow();
            questions.open(agenda.id()).orThrow();
            assertThat(questions
                            .close(agenda.id())
                            .orThrow()
                            .outcome()
                            .orElseThrow()
                            .announcement()
                            .zh())
                    .startsWith("没有异议。");

            Session shares = drafts.create(
                            draft("weighted-general-meeting", "shares-gm-1", RosterFrom.FILE, Optional.empty()),
                            roster(3, ""))
                    .orThrow();
            assertThat(weights.of("shares-gm").values())
                    .extracting(Object::toString)
                    .containsExactly("1.000001", "2.000001", "3.000001");
            Question bylaws = questions
                    .ofSitting(sittings.ofSubject(shares.subject()).getFirst().id())
                    .getLast();
            assertThat(voices.decidedBy(bylaws.id())).contains("two-thirds");
        });
    }

    @Test
    void aSessionIsCopiedWithItsRosterOrFollowedAYearLater() {
        asClerk(() -> {
            drafts.create(
                            draft("weighted-general-meeting", "old-gm-1", RosterFrom.FILE, Optional.empty()),
                            roster(4, "A", "B"))
                    .orThrow();
            drafts.create(
                            draft("weighted-general-meeting", "copy-gm-1", RosterFrom.SESSION, Optional.of("old-gm-1")),
                            Optional.empty())
                    .orThrow();
            assertThat(weights.of("copy-gm")).isEqualTo(weights.of("old-gm"));
            assertThat(bodies.groupsOf("copy-gm")).hasSize(2);
            Draft next = drafts.like("old-gm-1").orElseThrow();
            assertThat(next.id()).isEqualTo("old-gm-2");
            assertThat(next.number()).isEqualTo(2);
            Session second = drafts.create(next, Optional.empty()).orThrow();
            assertThat(second.body()).isEqualTo("old-gm");
            assertThat(sittings.ofSubject(second.subject())).hasSize(1);
        });
    }

    @Test
    void everythingWrongWithADraftIsSaidAtOnceAndNothingIsStored() {
        asClerk(() -> {
            Draft bad = new Draft(
                    "association-general-meeting",
                    "Bad Name",
                    Optional.empty(),
                    new Bilingual("", ""),
                    new Bilingual(" ", ""),
                    0,
                    LocalDate.of(2026, 2, 2),
                    LocalDate.of(2026, 2, 1),
                    "",
                    "",
                    RosterFrom.FILE,
                    Optional.empty());
            byte[] roster = "number,name,weight\nA 1,甲,1.0000001\nA2,,1\nA2,乙,1\n".getBytes(StandardCharsets.UTF_8);
            assertThat(codes(drafts.create(bad, Optional.of(roster))))
                    .contains(
                            "congress.slug-form",
                            "congress.name-length",
                            "congress.session-number",
                            "congress.opening-before-report-in",
                            "congress.code-form",
                            "congress.weight-unknown",
                            "congress.value-missing",
                            "congress.value-twice");
            assertThat(codes(drafts.check(
                            draft("nonsense", "x-1", RosterFrom.FILE, Optional.empty()), Optional.empty())))
                    .contains("congress.kind-unknown");
        });
        Caller.PUBLIC.run(() -> assertThat(drafts.like("nothing")).isEmpty());
    }

    @Test
    void aClerkOfAnotherBodyCallsNoSessionHere() {
        asClerk(() -> drafts.create(
                        draft("association-general-meeting", "mine-1", RosterFrom.FILE, Optional.empty()),
                        roster(2, ""))
                .orThrow());
        Caller other = new Caller(
                Optional.empty(),
                Optional.empty(),
                "other",
                true,
                java.util.Set.of(new Caller.Grant(Role.SECRETARIAT, "elsewhere")));
        Draft next = drafts.like("mine-1").orElseThrow();
        other.run(() ->
                assertThat(codes(drafts.create(next, Optional.empty()))).containsExactly("congress.body-not-yours"));
    }
}
