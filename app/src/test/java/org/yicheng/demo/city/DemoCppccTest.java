package org.yicheng.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.record.Journal;
import org.yicheng.testing.YichengTest;

/** The CPPCC committee of the demo city can be walked: a plenary in session, proposals at every stage. */
@YichengTest(properties = {"yicheng.demo=true", "yicheng.public-url=http://cppcc.example"})
class DemoCppccTest {

    @Autowired
    Personas personas;

    @Autowired
    Sessions sessions;

    @Autowired
    Sittings sittings;

    @Autowired
    Bodies bodies;

    @Autowired
    Filings filings;

    @Autowired
    Proposals proposals;

    @Autowired
    Handlings handlings;

    @Autowired
    Journal journal;

    private static <T> T as(Caller caller, java.util.function.Supplier<T> action) {
        Set<T> result = new HashSet<>();
        caller.run(() -> result.add(action.get()));
        return result.iterator().next();
    }

    private Handling stage(String state) {
        return handlings.ofBody(Personas.CPPCC).stream()
                .filter(one -> one.matter().state().equals(state))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVisitorExaminesFilesAssignsAndJudgesAProposal() {
        Session session = sessions.byId("sjz-cppcc-3").orElseThrow();
        assertThat(session.state()).isEqualTo(Session.State.IN_SESSION);
        assertThat(sittings.ofSubject(session.subject()))
                .extracting(Sitting::state)
                .containsExactlyInAnyOrder(Sitting.State.CLOSED, Sitting.State.SCHEDULED);
        assertThat(bodies.membersOf(Personas.CPPCC)).hasSize(72).allMatch(Member::demo);

        List<Handling> all = handlings.ofBody(Personas.CPPCC);
        assertThat(all)
                .allMatch(one -> one.filing().demo() && one.filing().title().endsWith("（演示）"));
        assertThat(all)
                .extracting(one -> one.matter().state())
                .containsExactlyInAnyOrder(
                        "SUBMITTED", "SUBMITTED", "ACCEPTED", "ASSIGNED", "REPLIED", "CLOSED", "FULFILLED");
        assertThat(all)
                .as("a party's, a committee's and a sector's stand beside those of members")
                .filteredOn(one -> one.collective().isPresent())
                .hasSize(3);
        assertThat(all).as("one is filed jointly").anyMatch(one -> one.filing().standing() == 3);

        Filing waiting = stage("SUBMITTED").filing();
        for (String who : List.of("examiner1", "examiner2", "proposals")) {
            as(personas.caller(who), () -> proposals.review(waiting.id(), Outcome.FILED, ""))
                    .orThrow();
        }
        assertThat(handlings.byFiling(waiting.id()).orElseThrow().matter().state())
                .isEqualTo("ACCEPTED");

        Filing answered = stage("REPLIED").filing();
        Member author =
                personas.member(answered.signatures().getFirst().number()).orElseThrow();
        assertThat(Personas.MEMBERS).as("a visitor can be its author").contains(author.number());
        as(personas.caller(author), () -> handlings.judge(answered.id(), Grade.SATISFIED, Grade.BASICALLY, ""))
                .orThrow();
        assertThat(handlings.byFiling(answered.id()).orElseThrow().matter().state())
                .isEqualTo("COMMITMENT_TRACKING");
        assertThat(journal.firstFault()).isEmpty();
        assertThat(filings.bodies()).contains(Personas.CPPCC, Personas.BODY);
    }
}
