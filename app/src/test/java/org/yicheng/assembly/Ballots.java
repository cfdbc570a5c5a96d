package org.yicheng.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yicheng.assembly.Election.Terms;
import org.yicheng.assembly.Scrutiny.Line;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Elections of any shape for tests: from the draft of the method to the result. */
@TestComponent
public class Ballots {

    static final String FIRST_TELLER = "teller-a";
    static final String SECOND_TELLER = "teller-b";

    @Autowired
    Congress congress;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    Elections elections;

    @Autowired
    Nominations nominations;

    @Autowired
    Scrutiny scrutiny;

    /** A body that meets: {@code members} due, {@code present} signed in, the sitting open. */
    public List<UUID> meeting(String body, int members, int present) {
        List<UUID> people = congress.congress(body, members);
        congress.sitting(body + "-1", body);
        congress.signIn(body + "-1", body, 0, present);
        sittings.open(body + "-1").orThrow();
        return people;
    }

    public static Terms terms(Office office, int seats, int margin, Secrecy secrecy) {
        return new Terms(
                office,
                seats,
                Optional.of(margin),
                WriteInRule.ONLY_WITH_OPPOSITION,
                secrecy,
                false,
                office == Office.STANDING_COMMITTEE_MEMBER);
    }

    public static Elections.NewElection plan(String body, Terms terms) {
        return new Elections.NewElection(
                body, new Bilingual("副市长", "Vice-mayors"), Occasion.FIRST, terms, "演示选举办法", "test:" + body);
    }

    /** A question of the body, adopted by everybody present. */
    public UUID adopted(String body, List<UUID> voters) {
        Question question = questions.list(new Questions.NewQuestion(
                body + "-1",
                Question.Kind.RESOLUTION,
                new Bilingual("办法", "method"),
                "文本",
                "test:any",
                VotingMode.ELECTRONIC_UNRECORDED));
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        voters.stream()
                .map(person -> questions.press(question.id(), person, Mark.FOR, "k"))
                .toList()
                .forEach(answer -> answer.join().orThrow());
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
        return question.id();
    }

    /** Drafted, adopted, nominations open. */
    public Election nominating(String body, Terms terms, UUID adopted) {
        return nominating(plan(body, terms), adopted);
    }

    public Election nominating(Elections.NewElection plan, UUID adopted) {
        UUID id = elections.draft(plan).orThrow().id();
        elections.decided(id, ElectionStep.ADOPT_METHOD, adopted).orThrow();
        return elections.take(id, ElectionStep.OPEN_NOMINATIONS).orThrow();
    }

    /** Nominates members: the presidium as many as there are seats, the rest by joint nominations of twenty. */
    public void nominate(Election election, List<UUID> people, List<String> members) {
        int seats = election.terms().seats();
        nominations
                .ofPresidium(
                        election.id(),
                        members.stream().limit(seats).map(Ballots::nominee).toList())
                .orThrow();
        int signer = people.size() - 1;
        for (String member : members.subList(Math.min(seats, members.size()), members.size())) {
            Nominations.Nomination joint = nominations
                    .begin(election.id(), people.get(signer--), nominee(member))
                    .orThrow();
            UUID first = people.get(signer + 1);
            for (int i = 0; i < 19; i++) {
                nominations.sign(joint.id(), people.get(signer--)).orThrow();
            }
            nominations.submit(joint.id(), first).orThrow();
        }
    }

    public static Nominations.Nominee nominee(String member) {
        return new Nominations.Nominee(Optional.of(member), Optional.empty(), "演示候选人情况");
    }

    /** From nominations to the final list and its scrutineers, who are taken from the end of the roster. */
    public Election listed(Election election, UUID adopted, List<String> scrutineers) {
        UUID id = election.id();
        elections.take(id, ElectionStep.DISCUSS).orThrow();
        elections.take(id, ElectionStep.SETTLE_LIST).orThrow();
        scrutiny.propose(id, scrutineers, List.of(scrutineers.getFirst()), true).orThrow();
        return elections.decided(id, ElectionStep.ADOPT_SCRUTINEERS, adopted).orThrow();
    }

    /** The whole way to an open vote. */
    public Election ready(String body, int members, int present, Terms terms, int candidates) {
        List<UUID> people = meeting(body, members, present);
        UUID adopted = adopted(body, people.subList(0, present));
        Election election = nominating(body, terms, adopted);
        nominate(
                election,
                people,
                IntStream.rangeClosed(1, candidates).mapToObj(i -> "M" + i).toList());
        return listed(election, adopted, List.of("M" + (members - 1), "M" + members));
    }

    public Election voted(Election election, int issued, int collected) {
        String sitting = election.body() + "-1";
        elections.issue(election.id(), sitting, issued, List.of()).orThrow();
        elections.take(election.id(), ElectionStep.OPEN_VOTING).orThrow();
        return elections.collect(election.id(), collected, List.of()).orThrow();
    }

    public static Line line(int count, String marks, String... names) {
        return new Line(count, new BallotPaper(marks, List.of(names), false));
    }

    /** Both tellers enter the same papers, in bundles by counts; every name written in is a member's number. */
    public Election counted(Election election, Line... lines) {
        elections.take(election.id(), ElectionStep.DECLARE_VALID).orThrow();
        List<Line> all = new ArrayList<>();
        for (Line line : lines) {
            for (int left = line.count(); left > 0; left -= Scrutiny.MOST_BATCH) {
                all.add(new Line(Math.min(left, Scrutiny.MOST_BATCH), line.paper()));
            }
        }
        for (Line line : all) {
            int batch = scrutiny.open(election.id(), Scrutiny.Form.COUNTS, line.count())
                    .orThrow()
                    .number();
            for (String teller : List.of(FIRST_TELLER, SECOND_TELLER)) {
                scrutiny.enter(election.id(), batch, teller, List.of(line)).orThrow();
            }
        }
        scrutiny.writtenNames(election.id())
                .forEach(name -> scrutiny.settle(
                                election.id(),
                                new Scrutiny.Settlement(
                                        name.written(),
                                        Scrutiny.Identity.PERSON,
                                        Optional.of(name.written()),
                                        Optional.empty(),
                                        ""))
                        .orThrow());
        return elections.take(election.id(), ElectionStep.COUNT).orThrow();
    }

    static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    /** The only reason of a refusal. */
    static Refusal only(Ruling<?> ruling) {
        if (ruling instanceof Ruling.Refused<?>(List<Refusal> reasons) && reasons.size() == 1) {
            return reasons.getFirst();
        }
        throw new AssertionError("expected one reason, got " + ruling);
    }

    /** The member numbers of those elected, in the result's order. */
    List<String> elected(Election election) {
        return numbers(election, election.outcome().orElseThrow().elected());
    }

    List<String> numbers(Election election, List<Election.PersonTally> tallies) {
        return tallies.stream()
                .map(tally -> congress.bodies
                        .memberOf(election.body(), tally.person())
                        .orElseThrow()
                        .number())
                .toList();
    }

    /** The place on the paper of a member who is a candidate, from 0. */
    int place(Election election, String member) {
        return elections.candidates(election.id()).stream()
                        .filter(one -> one.member().equals(Optional.of(member)))
                        .findFirst()
                        .orElseThrow()
                        .place()
                - 1;
    }

    /** Marks by member: {@code "M1=Y", "M2=N"}; who is not named is abstained on. */
    public String marks(Election election, String... given) {
        char[] marks = "A".repeat(elections.candidates(election.id()).size()).toCharArray();
        Arrays.stream(given)
                .map(one -> one.split("="))
                .forEach(one -> marks[place(election, one[0])] = one[1].charAt(0));
        return new String(marks);
    }
}
