package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.Choosing;
import org.yicheng.assembly.Elections.Item;
import org.yicheng.assembly.Elections.NewElection;
import org.yicheng.count.Basis;
import org.yicheng.count.Occasion;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.party.Permission;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Ballots on projects (民生实事项目票决): an election whose paper lists projects, in the order they were given. */
@Component
class ProjectBallots {

    static final int MOST_PROJECTS = 50;

    /** On a numbered paper a number is one sign: 1 to 9, then a to z. */
    static final int MOST_NUMBERED = 35;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_METHOD = 20_000;

    /** Of what more than half can be asked. */
    private static final Set<Basis> BASES = EnumSet.of(Basis.ALL_MEMBERS, Basis.PRESENT, Basis.VALID);

    /** What papers on projects do not go through: nobody is nominated, nobody takes an oath. */
    private static final Set<ElectionStep> OF_PERSONS = EnumSet.of(
            ElectionStep.OPEN_NOMINATIONS,
            ElectionStep.DISCUSS,
            ElectionStep.REOPEN_NOMINATIONS,
            ElectionStep.PRE_ELECT,
            ElectionStep.SETTLE_LIST,
            ElectionStep.TAKE_OATH);

    private final ElectionRows rows;
    private final ElectionActs acts;
    private final Bodies bodies;
    private final JdbcClient jdbc;

    ProjectBallots(ElectionRows rows, ElectionActs acts, Bodies bodies, JdbcClient jdbc) {
        this.rows = rows;
        this.acts = acts;
        this.bodies = bodies;
        this.jdbc = jdbc;
    }

    static boolean knows(Election election, ElectionStep step) {
        return election.projects() ? !OF_PERSONS.contains(step) : step != ElectionStep.TAKE_LIST;
    }

    Ruling<Election> begin(Choosing plan) {
        List<Refusal> reasons = new ArrayList<>();
        if (bodies.byId(plan.body()).isEmpty()) {
            reasons.add(Refusal.at("body", "assembly.body.unknown", "value", plan.body()));
        }
        int title = plan.title().zh().length();
        if (plan.title().zh().isBlank() || title > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "assembly.title-length", "value", title, "most", LONGEST_TITLE));
        }
        reasons.addAll(itemFaults(plan.items()));
        reasons.addAll(termFaults(plan.terms(), plan.items().size(), plan.method()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = rows.add(
                new NewElection(plan.body(), plan.title(), Occasion.FIRST, plan.terms(), plan.method(), plan.subject()),
                State.METHOD_DRAFTED,
                Optional.empty());
        list(id, plan.items());
        Election election = rows.byId(id).orElseThrow();
        acts.write(
                election,
                Permission.SITTING_PREPARE,
                ElectionStep.PROJECTS,
                "choose",
                "projects",
                plan.items().size(),
                "choose",
                plan.terms().seats(),
                "preset",
                plan.terms().choosing().orElseThrow().preset(),
                "base",
                plan.terms().choosing().orElseThrow().base(),
                "secrecy",
                plan.terms().secrecy());
        return Ruling.granted(election);
    }

    private static List<Refusal> itemFaults(List<Item> items) {
        List<Refusal> reasons = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Item item : items) {
            String label = item.label().strip();
            boolean fresh = labels.add(label) && ids.add(item.id());
            if (label.isEmpty() || label.length() > LONGEST_LABEL || !fresh) {
                reasons.add(Refusal.at(
                        "items",
                        ElectionStep.PROJECTS,
                        "assembly.projects-label",
                        "value",
                        item.label(),
                        "most",
                        LONGEST_LABEL));
            }
        }
        return reasons;
    }

    /** What is wrong with the method of a ballot on so many projects; every reason at once. */
    static List<Refusal> termFaults(Election.Terms terms, int projects, String method) {
        List<Refusal> reasons = new ArrayList<>();
        if (method.isBlank() || method.length() > LONGEST_METHOD) {
            reasons.add(Refusal.at(
                    "method", "assembly.election-method-length", "value", method.length(), "most", LONGEST_METHOD));
        }
        Optional<Election.Choosing> choosing = terms.choosing();
        if (choosing.isEmpty()) {
            reasons.add(Refusal.at("preset", ElectionStep.PROJECTS, "assembly.projects-preset-missing"));
            return reasons;
        }
        Preset preset = choosing.get().preset();
        int most = preset == Preset.RANK ? MOST_NUMBERED : MOST_PROJECTS;
        if (projects < 1 || projects > most) {
            reasons.add(Refusal.at(
                    "items", ElectionStep.PROJECTS, "assembly.projects-number", "value", projects, "most", most));
        }
        reasons.addAll(chooseFaults(terms, preset, projects));
        if (!BASES.contains(choosing.get().base())) {
            reasons.add(Refusal.at(
                    "base",
                    ElectionStep.PROJECTS,
                    "assembly.projects-base",
                    "value",
                    Phrase.of("assembly.base-" + choosing.get().base())));
        }
        return reasons;
    }

    /** With as many places as projects each is voted on for itself, and only then. */
    private static List<Refusal> chooseFaults(Election.Terms terms, Preset preset, int projects) {
        boolean equal = preset == Preset.EQUAL;
        int least = equal ? projects : 1;
        int most = equal ? projects : projects - 1;
        return terms.seats() < least || terms.seats() > most
                ? List.of(Refusal.at(
                        "choose",
                        ElectionStep.PROJECTS,
                        equal ? "assembly.projects-choose-equal" : "assembly.projects-choose",
                        "value",
                        terms.seats(),
                        "projects",
                        projects,
                        "most",
                        most))
                : List.of();
    }

    private void list(UUID election, List<Item> items) {
        int place = 0;
        for (Item item : items) {
            place++;
            UUID nomination = UUID.randomUUID();
            jdbc.sql("""
                            insert into assembly.nomination (id, election, source, person, name, profile, state)
                            values (:id, :election, 'PRESIDIUM', :item, :label, :text, 'SUBMITTED')
                            """)
                    .param("id", nomination)
                    .param("election", election)
                    .param("item", item.id())
                    .param("label", item.label().strip())
                    .param("text", item.text())
                    .update();
            rows.candidate(election, place, nomination, item.id(), item.label().strip());
        }
    }
}
