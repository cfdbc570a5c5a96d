package org.yicheng.demo.city;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Nominations.Nominee;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.count.Occasion;

/** The invented election of the demo session, from the draft of its method to the oath, while the course goes on. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class CourseElection {

    private static final String PROFILE = "演示候选人情况：由演示名册产生，不是真实人物。";

    private final DemoCity city;
    private final Personas personas;
    private final Elections elections;
    private final SessionElections ofSession;
    private final Nominations nominations;
    private final Scrutiny scrutiny;

    CourseElection(
            DemoCity city,
            Personas personas,
            Elections elections,
            SessionElections ofSession,
            Nominations nominations,
            Scrutiny scrutiny) {
        this.city = city;
        this.personas = personas;
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

    /** Nominations to the final list, and who supervises; nothing if the method was not adopted. */
    void nominate(Session session) {
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

    /** The proclamation and the oath, once the result was announced. */
    void conclude(Session session) {
        if (stands(session, Election.State.ANNOUNCED)) {
            UUID id = of(session).orElseThrow().id();
            ofSession.proclaim(id).orThrow();
            elections.take(id, ElectionStep.TAKE_OATH).orThrow();
        }
    }
}
