package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.Dismissing;
import org.yicheng.assembly.Elections.NewElection;
import org.yicheng.assembly.Secrecy;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.party.Permission;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Papers on a dismissal: an election of one name that begins with its list final. */
@Component
class DismissalBallots {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TITLE = 200;

    /** What papers on a dismissal go through; the announcement to the public is the motion's own. */
    private static final Set<ElectionStep> STEPS = EnumSet.of(
            ElectionStep.ADOPT_SCRUTINEERS,
            ElectionStep.ISSUE,
            ElectionStep.OPEN_VOTING,
            ElectionStep.COLLECT,
            ElectionStep.DECLARE_VALID,
            ElectionStep.DECLARE_VOID,
            ElectionStep.COUNT,
            ElectionStep.DECIDE_VALIDITY,
            ElectionStep.ANNUL,
            ElectionStep.SUPERSEDE,
            ElectionStep.ANNOUNCE);

    private final ElectionRows rows;
    private final ElectionActs acts;
    private final Bodies bodies;
    private final Persons persons;
    private final JdbcClient jdbc;

    DismissalBallots(ElectionRows rows, ElectionActs acts, Bodies bodies, Persons persons, JdbcClient jdbc) {
        this.rows = rows;
        this.acts = acts;
        this.bodies = bodies;
        this.persons = persons;
        this.jdbc = jdbc;
    }

    static boolean knows(Election election, ElectionStep step) {
        return !election.dismissal() || STEPS.contains(step);
    }

    Ruling<Election> begin(Dismissing plan) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Body> body = bodies.byId(plan.body());
        if (body.isEmpty()) {
            reasons.add(Refusal.at("body", "assembly.body.unknown", "value", plan.body()));
        }
        String person = plan.person().strip();
        if (person.isEmpty() || person.length() > LONGEST_NAME) {
            reasons.add(Refusal.at(
                    "person",
                    ElectionStep.DISMISSAL_ON_PAPER,
                    "assembly.dismissal-person",
                    "value",
                    person.length(),
                    "most",
                    LONGEST_NAME));
        }
        int title = plan.title().zh().length();
        if (plan.title().zh().isBlank() || title > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "assembly.title-length", "value", title, "most", LONGEST_TITLE));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Election.Terms terms = new Election.Terms(
                Office.PRINCIPAL, 1, Optional.of(0), WriteInRule.NOT_ALLOWED, Secrecy.PAPER_TWO_TELLERS, false, false);
        UUID id = rows.add(
                new NewElection(plan.body(), plan.title(), Occasion.DISMISSAL, terms, plan.text(), plan.subject()),
                State.LIST_FINAL,
                Optional.empty());
        name(id, person, plan.text(), body.orElseThrow().demo());
        Election election = rows.byId(id).orElseThrow();
        acts.write(
                election,
                Permission.SITTING_PREPARE,
                ElectionStep.DISMISSAL_ON_PAPER,
                "dismissal",
                "secrecy",
                terms.secrecy());
        return Ruling.granted(election);
    }

    /** The one name on the paper. */
    private void name(UUID election, String name, String text, boolean demo) {
        UUID person = UUID.randomUUID();
        persons.add(List.of(new Person(person, name, Optional.empty(), Optional.empty(), Optional.empty(), demo)));
        UUID nomination = UUID.randomUUID();
        jdbc.sql("""
                        insert into assembly.nomination (id, election, source, person, name, profile, state)
                        values (:id, :election, 'PRESIDIUM', :person, :name, :profile, 'SUBMITTED')
                        """)
                .param("id", nomination)
                .param("election", election)
                .param("person", person)
                .param("name", name)
                .param("profile", text)
                .update();
        rows.candidate(election, 1, nomination, person, name);
    }
}
