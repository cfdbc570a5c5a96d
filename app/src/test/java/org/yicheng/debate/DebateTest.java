package org.yicheng.debate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Receipt;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.party.Caller;
import org.yicheng.record.Journal;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** A congress of thirty with everybody present: debates, amends and decides on real tables. */
@YichengTest
class DebateTest {

    private static final int ALL = 30;

    @Autowired
    Congress congress;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Agendas agendas;

    @Autowired
    Speeches speeches;

    @Autowired
    Motions motions;

    @Autowired
    Journal journal;

    @Autowired
    Clock clock;

    private List<UUID> people;
    private String sitting;

    @BeforeEach
    void open() {
        String body = "deb" + UUID.randomUUID().toString().substring(0, 8);
        sitting = body + "-1";
        people = congress.congress(body, ALL);
        congress.sitting(sitting, body);
        congress.signIn(sitting, body, 0, ALL);
        sittings.open(sitting).orThrow();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static Agendas.Draft topic(String title) {
        return new Agendas.Draft(AgendaItem.Kind.TOPIC, new Bilingual(title, ""), "", 30, 0, false, Optional.empty());
    }

    private AgendaItem add(String title) {
        return agendas.add(sitting, Optional.empty(), topic(title)).orThrow();
    }

    private AgendaItem called(String title) {
        return agendas.call(sitting, add(title).id()).orThrow();
    }

    private Motion motion(String... paragraphs) {
        return motions.table(
                        sitting,
                        new Motions.Tabled(
                                new Bilingual("决议（草案）", "Resolution (draft)"),
                                "主席团",
                                Optional.empty(),
                                0,
                                List.of(paragraphs),
                                true))
                .orThrow();
    }

    private Motion listed(String... paragraphs) {
        return move(motion(paragraphs), "list");
    }

    private Motion move(Motion motion, String move) {
        return motions.move(motion.id(), move, new Motions.Saying("理由", "主席团第二次会议", 0))
                .orThrow();
    }

    private static List<String> members(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "M" + (i + 1)).toList();
    }

    private Amendment filed(Motion motion, Change change) {
        return motions.fileOnPaper(motion.id(), new Motions.Drafted(Optional.empty(), change, ""), members(0, 10))
                .orThrow();
    }

    private void admit(Amendment amendment) {
        motions.admit(amendment.id(), true, "主席团第三次会议").orThrow();
    }

    private Outcome vote(Question question, int votesFor, int against) {
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        press(question, people.subList(0, votesFor), Mark.FOR);
        press(question, people.subList(votesFor, votesFor + against), Mark.AGAINST);
        questions.close(question.id()).orThrow();
        return questions.declare(question.id()).orThrow().outcome().orElseThrow();
    }

    private void press(Question question, List<UUID> voters, Mark mark) {
        List<CompletableFuture<Ruling<Receipt>>> all = voters.stream()
                .map(person -> questions.press(question.id(), person, mark, "k"))
                .toList();
        all.forEach(each -> each.join().orThrow());
    }

    private Question next(Motion motion) {
        return motions.listNext(motion.id(), sitting, VotingMode.ELECTRONIC_UNRECORDED)
                .orThrow();
    }

    private String state(Motion motion) {
        return motions.byId(motion.id()).orElseThrow().state();
    }

    private List<String> text(Motion motion) {
        return motions.finalText(motion.id()).stream().map(Piece::text).toList();
    }

    @Test
    void theAgendaIsATreeWithOfficialNumbersAndAtMostFourLevels() {
        AgendaItem one = add("听取报告");
        AgendaItem two = add("审议决议");
        AgendaItem below =
                agendas.add(sitting, Optional.of(two.id()), topic("草案说明")).orThrow();
        AgendaItem third =
                agendas.add(sitting, Optional.of(below.id()), topic("修正案")).orThrow();
        AgendaItem fourth =
                agendas.add(sitting, Optional.of(third.id()), topic("第一件")).orThrow();
        assertThat(codes(agendas.add(sitting, Optional.of(fourth.id()), topic("太深"))))
                .containsExactly("debate.agenda-depth");
        assertThat(agendas.ofSitting(sitting))
                .extracting(AgendaItem::number)
                .containsExactly("一、", "二、", "（一）", "1.", "（1）");
        agendas.shift(two.id(), -1).orThrow();
        assertThat(agendas.ofSitting(sitting).getFirst().id()).isEqualTo(two.id());
        assertThat(codes(agendas.hang(two.id(), Optional.of(third.id())))).contains("debate.agenda-loop");
        assertThat(codes(agendas.drop(two.id()))).containsExactly("debate.item-has-others");
        agendas.drop(one.id()).orThrow();
        assertThat(agendas.ofSitting(sitting)).hasSize(4);
    }

    @Test
    void aStaleEditIsRefusedAndNothingIsChanged() {
        AgendaItem item = add("原题");
        agendas.change(item.id(), item.version(), topic("第一次修改")).orThrow();
        assertThat(codes(agendas.change(item.id(), item.version(), topic("第二次修改"))))
                .containsExactly("debate.item-stale");
        assertThat(agendas.byId(item.id()).orElseThrow().title().zh()).isEqualTo("第一次修改");
    }

    private Speech ask(AgendaItem item, int member, Speech.Side side) {
        return speeches.ask(sitting, people.get(member), new Speeches.Request(item.id(), Speech.Kind.SPEECH, side, ""))
                .orThrow();
    }

    @Test
    void everyMemberSpeaksTwiceOnATopicTenMinutesThenFive() {
        AgendaItem item = called("审议");
        for (int minutes : List.of(10, 5)) {
            Speech speech = ask(item, 0, Speech.Side.FOR);
            assertThat(speeches.give(speech.id()).orThrow().clock().limit()).isEqualTo(Duration.ofMinutes(minutes));
            speeches.end(speech.id()).orThrow();
        }
        assertThat(codes(speeches.ask(
                        sitting,
                        people.getFirst(),
                        new Speeches.Request(item.id(), Speech.Kind.SPEECH, Speech.Side.FOR, ""))))
                .containsExactly("debate.spoken-often-enough");
    }

    @Test
    void aPointOfOrderStopsTheClockAndMustBeRuledOnFirst() {
        AgendaItem item = called("审议");
        Speech speech = ask(item, 0, Speech.Side.FOR);
        speeches.give(speech.id()).orThrow();
        Speech other = ask(item, 1, Speech.Side.AGAINST);
        assertThat(codes(speeches.give(other.id()))).containsExactly("debate.floor-taken");
        Speech point = speeches.ask(
                        sitting,
                        people.get(2),
                        new Speeches.Request(item.id(), Speech.Kind.POINT_OF_ORDER, Speech.Side.NEUTRAL, "发言离题"))
                .orThrow();
        assertThat(speeches.queue(item.id()).getFirst().id()).isEqualTo(point.id());
        speeches.give(point.id()).orThrow();
        assertThat(speeches.byId(speech.id()).orElseThrow().clock().runningSince())
                .isEmpty();
        assertThat(codes(speeches.resume(speech.id()))).containsExactly("debate.point-first");
        speeches.rule(point.id(), "请围绕议题发言").orThrow();
        assertThat(speeches.resume(speech.id()).orThrow().clock().runningSince())
                .isPresent();
        Speech appealed =
                speeches.appeal(point.id(), VotingMode.ELECTRONIC_UNRECORDED).orThrow();
        assertThat(questions.byId(appealed.appeal().orElseThrow()).orElseThrow().text())
                .contains("请围绕议题发言");
    }

    @Test
    void whoIsNotSignedInIsNotGivenTheFloorAndAClosedListTakesNobody() {
        AgendaItem item = called("审议");
        Speech speech = ask(item, 0, Speech.Side.FOR);
        sittings.signInByHand(
                sitting,
                Congress.card(sitting.substring(0, sitting.length() - 2), 0),
                org.yicheng.assembly.SignInEvent.Direction.OUT,
                "离场");
        assertThat(codes(speeches.give(speech.id()))).containsExactly("debate.speaker-absent");
        speeches.close(item.id(), true).orThrow();
        assertThat(codes(speeches.ask(
                        sitting,
                        people.get(5),
                        new Speeches.Request(item.id(), Speech.Kind.SPEECH, Speech.Side.FOR, ""))))
                .containsExactly("debate.list-closed");
    }

    @Test
    void theDelegationsAccountIsChargedAndCutsTheNextSpeech() {
        AgendaItem item = agendas.add(
                        sitting,
                        Optional.empty(),
                        new Agendas.Draft(
                                AgendaItem.Kind.TOPIC, new Bilingual("审议", ""), "", 0, 4, false, Optional.empty()))
                .orThrow();
        agendas.call(sitting, item.id()).orThrow();
        Speech speech = ask(item, 0, Speech.Side.FOR);
        assertThat(speeches.give(speech.id()).orThrow().clock().limit()).isEqualTo(Duration.ofMinutes(4));
        speeches.end(speech.id()).orThrow();
        assertThat(speeches.accounts(item.id()))
                .filteredOn(account -> account.group().equals("A"))
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.speakers()).isEqualTo(1);
                    assertThat(account.granted()).isEqualTo(240);
                });
    }

    @Test
    void amendmentsAreVotedFurthestFirstThenTheTextAsAmended() {
        Motion motion = listed("新建口袋公园十二处", "改造老旧小区一百个", "本决议自通过之日起施行");
        Amendment near = filed(motion, Change.replace(1, 1, "新建口袋公园十五处"));
        Amendment far = filed(motion, Change.delete(1, 1));
        assertThat(codes(motions.listNext(motion.id(), sitting, VotingMode.ELECTRONIC_UNRECORDED)))
                .contains("debate.amendments-undecided");
        admit(near);
        admit(far);
        assertThat(motions.order(motion.id())).extracting(Amendment::number).containsExactly(2, 1);
        Question first = next(motion);
        assertThat(first.subject()).isEqualTo("debate:amendment:" + far.id());
        assertThat(codes(motions.listNext(motion.id(), sitting, VotingMode.ELECTRONIC_UNRECORDED)))
                .containsExactly("debate.question-waits");
        vote(first, 10, 20);
        vote(next(motion), 16, 14);
        assertThat(text(motion)).containsExactly("新建口袋公园十五处", "改造老旧小区一百个", "本决议自通过之日起施行");
        assertThat(codes(motions.listNext(motion.id(), sitting, VotingMode.ELECTRONIC_UNRECORDED)))
                .containsExactly("debate.deliberation-open");
        move(motion, "deliberated");
        Question whole = next(motion);
        assertThat(whole.text()).startsWith("新建口袋公园十五处");
        vote(whole, 16, 0);
        assertThat(state(motion)).isEqualTo("ADOPTED");
    }

    @Test
    void anAdoptedAmendmentMakesThoseForTheSameWordsLapse() {
        Motion motion = listed("一", "二");
        Amendment far = filed(motion, Change.delete(1, 1));
        Amendment near = filed(motion, Change.replace(1, 1, "一一"));
        Amendment elsewhere = filed(motion, Change.replace(2, 2, "二二"));
        List.of(far, near, elsewhere).forEach(this::admit);
        vote(next(motion), 20, 0);
        assertThat(motions.amendment(near.id()).orElseThrow().state()).isEqualTo(Amendment.State.LAPSED);
        assertThat(motions.amendment(elsewhere.id()).orElseThrow().state()).isEqualTo(Amendment.State.ADMITTED);
        assertThat(text(motion)).containsExactly("二");
    }

    @Test
    void theSecondDegreeIsVotedBeforeTheFirstAndThereIsNoThird() {
        Motion motion = listed("一", "二");
        Amendment first = filed(motion, Change.replace(1, 1, "甲", "乙"));
        Amendment second = motions.fileOnPaper(
                        motion.id(),
                        new Motions.Drafted(Optional.of(first.id()), Change.replace(2, 2, "丙"), ""),
                        members(0, 10))
                .orThrow();
        assertThat(codes(motions.fileOnPaper(
                        motion.id(),
                        new Motions.Drafted(Optional.of(second.id()), Change.replace(1, 1, "丁"), ""),
                        members(0, 10))))
                .containsExactly("debate.third-degree");
        admit(first);
        admit(second);
        assertThat(motions.order(motion.id())).extracting(Amendment::number).containsExactly(2, 1);
        vote(next(motion), 30, 0);
        Question question = next(motion);
        assertThat(question.text()).contains("甲\n丙");
        vote(question, 30, 0);
        assertThat(text(motion)).containsExactly("甲", "丙", "二");
    }

    @Test
    void nineSignersAreOneTooFewAndTenAreEnough() {
        Motion motion = listed("一");
        Motions.Drafted draft = new Motions.Drafted(Optional.empty(), Change.delete(1, 1), "");
        Ruling<Amendment> nine = motions.fileOnPaper(motion.id(), draft, members(0, 9));
        assertThat(codes(nine)).containsExactly("debate.signers-missing");
        Amendment drafted = motions.draft(motion.id(), people.getFirst(), draft).orThrow();
        for (int i = 0; i < 9; i++) {
            motions.sign(drafted.id(), people.get(i)).orThrow();
        }
        assertThat(codes(motions.file(drafted.id(), people.getFirst()))).containsExactly("debate.signers-missing");
        assertThat(codes(motions.file(drafted.id(), people.get(1)))).contains("debate.not-the-drafter");
        motions.sign(drafted.id(), people.get(9)).orThrow();
        assertThat(motions.file(drafted.id(), people.getFirst()).orThrow().state())
                .isEqualTo(Amendment.State.FILED);
    }

    @Test
    void anAmendmentOneSecondTooLateIsRefusedWithItsSeconds() {
        Motion motion = listed("一");
        motions.meetingAt(motion.id(), clock.instant().plus(Duration.ofMinutes(121)))
                .orThrow();
        filed(motion, Change.delete(1, 1));
        motions.meetingAt(
                        motion.id(),
                        clock.instant().plus(Duration.ofMinutes(120)).minusSeconds(1))
                .orThrow();
        Ruling<Amendment> late = motions.fileOnPaper(
                motion.id(), new Motions.Drafted(Optional.empty(), Change.delete(1, 1), ""), members(0, 10));
        assertThat(late).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
            Refusal reason = (Refusal) refused.reasons().getFirst();
            assertThat(reason.code()).isEqualTo("debate.amendment-late");
            assertThat((Long) reason.facts().get("seconds")).isBetween(1L, 30L);
            assertThat(reason.ground().orElseThrow().key()).isEqualTo("SH:31");
        });
    }

    @Test
    void aWithdrawnMotionCanNoLongerBeVotedOnAndNeedsConsentBefore() {
        Motion motion = listed("一");
        move(motion, "deliberated");
        Question question = next(motion);
        assertThat(codes(motions.move(motion.id(), "withdraw", Motions.Saying.NOTHING)))
                .containsExactly("debate.consent-missing", "debate.reason-missing");
        move(motion, "withdraw");
        assertThat(codes(questions.put(question.id()))).isNotEmpty();
        assertThat(state(motion)).isEqualTo("WITHDRAWN");
    }

    @Test
    void onceTheVoteHasBegunNothingIsWithdrawn() {
        Motion motion = listed("一");
        move(motion, "deliberated");
        questions.put(next(motion).id()).orThrow();
        assertThat(state(motion)).isEqualTo("PUT");
        assertThat(codes(motions.move(motion.id(), "withdraw", new Motions.Saying("理由", "主席团会议", 0))))
                .contains("debate.vote-under-way");
    }

    @Test
    void aDeferralNeedsAMajorityOfThosePresentNotOfAll() {
        String body = sitting.substring(0, sitting.length() - 2);
        for (int i = 20; i < ALL; i++) {
            sittings.signInByHand(
                    sitting, Congress.card(body, i), org.yicheng.assembly.SignInEvent.Direction.OUT, "离场");
        }
        Motion motion = listed("一");
        Question question = motions.listMove(
                        motion.id(),
                        "defer",
                        sitting,
                        new Motions.Saying("有重要不同意见", "", 0),
                        VotingMode.ELECTRONIC_UNRECORDED)
                .orThrow();
        Outcome outcome = vote(question, 11, 9);
        assertThat(outcome.required()).isEqualTo(11);
        assertThat(outcome.result()).isEqualTo(Outcome.Result.ADOPTED);
        assertThat(outcome.grounds()).extracting(ground -> ground.key()).containsExactly("SH:68(1)");
        assertThat(state(motion)).isEqualTo("DEFERRED");
    }

    @Test
    void aDividedQuestionLeavesOutThePartVotedDown() {
        Motion motion = listed("一", "二", "三");
        assertThat(codes(motions.divide(motion.id(), List.of(new Motions.Range(1, 2), new Motions.Range(2, 3)))))
                .containsExactly("debate.parts-overlap");
        motions.divide(motion.id(), List.of(new Motions.Range(2, 2), new Motions.Range(3, 3)))
                .orThrow();
        vote(next(motion), 10, 20);
        vote(next(motion), 20, 10);
        assertThat(text(motion)).containsExactly("一", "三");
        move(motion, "deliberated");
        assertThat(next(motion).text()).isEqualTo("一\n三");
    }

    @Test
    void aMemberTakesAnItemOutOfTheConsentAgendaUntilItIsPut() throws Exception {
        List<AgendaItem> items = IntStream.range(0, 3)
                .mapToObj(i -> agendas.add(
                                sitting,
                                Optional.empty(),
                                new Agendas.Draft(
                                        AgendaItem.Kind.TOPIC,
                                        new Bilingual("事项" + i, ""),
                                        "",
                                        0,
                                        0,
                                        true,
                                        Optional.empty()))
                        .orThrow())
                .toList();
        Question question =
                agendas.listConsent(sitting, VotingMode.ELECTRONIC_UNRECORDED).orThrow();
        as(people.getFirst(), () -> agendas.takeOut(items.getFirst().id()).orThrow());
        questions.put(question.id()).orThrow();
        as(
                people.getFirst(),
                () -> assertThat(codes(agendas.takeOut(items.get(1).id()))).containsExactly("debate.consent-is-put"));
        questions.open(question.id()).orThrow();
        press(question, people.subList(0, 16), Mark.FOR);
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
        assertThat(agendas.ofSitting(sitting))
                .extracting(AgendaItem::state)
                .containsExactly(AgendaItem.State.PLANNED, AgendaItem.State.DONE, AgendaItem.State.DONE);
    }

    private static void as(UUID person, Caller.ThrowingAction<Exception> action) throws Exception {
        new Caller(Optional.empty(), Optional.of(person), "", true, Set.of()).run(action);
    }

    @Test
    void aReconsiderationNeedsMoreThanHalfOfTheSigners() {
        Motion motion = motions.table(
                        sitting,
                        new Motions.Tabled(
                                new Bilingual("议案", "Motion"), "某等12名代表", Optional.empty(), 12, List.of("一"), true))
                .orThrow();
        move(motion, "not-list");
        assertThat(codes(motions.move(motion.id(), "reconsider", new Motions.Saying("", "主席团第四次会议", 6))))
                .containsExactly("debate.reconsideration-signers");
        assertThat(motions.move(motion.id(), "reconsider", new Motions.Saying("", "主席团第四次会议", 7))
                        .orThrow()
                        .state())
                .isEqualTo("TABLED");
    }

    @Test
    void aRecommendationTakenUpChangesTheTextAndOneForTheSameWordsIsRefused() {
        Motion motion = listed("一", "二");
        Motions.Drafted change = new Motions.Drafted(Optional.empty(), Change.replace(1, 1, "甲"), "");
        Amendment first = motions.recommend(motion.id(), "法制委员会", change).orThrow();
        Amendment second = motions.recommend(motion.id(), "法制委员会", change).orThrow();
        admit(first);
        assertThat(text(motion)).containsExactly("甲", "二");
        assertThat(motions.amendment(second.id()).orElseThrow().state()).isEqualTo(Amendment.State.LAPSED);
    }

    @Test
    void aSupersededResultMovesTheMotionAgain() {
        Motion motion = listed("一");
        move(motion, "deliberated");
        Question question = next(motion);
        vote(question, 16, 14);
        assertThat(state(motion)).isEqualTo("ADOPTED");
        questions
                .supersede(question.id(), new Outcome.Votes(15, 15, 0, 0), "重新计票")
                .orThrow();
        assertThat(state(motion)).isEqualTo("REJECTED");
    }

    @Test
    void everyChangeIsInTheRecord() {
        Motion motion = listed("一");
        Amendment amendment = filed(motion, Change.delete(1, 1));
        admit(amendment);
        assertThat(journal.latest(new Journal.ActFilter("debate.", "motion:" + motion.id(), Optional.empty(), 50)))
                .extracting(act -> act.verb())
                .containsExactly(
                        "debate.amendment.admit", "debate.amendment.file", "debate.motion.move", "debate.motion.table");
        assertThat(journal.firstFault()).isEmpty();
    }

    @Autowired
    Boards boards;

    @Test
    void aBoardShowsItsQueueOneAfterTheOtherAndOnlyWhatIsBeforeTheSitting() {
        boards.add(sitting, "left", "左侧屏幕").orThrow();
        assertThat(codes(boards.add(sitting, "left", "再一块"))).containsExactly("debate.board-taken");
        Board.Slide foreign =
                new Board.Slide(Board.Kind.MOTION, UUID.randomUUID().toString(), "");
        assertThat(codes(boards.show(sitting, "left", foreign))).containsExactly("debate.slide-unknown");
        Motion motion = listed("一");
        Board.Slide text = new Board.Slide(Board.Kind.MOTION, motion.id().toString(), "");
        Board.Slide pause = new Board.Slide(Board.Kind.MESSAGE, "", "休息十五分钟");
        boards.queue(sitting, "left", text).orThrow();
        boards.queue(sitting, "left", pause).orThrow();
        assertThat(boards.next(sitting, "left").orThrow().slide()).isEqualTo(text);
        assertThat(boards.next(sitting, "left").orThrow().slide()).isEqualTo(pause);
        assertThat(codes(boards.next(sitting, "left"))).containsExactly("debate.queue-is-empty");
        boards.startTimer(sitting, "left", "休息", 15).orThrow();
        Board stopped = boards.pauseTimer(sitting, "left").orThrow();
        assertThat(stopped.timer().runningSince()).isEmpty();
        assertThat(stopped.timer().limit()).isEqualTo(Duration.ofMinutes(15));
    }
}
