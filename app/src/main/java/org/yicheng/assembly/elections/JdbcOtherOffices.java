package org.yicheng.assembly.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.OtherOffices;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Offices held elsewhere, and what they mean for whoever is to be elected from among the members. */
@Component
class JdbcOtherOffices implements OtherOffices {

    private static final int LONGEST_TITLE = 100;

    private static final String ALL = """
            select o.*, m.body, m.number, p.name from assembly.other_office o
              join assembly.mandate m on m.id = o.mandate join party.person p on p.id = m.person
            """;

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Journal journal;
    private final Clock clock;

    JdbcOtherOffices(JdbcClient jdbc, Bodies bodies, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.journal = journal;
        this.clock = clock;
    }

    /** A nominee for the standing committee must have declared to give up whatever excludes membership. */
    List<Refusal> against(Election election, String number) {
        if (!election.terms().membersOnly()) {
            return List.of();
        }
        return held(election.body(), number).stream()
                .filter(office -> !office.givesUp())
                .map(office -> Refusal.at(
                        "member",
                        GROUND,
                        "assembly.other-office-held",
                        "name",
                        office.name(),
                        "value",
                        number,
                        "office",
                        office.title(),
                        "organ",
                        Phrase.of("assembly.organ-" + office.organ())))
                .toList();
    }

    /** The same of everybody who stands, before the list is settled: an office may have been taken on since. */
    List<Refusal> againstList(Election election) {
        return jdbc.sql("""
                        select member from assembly.nomination
                         where election = :id and state = 'SUBMITTED' and member is not null order by member
                        """).param("id", election.id()).query((row, _) -> row.getString(1)).list().stream()
                .flatMap(number -> against(election, number).stream())
                .toList();
    }

    @Override
    @Transactional
    public Ruling<OtherOffice> enter(String body, String number, Organ organ, String title, boolean givesUp) {
        Optional<Member> member =
                bodies.memberByNumber(body, number).filter(found -> found.status() != Member.MandateStatus.TERMINATED);
        List<Refusal> reasons = new ArrayList<>();
        if (member.isEmpty()) {
            reasons.add(Refusal.at("member", "assembly.member.unknown", "value", number));
        }
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            reasons.add(Refusal.at(
                    "title",
                    GROUND,
                    "assembly.other-office-title",
                    "value",
                    title.strip().length(),
                    "most",
                    LONGEST_TITLE));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into assembly.other_office (id, mandate, organ, title, gives_up)
                        values (:id, :mandate, :organ, :title, :givesUp)
                        """)
                .param("id", id)
                .param("mandate", member.orElseThrow().mandate())
                .param("organ", organ.name())
                .param("title", title.strip())
                .param("givesUp", givesUp)
                .update();
        return done(body, id, "assembly.other-office.enter");
    }

    @Override
    @Transactional
    public Ruling<OtherOffice> declare(String body, UUID id) {
        return change(body, id, "gives_up = true", "assembly.other-office.declare");
    }

    @Override
    @Transactional
    public Ruling<OtherOffice> end(String body, UUID id) {
        return change(body, id, "ended_at = :now", "assembly.other-office.end");
    }

    private Ruling<OtherOffice> change(String body, UUID id, String set, String verb) {
        if (byId(body, id).filter(office -> office.ended().isEmpty()).isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.other-office-unknown", "value", id));
        }
        JdbcClient.StatementSpec update = jdbc.sql("update assembly.other_office set " + set + " where id = :id")
                .param("id", id);
        if (set.contains(":now")) {
            update = update.param("now", clock.instant().atOffset(ZoneOffset.UTC));
        }
        update.update();
        return done(body, id, verb);
    }

    private Ruling<OtherOffice> done(String body, UUID id, String verb) {
        OtherOffice office = byId(body, id).orElseThrow();
        Map<String, String> facts = new HashMap<>();
        facts.put("number", office.number());
        facts.put("organ", office.organ().name());
        facts.put("givesUp", String.valueOf(office.givesUp()));
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.CREDENTIAL_CHANGE),
                verb,
                "body:" + body,
                Optional.of(GROUND.key()),
                facts));
        return Ruling.granted(office);
    }

    private Optional<OtherOffice> byId(String body, UUID id) {
        return jdbc.sql(ALL + " where o.id = :id and m.body = :body")
                .param("id", id)
                .param("body", body)
                .query(JdbcOtherOffices::row)
                .optional();
    }

    @Override
    public List<OtherOffice> of(String body) {
        return jdbc.sql(ALL + " where m.body = :body order by o.ended_at is not null, m.number, o.id limit 1000")
                .param("body", body)
                .query(JdbcOtherOffices::row)
                .list();
    }

    @Override
    public List<OtherOffice> held(String body, String number) {
        return jdbc.sql(ALL + " where m.body = :body and m.number = :number and o.ended_at is null order by o.id")
                .param("body", body)
                .param("number", number)
                .query(JdbcOtherOffices::row)
                .list();
    }

    private static OtherOffice row(ResultSet row, int at) throws SQLException {
        return new OtherOffice(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getString("number"),
                row.getString("name"),
                Organ.valueOf(row.getString("organ")),
                row.getString("title"),
                row.getBoolean("gives_up"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
