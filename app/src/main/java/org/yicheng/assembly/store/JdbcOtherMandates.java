package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AreaCode;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Other mandates beside the register; each change locks the body as the register's do. */
@Component
class JdbcOtherMandates implements OtherMandates {

    private static final int LONGEST_TITLE = 100;
    private static final int MOST_NAMED = 20;

    private static final String ALL = """
            select o.*, m.body, m.number, p.name from assembly.other_mandate o
              join assembly.mandate m on m.id = o.mandate join party.person p on p.id = m.person
            """;

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Areas areas;
    private final Acts acts;
    private final Clock clock;

    JdbcOtherMandates(JdbcClient jdbc, Bodies bodies, Areas areas, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.areas = areas;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<AreaCode> locate(String body, String code) {
        lock(body);
        Optional<AreaCode> area = AreaCode.parse(code.strip());
        List<Refusal> reasons = new ArrayList<>();
        if (bodies.byId(body)
                .filter(found -> found.kind() == Body.Kind.CONGRESS)
                .isEmpty()) {
            reasons.add(Refusal.at("body", "assembly.area-no-congress", "value", body));
        }
        if (area.isEmpty()) {
            reasons.add(Refusal.at("code", "assembly.area-form", "value", code));
        }
        area.ifPresent(own -> reasons.addAll(conflicts(body, own)));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        areas.set(body, area.orElseThrow());
        acts.write(Permission.CREDENTIAL_CHANGE, ONE_LINE, "assembly.area.set", "body:" + body, "code", code.strip());
        return Ruling.granted(area.orElseThrow());
    }

    private List<Refusal> conflicts(String body, AreaCode own) {
        List<Refusal> reasons = new ArrayList<>();
        for (Other other : of(body)) {
            if (other.ended().isEmpty()) {
                reasons.addAll(Areas.apart("code", other.name(), own, other.area(), other.title()));
            }
        }
        Map<UUID, Member> members = bodies.membersOf(body).stream()
                .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                .collect(Collectors.toMap(Member::person, member -> member));
        for (Areas.Elsewhere one : areas.elsewhere(body, List.copyOf(members.keySet()))) {
            Optional.ofNullable(members.get(one.person()))
                    .ifPresent(member -> reasons.addAll(Areas.apart(
                            "code",
                            member.name(),
                            own,
                            one.area(),
                            one.congress().zh())));
        }
        return reasons.stream().limit(MOST_NAMED).toList();
    }

    private void lock(String body) {
        jdbc.sql("select 1 from assembly.body where id = :id for update")
                .param("id", body)
                .query(Integer.class)
                .optional();
    }

    @Override
    public Optional<AreaCode> area(String body) {
        return areas.of(body);
    }

    @Override
    public List<Refusal> against(String body, String name, String code) {
        return against(body, name, code, "");
    }

    private List<Refusal> against(String body, String name, String code, String title) {
        Optional<AreaCode> other = AreaCode.parse(code);
        if (other.isEmpty()) {
            return List.of(Refusal.at("code", "assembly.area-form", "value", code));
        }
        Optional<AreaCode> own = areas.of(body);
        if (own.isEmpty()) {
            return List.of(Refusal.at("code", ONE_LINE, "assembly.area-missing", "value", code));
        }
        return own.equals(other)
                ? List.of(Refusal.at("code", ONE_LINE, "assembly.dual-own", "value", code))
                : Areas.apart("code", name, own.get(), other.get(), title);
    }

    @Override
    @Transactional
    public Ruling<Other> declare(String body, String number, String code, String title) {
        lock(body);
        List<Refusal> reasons = new ArrayList<>();
        Optional<Member> member =
                bodies.memberByNumber(body, number).filter(found -> found.status() != Member.MandateStatus.TERMINATED);
        if (member.isEmpty()) {
            reasons.add(Refusal.at("number", "assembly.member.unknown", "value", number));
        }
        reasons.addAll(against(body, member.map(Member::name).orElse(number), code.strip(), title.strip()));
        if (title.strip().length() > LONGEST_TITLE) {
            reasons.add(Refusal.at(
                    "title", "assembly.area-title", "value", title.strip().length(), "most", LONGEST_TITLE));
        }
        if (held(body, number).stream().anyMatch(other -> other.area().digits().equals(code.strip()))) {
            reasons.add(Refusal.at("code", "assembly.dual-there", "value", code.strip()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into assembly.other_mandate (id, mandate, code, title, entered_at)
                        values (:id, :mandate, :code, :title, :now)
                        """)
                .param("id", id)
                .param("mandate", member.orElseThrow().mandate())
                .param("code", code.strip())
                .param("title", title.strip())
                .param("now", stamp(clock.instant()))
                .update();
        return done(body, id, "assembly.other-mandate.enter");
    }

    @Override
    @Transactional
    public Ruling<Other> end(String body, UUID id) {
        int changed = jdbc.sql("""
                        update assembly.other_mandate o set ended_at = :now
                          from assembly.mandate m
                         where o.id = :id and m.id = o.mandate and m.body = :body and o.ended_at is null
                        """)
                .param("now", stamp(clock.instant()))
                .param("id", id)
                .param("body", body)
                .update();
        return changed == 0
                ? Ruling.refused(Refusal.plain("assembly.other-mandate-unknown", "value", id))
                : done(body, id, "assembly.other-mandate.end");
    }

    private Ruling<Other> done(String body, UUID id, String verb) {
        Other other = jdbc.sql(ALL + " where o.id = :id")
                .param("id", id)
                .query(JdbcOtherMandates::row)
                .single();
        acts.write(
                Permission.CREDENTIAL_CHANGE,
                ONE_LINE,
                verb,
                "body:" + body,
                "number",
                other.number(),
                "code",
                other.area().digits());
        return Ruling.granted(other);
    }

    @Override
    public List<Other> of(String body) {
        return jdbc.sql(ALL + " where m.body = :body order by o.ended_at is not null, m.number, o.code limit 2000")
                .param("body", body)
                .query(JdbcOtherMandates::row)
                .list();
    }

    @Override
    public List<Other> held(String body, String number) {
        return jdbc.sql(ALL + " where m.body = :body and m.number = :number and o.ended_at is null order by o.code")
                .param("body", body)
                .param("number", number)
                .query(JdbcOtherMandates::row)
                .list();
    }

    private static Other row(ResultSet row, int at) throws SQLException {
        return new Other(
                uuid(row, "id"),
                row.getString("body"),
                row.getString("number"),
                row.getString("name"),
                new AreaCode(row.getString("code")),
                row.getString("title"),
                optionalInstant(row, "ended_at"));
    }
}
