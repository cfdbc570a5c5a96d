package org.yicheng.demo.city;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Nominations.Nominee;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.count.Occasion;
import org.yicheng.rule.Ruling;

/** The invented election of the demo session, from the draft of its method to the oath, while the course goes on. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class CourseElection {

    private static final String PROFILE = "演示候选人情况：由演示名册产生，不是真实人物。";

    private final DemoCity city;
    private final Personas personas;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Elections elections;
    private final SessionElections ofSession;
    private final Nominations nominations;
    private final Scrutiny scrutiny;
    /** Papers put in, by election and member number: the same paper is not tried every second. */
    private final Set<String> voted = new HashSet<>();

    /** Ballots in which everybody has voted whom the visitor does not play. */
    private final Set<String> finished = new HashSet<>();

    CourseElection(
            DemoCity city,
            Personas personas,
            Bodies bodies,
            Sittings sittings,
            Elections elections,
            SessionElections ofSession,
            Nominations nominations,
            Scrutiny scrutiny) {
        this.city = city;
        this.personas = personas;
        this.bodies = bodies;
        this.sittings = sittings;
        this.elections = elections;
        this.ofSession = ofSession;
        this.nominations = nominations;
        this.scrutiny = scrutiny;
    }

    private Script.Ballot script() {
        return city.script().demo().later().election();
    }

    private Optional<Election> of(Session session) {
        return ofSession.of(session.id()).stream()
                .filter(election -> election.title().equals(script().title()))
                .findFirst();
    }

    private boolean stands(Session session, Election.State state) {
        return of(session).filter(election -> election.state() == state).isPresent();
    }

    /** The presidium's draft of the method, put to the plenary. */
    void propose(Session session, Sitting plenary) {
        Election election = of(session)
                .orElseGet(() -> ofSession
                        .draft(
                                session.id(),
                                script().title(),
                                Occasion.FIRST,
                                script().terms(),
                                script().method(),
                                false)
                        .orThrow());
        ask(session, plenary, ElectionMatter.METHOD, election);
    }

    private void ask(Session session, Sitting meeting, ElectionMatter matter, Election election) {
        ofSession
                .ask(session.id(), meeting.id(), matter, List.of(election.id()))
                .orThrow();
    }

    /** Nominations to the final list and the scrutineers put to the plenary; nothing if the method was not adopted. */
    void nominate(Session session, Sitting plenary) {
        if (!stands(session, Election.State.METHOD_ADOPTED)) {
            return;
        }
        Election election = of(session).orElseThrow();
        UUID id = election.id();
        elections.take(id, ElectionStep.OPEN_NOMINATIONS).orThrow();
        nominations
                .ofPresidium(
                        id,
                        script().presidium().stream()
                                .map(CourseElection::nominee)
                                .toList())
                .orThrow();
        jointly(id);
        elections.take(id, ElectionStep.DISCUSS).orThrow();
        elections.take(id, ElectionStep.SETTLE_LIST).orThrow();
        scrutiny.propose(id, script().scrutineers(), List.of(script().chief()), true)
                .orThrow();
        ask(session, plenary, ElectionMatter.SCRUTINEERS, election);
    }

    private static Nominee nominee(String number) {
        return new Nominee(Optional.of(number), Optional.empty(), PROFILE);
    }

    private void jointly(UUID id) {
        List<Member> joiners = script().joiners().stream()
                .map(number -> personas.member(number).orElseThrow())
                .toList();
        UUID person = joiners.getFirst().person();
        UUID nomination = nominations
                .begin(id, person, nominee(script().joint()))
                .orThrow()
                .id();
        joiners.stream()
                .skip(1)
                .forEach(one -> nominations.sign(nomination, one.person()).orThrow());
        nominations.submit(nomination, person).orThrow();
    }

    /**
     * The next step of the ballot in the plenary that elects.
     *
     * @return what to do with the meeting afterwards
     */
    Move step(Session session, Sitting plenary) {
        Optional<Election> found = of(session)
                .filter(election -> plenary.kind() == Sitting.Kind.PLENARY
                        && plenary.number()
                                == city.script().demo().later().plenaries().size());
        if (found.isEmpty()) {
            return Move.GO_ON;
        }
        Election election = found.get();
        UUID id = election.id();
        switch (election.state()) {
            case SCRUTINEERS_ADOPTED, VOID -> scrutineer(() -> elections.issue(id, plenary.id(), 0, List.of()));
            case PAPERS_ISSUED -> elections.take(id, ElectionStep.OPEN_VOTING).orThrow();
            case VOTING -> {
                if (finished.contains(ballot(election))) {
                    scrutineer(() -> elections.collect(id, 0, List.of()));
                }
            }
            case COLLECTED -> elections.take(id, ElectionStep.DECLARE_VALID).orThrow();
            case BALLOT_VALID -> scrutineer(() -> elections.take(id, ElectionStep.COUNT));
            case COUNTED -> {
                return Move.TO_PRESIDIUM;
            }
            case VALIDITY_DECIDED -> elections.take(id, ElectionStep.ANNOUNCE).orThrow();
            default -> {
                return Move.GO_ON;
            }
        }
        return Move.STEPPED;
    }

    /** What follows a look at the ballot. */
    enum Move {
        /** The ballot took a step. */
        STEPPED,
        /** Counted: the plenary pauses until the presidium has decided. */
        TO_PRESIDIUM,
        /** Nothing of the ballot is to be done now. */
        GO_ON
    }

    private void scrutineer(Supplier<Ruling<Election>> act) {
        personas.caller("scrutineer").run(() -> act.get().orThrow());
    }

    /** Puts the validity to a presidium meeting; nothing if the visitor has done so. */
    void toPresidium(Session session, Sitting presidium) {
        if (stands(session, Election.State.COUNTED)) {
            ask(session, presidium, ElectionMatter.VALIDITY, of(session).orElseThrow());
        }
    }

    /** The proclamation and the oath, once the result was announced. */
    void conclude(Session session) {
        if (stands(session, Election.State.ANNOUNCED)) {
            UUID id = of(session).orElseThrow().id();
            ofSession.proclaim(id).orThrow();
            elections.take(id, ElectionStep.TAKE_OATH).orThrow();
        }
    }

    /** Members put their papers in, as many as given. */
    void crowd(Session session, Sitting plenary, Set<UUID> visitors, Set<String> present, int many) {
        Optional<Election> open = elections
                .ofSitting(plenary.id())
                .filter(election -> election.state() == Election.State.VOTING)
                .filter(election -> election.subject().equals(session.subject()))
                .filter(election -> election.terms().secrecy() == Secrecy.ELECTRONIC_UNRECORDED);
        if (open.isEmpty()) {
            return;
        }
        Election election = open.get();
        List<Member> next = bodies.membersOf(plenary.body()).stream()
                .filter(member -> present.contains(member.number()) && !visitors.contains(member.person()))
                .filter(member -> voted.add(ballot(election) + member.number()))
                .limit(many)
                .toList();
        if (next.isEmpty()) {
            finished.add(ballot(election));
        }
        int candidates = elections.candidates(election.id()).size();
        for (Member member : next) {
            String marks = marks(member.number(), candidates, election.terms().seats());
            personas.caller(member)
                    .run(() -> elections.cast(
                            election.id(), member.person(), new BallotPaper(marks, List.of(), false), "demo"));
        }
    }

    private static String ballot(Election election) {
        return election.id() + "/" + election.attempt() + "/";
    }

    /** Most approve the first of the list, some the last instead of one of them. */
    private static String marks(String number, int candidates, int seats) {
        int lot = Math.floorMod((number + "/ballot").hashCode(), 10);
        int approved = Math.min(seats, candidates);
        StringBuilder marks = new StringBuilder("Y".repeat(approved));
        marks.append("N".repeat(candidates - approved));
        if (lot < Math.min(2, approved) && candidates > approved) {
            marks.setCharAt(lot, 'N');
            marks.setCharAt(candidates - 1, 'Y');
        }
        return marks.toString();
    }
}
