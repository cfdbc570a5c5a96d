package org.yicheng.demo.city;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Nominations.Nominee;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Scrutiny.Form;
import org.yicheng.assembly.Scrutiny.Line;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;

/**
 * The demo's election hall: the source page reports no election, so offices, candidates and papers are made up. Four
 * elections stand where a visitor can take part: nominating, papers being read, an open electronic ballot, a result.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoElections {

    static final String BODY = "demo-election";
    static final String SITTING = "demo-election-plenary";

    private static final int MEMBERS = 60;
    private static final int PRESENT = 56;
    private static final String PROFILE = "演示候选人情况：由演示名册产生，不是真实人物。";

    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Elections elections;
    private final Nominations nominations;
    private final Scrutiny scrutiny;
    private final Accounts accounts;
    private final Personas personas;
    private final Clock clock;

    DemoElections(
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Elections elections,
            Nominations nominations,
            Scrutiny scrutiny,
            Accounts accounts,
            Personas personas,
            Clock clock) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.elections = elections;
        this.nominations = nominations;
        this.scrutiny = scrutiny;
        this.accounts = accounts;
        this.personas = personas;
        this.clock = clock;
    }

    /** The election that shows a state, if the hall is there. */
    Optional<Election> showing(Election.State state) {
        return elections.ofBody(BODY).stream()
                .filter(election -> election.state() == state)
                .findFirst();
    }

    /** Fills the hall; inside the transaction that loads the city. */
    void load() {
        List<Member> members = enrol();
        open(members);
        UUID adopted = adopted();
        announced(adopted, members);
        reading(adopted, members);
        nominating(adopted, members);
        voting(adopted, members);
    }

    private List<Member> enrol() {
        bodies.add(new Body(
                BODY,
                Body.Kind.CONGRESS,
                new Bilingual("演示选举厅", "Demo election hall"),
                new Bilingual("演示选举厅", "Demo election hall"),
                "cn-city-congress",
                Optional.of(Personas.BODY),
                true));
        bodies.addGroups(List.of(new Group(BODY, "D", "演示代表团", 1)));
        List<Member> people = bodies.membersOf(Personas.BODY).stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .sorted(java.util.Comparator.comparing(Member::number))
                .limit(MEMBERS)
                .toList();
        bodies.enrol(BODY, people.stream().map(DemoElections::mandate).toList()).orThrow();
        accounts.giveRoles(
                people.stream()
                        .flatMap(member -> accounts.byPerson(member.person()).stream())
                        .map(Accounts.Account::id)
                        .toList(),
                Role.MEMBER,
                BODY);
        for (Personas.Persona persona : Personas.STAFF) {
            if (persona.scope().equals(Personas.CPPCC)) {
                continue;
            }
            UUID account = personas.account(persona.key()).orElseThrow().id();
            persona.roles().stream()
                    .filter(role -> !role.everywhereOnly())
                    .forEach(role -> accounts.giveRole(account, role, BODY));
        }
        return people;
    }

    private static NewMember mandate(Member member) {
        return new NewMember(
                member.number(),
                member.person(),
                "D",
                member.electingUnit(),
                Member.MandateStatus.IN_OFFICE,
                member.from(),
                member.to(),
                Optional.empty(),
                member.seat());
    }

    private void open(List<Member> members) {
        Instant now = clock.instant();
        sittings.schedule(new Sittings.NewSitting(
                SITTING,
                BODY,
                "demo:" + BODY,
                Sitting.Kind.PLENARY,
                1,
                new Bilingual("演示选举全体会议", "Demo election plenary"),
                "演示会场",
                now));
        sittings.namePresiding(SITTING, members.getFirst().name()).orThrow();
        sittings.openSignIn(SITTING).orThrow();
        Map<UUID, String> cards = bodies.activeCards(Personas.BODY);
        List<SignInEvent> events = new ArrayList<>();
        for (Member member : members.subList(0, PRESENT)) {
            events.add(new SignInEvent(
                    "demo-election-" + member.number(),
                    now,
                    cards.getOrDefault(member.person(), ""),
                    SignInEvent.Direction.IN,
                    "GATE-1",
                    events.size()));
        }
        sittings.signIn(SITTING, events);
        sittings.open(SITTING).orThrow();
    }

    /** The plenary adopts the demo's method and scrutineers by show of hands. */
    private UUID adopted() {
        Question question = questions.list(new Questions.NewQuestion(
                SITTING,
                Question.Kind.RESOLUTION,
                new Bilingual("表决选举办法和监票人名单（演示）", "Method and scrutineers (demo)"),
                "演示文本",
                "demo:" + BODY,
                VotingMode.SHOW_OF_HANDS));
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        Outcome.Votes all = new Outcome.Votes(PRESENT, 0, 0, 0);
        questions.enterHands(question.id(), teller("teller1"), all).orThrow();
        questions.enterHands(question.id(), teller("teller2"), all).orThrow();
        questions.close(question.id()).orThrow();
        return questions.declare(question.id()).orThrow().id();
    }

    private String teller(String persona) {
        return personas.account(persona).orElseThrow().id().toString();
    }

    private UUID begin(UUID adopted, Bilingual title, int seats, Secrecy secrecy, List<Member> nominees) {
        UUID id = elections
                .draft(new Elections.NewElection(
                        BODY,
                        title,
                        Occasion.FIRST,
                        new Election.Terms(
                                Office.DEPUTY,
                                seats,
                                Optional.of(1),
                                WriteInRule.ONLY_WITH_OPPOSITION,
                                secrecy,
                                false,
                                false),
                        "演示选举办法。应选" + seats + "名，差额1名。赞成票超过全体代表的半数，始得当选。",
                        "demo:" + BODY))
                .orThrow()
                .id();
        elections.decided(id, ElectionStep.ADOPT_METHOD, adopted).orThrow();
        elections.take(id, ElectionStep.OPEN_NOMINATIONS).orThrow();
        nominations
                .ofPresidium(
                        id,
                        nominees.stream()
                                .limit(seats)
                                .map(DemoElections::nominee)
                                .toList())
                .orThrow();
        return id;
    }

    private static Nominee nominee(Member member) {
        return new Nominee(Optional.of(member.number()), Optional.empty(), PROFILE);
    }

    /** A joint nomination, signed by as many as given, the first of them handing it in where twenty have. */
    private void jointly(UUID id, Member nominee, List<Member> signers) {
        UUID nomination = nominations
                .begin(id, signers.getFirst().person(), nominee(nominee))
                .orThrow()
                .id();
        signers.stream()
                .skip(1)
                .forEach(one -> nominations.sign(nomination, one.person()).orThrow());
        if (signers.size() >= 20) {
            nominations.submit(nomination, signers.getFirst().person()).orThrow();
        }
    }

    private void nominating(UUID adopted, List<Member> members) {
        UUID id = begin(
                adopted,
                new Bilingual("演示市副市长", "Vice-mayors of the demo city"),
                2,
                Secrecy.PAPER_TWO_TELLERS,
                members.subList(4, 6));
        jointly(id, members.get(6), members.subList(30, 48));
    }

    /** Settled, with scrutineers, papers out and the vote open. */
    private Election toVoting(UUID id, UUID adopted, List<Member> members, Member third) {
        jointly(id, third, members.subList(30, 50));
        elections.take(id, ElectionStep.DISCUSS).orThrow();
        elections.take(id, ElectionStep.SETTLE_LIST).orThrow();
        List<String> watching =
                members.subList(50, 54).stream().map(Member::number).toList();
        scrutiny.propose(id, watching, watching.subList(0, 1), true).orThrow();
        elections.decided(id, ElectionStep.ADOPT_SCRUTINEERS, adopted).orThrow();
        elections.issue(id, SITTING, PRESENT, List.of()).orThrow();
        return elections.take(id, ElectionStep.OPEN_VOTING).orThrow();
    }

    private void voting(UUID adopted, List<Member> members) {
        UUID id = begin(
                adopted,
                new Bilingual("演示市副市长（电子投票）", "Vice-mayor (electronic ballot)"),
                1,
                Secrecy.ELECTRONIC_UNRECORDED,
                members.subList(7, 8));
        toVoting(id, adopted, members, members.get(8));
        for (int i = 10; i < 40; i++) {
            String marks = i % 3 == 0 ? "NY" : "YN";
            elections
                    .cast(id, members.get(i).person(), new BallotPaper(marks, List.of(), false), "demo")
                    .orThrow();
        }
    }

    /** Paper: one bundle agreed, one in which the tellers differ, one still to be entered. */
    private void reading(UUID adopted, List<Member> members) {
        UUID id = begin(
                adopted,
                new Bilingual("演示市人大常委会副主任", "Vice-chairs of the standing committee"),
                2,
                Secrecy.PAPER_TWO_TELLERS,
                members.subList(1, 3));
        toVoting(id, adopted, members, members.get(3));
        elections.collect(id, PRESENT - 1, List.of()).orThrow();
        elections.take(id, ElectionStep.DECLARE_VALID).orThrow();
        enter(id, Form.COUNTS, List.of(line(28, "YYN"), line(10, "YNY")), List.of(line(28, "YYN"), line(10, "YNY")));
        List<Line> first = new ArrayList<>(Collections.nCopies(4, line(1, "YYN")));
        first.add(line(1, "NNA", members.get(9).name()));
        List<Line> second = new ArrayList<>(first);
        second.set(1, line(1, "YAN"));
        enter(id, Form.PAPERS, first, second);
        scrutiny.open(id, Form.PAPERS, 10).orThrow();
    }

    private void announced(UUID adopted, List<Member> members) {
        UUID id = begin(
                adopted,
                new Bilingual("演示市副市长（结果）", "Vice-mayors (a result)"),
                2,
                Secrecy.PAPER_TWO_TELLERS,
                members.subList(20, 22));
        toVoting(id, adopted, members, members.get(22));
        elections.collect(id, PRESENT, List.of()).orThrow();
        elections.take(id, ElectionStep.DECLARE_VALID).orThrow();
        List<Line> papers = List.of(line(30, "YYN"), line(20, "YNY"), line(5, "NYA"), line(1, "YYY"));
        enter(id, Form.COUNTS, papers, papers);
        elections.take(id, ElectionStep.COUNT).orThrow();
        elections.decided(id, ElectionStep.DECIDE_VALIDITY, adopted).orThrow();
        elections.take(id, ElectionStep.ANNOUNCE).orThrow();
    }

    private void enter(UUID id, Form form, List<Line> first, List<Line> second) {
        int size = first.stream().mapToInt(Line::count).sum();
        int batch = scrutiny.open(id, form, size).orThrow().number();
        scrutiny.enter(id, batch, teller("teller1"), first).orThrow();
        scrutiny.enter(id, batch, teller("teller2"), second).orThrow();
    }

    private static Line line(int count, String marks, String... names) {
        return new Line(count, new BallotPaper(marks, List.of(names), false));
    }
}
