package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.InBox;
import org.yicheng.assembly.Elections.Receiver;
import org.yicheng.assembly.Elections.Returned;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Secrecy;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The box of an election: papers handed out and returned, by the form of secrecy that the method chose. */
@Component
class Box {

    private static final Citation SIGNED_IN = Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.9");
    private static final int LONGEST_KEY = 100;

    private final List<BallotForm> forms;
    private final ElectronicForm electronic;
    private final ElectionRows rows;
    private final Bodies bodies;
    private final ElectionActs acts;
    private final JdbcClient jdbc;

    Box(
            List<BallotForm> forms,
            ElectronicForm electronic,
            ElectionRows rows,
            Bodies bodies,
            ElectionActs acts,
            JdbcClient jdbc) {
        this.forms = forms;
        this.electronic = electronic;
        this.rows = rows;
        this.bodies = bodies;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    private BallotForm form(Election election) {
        Secrecy secrecy = election.terms().secrecy();
        return forms.stream().filter(form -> form.serves(secrecy)).findFirst().orElseThrow();
    }

    int issue(Election election, int present, int counted) {
        return form(election).issue(election, present, counted);
    }

    static List<Refusal> issueFaults(int issued, int present, int notReceived) {
        if (issued < 1 || issued > present) {
            return List.of(
                    Refusal.at("issued", "assembly.election-issued-present", "value", issued, "present", present));
        }
        return notReceived > present - issued
                ? List.of(Refusal.at(
                        "notReceived",
                        "assembly.election-not-received",
                        "value",
                        notReceived,
                        "most",
                        present - issued))
                : List.of();
    }

    /** Everybody present is on the list; those named took no paper. Gives a reason for every unknown number. */
    List<Refusal> receive(Election election, List<String> notReceived) {
        jdbc.sql("""
                        insert into assembly.ballot_roll (election, attempt, mandate, received, returned)
                        select :id, :attempt, mandate, true, false from assembly.presence
                         where sitting = :sitting and present
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("sitting", election.ballot().sitting().orElseThrow())
                .update();
        return strike(election, "received = false", "notReceived", notReceived);
    }

    private List<Refusal> strike(Election election, String change, String field, List<String> members) {
        List<Refusal> reasons = new ArrayList<>();
        for (String member : members) {
            int struck = jdbc.sql("update assembly.ballot_roll r set " + change + """
                             from assembly.mandate m
                             where r.mandate = m.id and r.election = :id and r.attempt = :attempt
                               and m.body = :body and m.number = :member
                            """)
                    .param("id", election.id())
                    .param("attempt", election.attempt())
                    .param("body", election.body())
                    .param("member", member)
                    .update();
            if (struck == 0) {
                reasons.add(Refusal.at(field, "assembly.election-not-on-list", "value", member));
            }
        }
        return reasons;
    }

    void open(Election election) {
        List<Refusal> reasons = form(election).beforeVoting(election);
        if (!reasons.isEmpty()) {
            throw new org.yicheng.rule.RefusedException(reasons);
        }
    }

    BallotForm.Account collect(Election election, int counted, List<String> notReturned) {
        if (election.terms().secrecy().onPaper()) {
            jdbc.sql("""
                            update assembly.ballot_roll set returned = received
                             where election = :id and attempt = :attempt
                            """)
                    .param("id", election.id())
                    .param("attempt", election.attempt())
                    .update();
            List<Refusal> unknown = strike(election, "returned = false", "notReturned", notReturned);
            if (!unknown.isEmpty()) {
                throw new org.yicheng.rule.RefusedException(unknown);
            }
        }
        return form(election).collect(election, counted);
    }

    /** The papers of the form, and every name written on one settled. */
    List<Refusal> beforeCount(Election election) {
        List<Refusal> reasons = new ArrayList<>(form(election).beforeCount(election));
        int open = WrittenNames.unsettled(jdbc, election);
        if (open > 0) {
            reasons.add(Refusal.by(ElectionStep.COUNT.ground(), "assembly.election-names-open", "value", open));
        }
        return reasons;
    }

    /** A member as the ballot sees him. */
    private record Voter(UUID mandate, Member.MandateStatus status, boolean present) {}

    Ruling<InBox> cast(UUID id, UUID person, BallotPaper paper, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Ruling.refused(Refusal.at("key", "assembly.key-length", "value", key.length(), "most", LONGEST_KEY));
        }
        // The share lock lets members vote side by side but makes closing wait for them.
        boolean known = jdbc.sql("select 1 from assembly.election where id = :id for share")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            return Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id));
        }
        Election election = rows.byId(id).orElseThrow();
        Optional<Voter> voter = voter(election, person);
        boolean open = electronic.lockBox(election);
        Optional<ElectronicForm.Cast> before =
                voter.flatMap(found -> electronic.before(election, found.mandate(), key));
        if (before.filter(ElectronicForm.Cast::again).isPresent()) {
            return Ruling.granted(new InBox(id, true));
        }
        List<Refusal> reasons = voterFaults(election, open, voter, before.isPresent());
        reasons.addAll(
                ElectionRules.castFaults(election, paper, rows.candidates(id).size()));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        electronic.put(election, voter.orElseThrow().mandate(), paper, key);
        acts.write(election, Permission.VOTE, ElectionStep.OPEN_VOTING.ground(), "ballot");
        return Ruling.granted(new InBox(id, false));
    }

    private static List<Refusal> voterFaults(Election election, boolean open, Optional<Voter> voter, boolean voted) {
        List<Refusal> reasons = new ArrayList<>();
        Citation ground = ElectionStep.OPEN_VOTING.ground();
        if (election.state() != State.VOTING || !open) {
            String code =
                    election.terms().secrecy().onPaper() ? "assembly.election-on-paper" : "assembly.election-not-open";
            reasons.add(Refusal.by(ground, code, "state", ElectionRules.word(election.state())));
        }
        if (voter.isEmpty()) {
            reasons.add(Refusal.by(ground, "assembly.no-mandate", "question", election.id()));
            return reasons;
        }
        if (voter.get().status() != Member.MandateStatus.IN_OFFICE) {
            reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.mandate-suspended"));
        }
        if (!voter.get().present()) {
            reasons.add(Refusal.by(SIGNED_IN, "assembly.not-signed-in"));
        }
        if (voted) {
            reasons.add(Refusal.by(ground, "assembly.election-voted"));
        }
        return reasons;
    }

    private Optional<Voter> voter(Election election, UUID person) {
        return jdbc.sql("""
                        select m.id, m.status, coalesce(p.present, false) as present
                          from assembly.mandate m
                          left join assembly.presence p on p.mandate = m.id and p.sitting = :sitting
                         where m.body = :body and m.person = :person and m.status <> 'TERMINATED'
                        """)
                .param("sitting", election.ballot().sitting().orElse(""))
                .param("body", election.body())
                .param("person", person)
                .query((row, _) -> new Voter(
                        row.getObject("id", UUID.class),
                        Member.MandateStatus.valueOf(row.getString("status")),
                        row.getBoolean("present")))
                .optional();
    }

    boolean voted(Election election, UUID person) {
        return jdbc.sql("""
                        select count(*) from assembly.ballot_roll r join assembly.mandate m on m.id = r.mandate
                         where r.election = :id and r.attempt = :attempt and m.person = :person and r.returned
                        """)
                        .param("id", election.id())
                        .param("attempt", election.attempt())
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Returned returned(Election election) {
        return jdbc.sql("""
                        select count(*) filter (where received), count(*) filter (where returned)
                          from assembly.ballot_roll where election = :id and attempt = :attempt
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query((row, _) -> new Returned(row.getInt(1), row.getInt(2)))
                .single();
    }

    List<Receiver> receivers(Election election) {
        record Row(String member, UUID mandate, boolean received, boolean returned) {}
        List<Row> list = jdbc.sql("""
                        select m.number, m.id, r.received, r.returned
                          from assembly.ballot_roll r join assembly.mandate m on m.id = r.mandate
                         where r.election = :id and r.attempt = :attempt order by m.number
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query((row, _) ->
                        new Row(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3), row.getBoolean(4)))
                .list();
        java.util.Map<String, String> names = bodies.membersOf(election.body()).stream()
                .collect(java.util.stream.Collectors.toMap(Member::number, Member::name));
        return list.stream()
                .map(row -> new Receiver(
                        row.member(), names.getOrDefault(row.member(), ""), row.received(), row.returned()))
                .toList();
    }
}
