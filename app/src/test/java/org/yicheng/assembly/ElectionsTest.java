package org.yicheng.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yicheng.assembly.Ballots.codes;
import static org.yicheng.assembly.Ballots.line;
import static org.yicheng.assembly.Ballots.only;
import static org.yicheng.assembly.Ballots.plan;
import static org.yicheng.assembly.Ballots.terms;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Election.State;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.Slate;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** An election step by step: every refusal with its numbers and its article, every worked example of the rules. */
@YichengTest
class ElectionsTest {

    private static final Secrecy PAPER = Secrecy.PAPER_TWO_TELLERS;

    @Autowired
    Congress congress;

    @Autowired
    Ballots ballots;

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Elections elections;

    @Autowired
    Nominations nominations;

    @Autowired
    OtherOffices offices;

    @Autowired
    Scrutiny scrutiny;

    @Autowired
    Clock clock;

    private static List<String> members(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "M" + i).toList();
    }

    @Test
    void aMarginOutsideTheLawIsRefusedWithTheLawfulRange() {
        congress.congress("margin", 40);
        Refusal illegal = only(elections.draft(plan("margin", terms(Office.DEPUTY, 8, 4, PAPER))));
        assertThat(illegal.code()).isEqualTo("assembly.election-margin-illegal");
        assertThat(illegal.ground().orElseThrow().key()).isEqualTo("OL:27");
        assertThat(illegal.facts()).containsEntry("least", 1).containsEntry("most", "3");
        assertThat(only(elections.draft(plan("margin", terms(Office.DEPUTY, 0, 1, PAPER))))
                        .code())
                .isEqualTo("assembly.election-seats");
        assertThat(only(elections.draft(plan("margin", terms(Office.STANDING_COMMITTEE_MEMBER, 62, 7, PAPER))))
                        .facts())
                .containsEntry("value", 62)
                .containsEntry("most", 61);
        assertThat(elections.ofBody("margin")).isEmpty();
    }

    /** Worked example 23: eight seats, margin one; nine, eleven and eight nominated. */
    @Test
    void nineNomineesForEightSeatsAreElectedElevenNeedAPreElectionEightAreTooFew() {
        List<UUID> people = ballots.meeting("slate", 120, 100);
        UUID adopted = ballots.adopted("slate", people.subList(0, 100));
        Election election = ballots.nominating("slate", terms(Office.DEPUTY, 8, 1, PAPER), adopted);
        ballots.nominate(election, people, members(1, 8));
        Refusal few = only(elections.take(election.id(), ElectionStep.DISCUSS));
        assertThat(few.code()).isEqualTo("assembly.election-too-few");
        assertThat(few.facts()).containsEntry("nominated", 8).containsEntry("needed", 9);
        assertThat(few.ground().orElseThrow().key()).isEqualTo("OL:27");

        ballots.nominate(election, people, members(1, 9));
        assertThat(elections.slate(election.id()).slate().action()).isEqualTo(Slate.Action.ELECT_DIFFERENTIAL);

        Election many = ballots.nominating("slate", terms(Office.DEPUTY, 8, 1, PAPER), adopted);
        ballots.nominate(many, people, members(1, 11));
        elections.take(many.id(), ElectionStep.DISCUSS).orThrow();
        Refusal pre = only(elections.take(many.id(), ElectionStep.SETTLE_LIST));
        assertThat(pre.code()).isEqualTo("assembly.election-pre-election-needed");
        assertThat(pre.facts()).containsEntry("nominated", 11).containsEntry("needed", 9);
    }

    @Test
    void aPreElectionChoosesWhoStands() {
        List<UUID> people = ballots.meeting("pre", 120, 100);
        UUID adopted = ballots.adopted("pre", people.subList(0, 100));
        Election election = ballots.nominating("pre", terms(Office.DEPUTY, 2, 1, PAPER), adopted);
        ballots.nominate(election, people, members(1, 5));
        elections.take(election.id(), ElectionStep.DISCUSS).orThrow();
        elections.take(election.id(), ElectionStep.PRE_ELECT).orThrow();
        assertThat(only(elections.take(election.id(), ElectionStep.SETTLE_LIST)).facts())
                .containsEntry("chosen", 0)
                .containsEntry("needed", 3);

        Election pre = elections.chain(election.id()).getLast();
        assertThat(pre.occasion()).isEqualTo(Occasion.PRE_ELECTION);
        assertThat(pre.terms().seats()).isEqualTo(3);
        assertThat(pre.follows()).contains(election.id());
        scrutiny.propose(pre.id(), List.of("M119"), List.of("M119"), true).orThrow();
        elections.decided(pre.id(), ElectionStep.ADOPT_SCRUTINEERS, adopted).orThrow();
        ballots.voted(pre, 100, 100);
        ballots.counted(
                pre,
                line(40, ballots.marks(pre, "M1=Y", "M2=Y", "M3=Y")),
                line(30, ballots.marks(pre, "M1=Y", "M4=Y", "M5=Y")),
                line(30, ballots.marks(pre, "M3=Y", "M4=Y")));
        elections.decided(pre.id(), ElectionStep.DECIDE_VALIDITY, adopted).orThrow();
        elections.take(pre.id(), ElectionStep.ANNOUNCE).orThrow();
        Election settled =
                elections.take(election.id(), ElectionStep.SETTLE_LIST).orThrow();
        assertThat(settled.state()).isEqualTo(State.LIST_FINAL);
        assertThat(elections.candidates(election.id()).stream()
                        .map(one -> one.member().orElseThrow()))
                .containsExactlyInAnyOrder("M1", "M3", "M4");
    }

    @Test
    void nominationsKnowTheirSignersAndTheirCaps() {
        List<UUID> people = ballots.meeting("nominate", 60, 50);
        UUID adopted = ballots.adopted("nominate", people.subList(0, 50));
        Election election = ballots.nominating("nominate", terms(Office.DEPUTY, 1, 1, PAPER), adopted);
        Refusal cap =
                only(nominations.ofPresidium(election.id(), List.of(Ballots.nominee("M1"), Ballots.nominee("M2"))));
        assertThat(cap.code()).isEqualTo("assembly.nomination-cap-presidium");
        assertThat(cap.ground().orElseThrow().key()).isEqualTo("OL:26(3)");
        assertThat(cap.facts()).containsEntry("value", 2).containsEntry("seats", 1);

        UUID joint = nominations
                .begin(election.id(), people.get(30), Ballots.nominee("M3"))
                .orThrow()
                .id();
        Refusal twice = only(nominations.begin(election.id(), people.get(30), Ballots.nominee("M4")));
        assertThat(twice.code()).isEqualTo("assembly.nomination-cap-member");
        for (int i = 31; i < 49; i++) {
            nominations.sign(joint, people.get(i)).orThrow();
        }
        Refusal short1 = only(nominations.submit(joint, people.get(30)));
        assertThat(short1.code()).isEqualTo("assembly.nomination-signers-missing");
        assertThat(short1.ground().orElseThrow().key()).isEqualTo("OL:26(2)");
        assertThat(short1.facts()).isEqualTo(Map.of("required", 20, "actual", 19, "missing", 1));
        nominations.sign(joint, people.get(49)).orThrow();
        nominations.sign(joint, people.get(49)).orThrow();
        assertThat(nominations.byId(joint).orElseThrow().signers()).isEqualTo(20);
        assertThat(only(nominations.submit(joint, people.get(31))).code())
                .isEqualTo("assembly.nomination-first-signer");
        bodies.changeStatus("nominate", "M50", Member.MandateStatus.SUSPENDED, clock.instant(), "演示")
                .orThrow();
        assertThat(only(nominations.submit(joint, people.get(30))).facts()).containsEntry("actual", 19);
        nominations.sign(joint, people.get(29)).orThrow();
        assertThat(nominations.submit(joint, people.get(30)).orThrow().state()).isEqualTo(Nominations.State.SUBMITTED);
        assertThat(only(nominations.unsign(joint, people.get(31))).code()).isEqualTo("assembly.nomination-over");
    }

    @Test
    void aJointNominationOnPaperIsHeldToTheSameRules() {
        List<UUID> people = ballots.meeting("paper", 60, 50);
        UUID adopted = ballots.adopted("paper", people.subList(0, 50));
        Election election = ballots.nominating("paper", terms(Office.DEPUTY, 1, 1, PAPER), adopted);
        bodies.changeStatus("paper", "M50", Member.MandateStatus.SUSPENDED, clock.instant(), "演示")
                .orThrow();
        List<String> signers = new ArrayList<>(
                IntStream.rangeClosed(20, 38).mapToObj(n -> "M" + n).toList());
        List<Refusal> reasons = ((Ruling.Refused<?>) nominations.onPaper(
                        election.id(),
                        Ballots.nominee("M3"),
                        Stream.concat(signers.stream(), Stream.of("M50", "M999", "M20"))
                                .toList(),
                        " "))
                .reasons();
        assertThat(reasons)
                .extracting(Refusal::code)
                .containsExactly(
                        "assembly.nomination-reference",
                        "assembly.nomination-signer",
                        "assembly.nomination-signer",
                        "assembly.nomination-signers-missing");
        assertThat(reasons.get(1).facts().get("number")).isEqualTo("M50");
        assertThat(reasons.get(1).ground().orElseThrow().key()).isEqualTo("DL:61");
        assertThat(reasons.get(2).facts().get("number")).isEqualTo("M999");
        assertThat(reasons.getLast().facts()).isEqualTo(Map.of("required", 20, "actual", 19, "missing", 1));
        assertThat(nominations.of(election.id())).isEmpty();

        signers.add("M39");
        Nominations.Nomination entered = nominations
                .onPaper(election.id(), Ballots.nominee("M3"), signers, "联提1号（演示）")
                .orThrow();
        assertThat(entered.state()).isEqualTo(Nominations.State.SUBMITTED);
        assertThat(entered.signers()).isEqualTo(20);
        assertThat(entered.firstSigner()).contains("M20");
        // One seat: whoever signed the paper signs no other nomination, on paper or on the phone.
        assertThat(only(nominations.begin(election.id(), people.get(19), Ballots.nominee("M4")))
                        .code())
                .isEqualTo("assembly.nomination-cap-member");
    }

    @Test
    void onlyDeputiesAreNominatedForTheStandingCommittee() {
        List<UUID> people = ballots.meeting("committee", 60, 50);
        UUID adopted = ballots.adopted("committee", people.subList(0, 50));
        Election election =
                ballots.nominating("committee", terms(Office.STANDING_COMMITTEE_MEMBER, 10, 1, PAPER), adopted);
        Refusal outsider = only(nominations.ofPresidium(
                election.id(), List.of(new Nominations.Nominee(Optional.empty(), Optional.of("演示外人"), "演示情况"))));
        assertThat(outsider.code()).isEqualTo("assembly.nomination-members-only");
        assertThat(outsider.ground().orElseThrow().key()).isEqualTo("OL:47(1)");
    }

    /** An office entered after the nomination stops the list; the declaration to resign from it lets the list pass. */
    @Test
    void whoHoldsAStateOfficeStandsForTheCommitteeOnlyAfterDeclaringToResignFromIt() {
        List<UUID> people = ballots.meeting("other-office", 60, 50);
        UUID adopted = ballots.adopted("other-office", people.subList(0, 50));
        Election election =
                ballots.nominating("other-office", terms(Office.STANDING_COMMITTEE_MEMBER, 10, 1, PAPER), adopted);
        String body = election.body();
        UUID first = offices.enter(body, "M3", OtherOffices.Organ.ADMINISTRATIVE, "演示局长", false)
                .orThrow()
                .id();
        Refusal held = only(nominations.ofPresidium(
                election.id(), List.of(new Nominations.Nominee(Optional.of("M3"), Optional.empty(), "演示情况"))));
        assertThat(held.code()).isEqualTo("assembly.other-office-held");
        assertThat(held.ground().orElseThrow().key()).isEqualTo("OL:47(3)");
        offices.end(body, first).orThrow();
        ballots.nominate(election, people, members(1, 11));
        elections.take(election.id(), ElectionStep.DISCUSS).orThrow();
        UUID second = offices.enter(body, "M3", OtherOffices.Organ.JUDICIAL, "演示法官", false)
                .orThrow()
                .id();
        assertThat(only(elections.take(election.id(), ElectionStep.SETTLE_LIST)).code())
                .isEqualTo("assembly.other-office-held");
        offices.declare(body, second).orThrow();
        assertThat(elections
                        .take(election.id(), ElectionStep.SETTLE_LIST)
                        .orThrow()
                        .state())
                .isEqualTo(State.LIST_FINAL);
    }

    @Test
    void aNewTermsCandidatesAreDiscussedForTwoDays() {
        List<UUID> people = ballots.meeting("days", 60, 50);
        UUID adopted = ballots.adopted("days", people.subList(0, 50));
        Election.Terms usual = terms(Office.DEPUTY, 1, 1, PAPER);
        Election election = ballots.nominating(
                "days",
                new Election.Terms(usual.office(), 1, usual.margin(), usual.writeIn(), usual.secrecy(), true, false),
                adopted);
        ballots.nominate(election, people, members(1, 2));
        elections.take(election.id(), ElectionStep.DISCUSS).orThrow();
        PlatformClock hand = (PlatformClock) clock;
        var began = clock.instant();
        try {
            hand.set(began.plus(Duration.ofDays(2)).minusSeconds(60));
            Refusal soon = only(elections.take(election.id(), ElectionStep.SETTLE_LIST));
            assertThat(soon.code()).isEqualTo("assembly.election-discussion-short");
            assertThat(soon.ground().orElseThrow().key()).isEqualTo("OL:27(2)");
            hand.set(began.plus(Duration.ofDays(2)).plusSeconds(1));
            assertThat(elections
                            .take(election.id(), ElectionStep.SETTLE_LIST)
                            .orThrow()
                            .state())
                    .isEqualTo(State.LIST_FINAL);
        } finally {
            hand.set(java.time.Instant.now());
        }
    }

    @Test
    void aCandidateIsNoScrutineerAndNobodyVotesBeforeTheyAreAdopted() {
        List<UUID> people = ballots.meeting("watch", 60, 50);
        UUID adopted = ballots.adopted("watch", people.subList(0, 50));
        Election election = ballots.nominating("watch", terms(Office.DEPUTY, 1, 1, PAPER), adopted);
        ballots.nominate(election, people, members(1, 2));
        elections.take(election.id(), ElectionStep.DISCUSS).orThrow();
        elections.take(election.id(), ElectionStep.SETTLE_LIST).orThrow();
        assertThat(codes(elections.decided(election.id(), ElectionStep.ADOPT_SCRUTINEERS, adopted)))
                .containsExactly("assembly.election-no-scrutineers");
        var refused = scrutiny.propose(election.id(), List.of("M1", "M1", "M99"), List.of(), false);
        assertThat(codes(refused))
                .containsExactlyInAnyOrder(
                        "assembly.scrutineer-chiefs",
                        "assembly.scrutineer-relatives",
                        "assembly.scrutineer-candidate",
                        "assembly.scrutineer-candidate",
                        "assembly.scrutineer-twice",
                        "assembly.member.unknown");
        assertThat(codes(elections.issue(election.id(), "watch-1", 50, List.of())))
                .containsExactly("assembly.election-state");
        assertThat(codes(elections.take(election.id(), ElectionStep.ADOPT_SCRUTINEERS)))
                .containsExactly("assembly.election-step-needs-more");
        assertThat(codes(elections.decided(election.id(), ElectionStep.ADOPT_SCRUTINEERS, UUID.randomUUID())))
                .contains("assembly.election-not-decided");
    }

    /** Worked example 6. */
    @Test
    void morePapersCollectedThanIssuedVoidTheBallotAndItIsTakenAgain() {
        Election election = ballots.ready("void", 633, 582, terms(Office.DEPUTY, 1, 1, PAPER), 2);
        ballots.voted(election, 582, 583);
        Refusal voided = only(elections.take(election.id(), ElectionStep.DECLARE_VALID));
        assertThat(voided.code()).isEqualTo("assembly.election-void-collected");
        assertThat(voided.facts()).containsEntry("actual", 583L).containsEntry("limit", 582L);
        assertThat(voided.ground().orElseThrow().key()).isEqualTo("EL:44(1)");
        assertThat(codes(sittings.close("void-1"))).containsExactly("assembly.election-unfinished");
        Election nothing =
                elections.take(election.id(), ElectionStep.DECLARE_VOID).orThrow();
        assertThat(nothing.outcome().orElseThrow().next()).isEqualTo("REVOTE_ALL");
        assertThat(nothing.outcome().orElseThrow().tallies()).isEmpty();

        Election again = ballots.voted(election, 582, 582);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(only(elections.take(election.id(), ElectionStep.DECLARE_VOID))
                        .code())
                .isEqualTo("assembly.election-not-void");
        assertThat(elections
                        .take(election.id(), ElectionStep.DECLARE_VALID)
                        .orThrow()
                        .state())
                .isEqualTo(State.BALLOT_VALID);
    }

    /** Worked examples 7 and 8; an illegible mark counts for nothing, the rest of its paper stands. */
    @Test
    void fewerPapersThanIssuedAreGoodAndAPaperWithTooManyIsNot() {
        Election election = ballots.ready("fewer", 633, 582, terms(Office.DEPUTY, 2, 1, PAPER), 3);
        ballots.voted(election, 580, 577);
        Election counted = ballots.counted(
                election,
                line(500, ballots.marks(election, "M1=Y", "M2=Y", "M3=N")),
                line(60, ballots.marks(election, "M1=Y", "M2=Y", "M3=Y")),
                line(10, ballots.marks(election, "M1=X", "M2=Y")),
                line(7, ballots.marks(election)));
        Election.Result result = counted.outcome().orElseThrow();
        assertThat(List.of(result.valid(), result.invalid(), result.blank())).containsExactly(517L, 60L, 7L);
        assertThat(result.threshold()).isEqualTo(317);
        assertThat(ballots.elected(counted)).containsExactlyInAnyOrder("M1", "M2");
        for (Election.PersonTally tally : result.tallies()) {
            assertThat(tally.approve() + tally.oppose() + tally.abstain() + tally.illegible())
                    .isEqualTo(result.valid());
        }
        assertThat(result.explanation().zh()).contains("580").contains("577").contains("317");
    }
}
