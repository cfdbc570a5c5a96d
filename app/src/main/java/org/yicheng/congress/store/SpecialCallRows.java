package org.yicheng.congress.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SpecialCall;
import org.yicheng.congress.SpecialCall.By;
import org.yicheng.congress.SpecialCall.Signer;
import org.yicheng.congress.SpecialCall.State;
import org.yicheng.count.Share;
import org.yicheng.rule.Citation;

/** Proposals of special sessions and their signatures as rows. */
@Component
class SpecialCallRows {

    static final Citation GROUND = SessionKind.SPECIAL;
    private static final Share FIFTH = Share.atLeast(1, 5, GROUND);

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Clock clock;

    SpecialCallRows(JdbcClient jdbc, Bodies bodies, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.clock = clock;
    }

    UUID insert(String body, By by, String title, String text, String reference, boolean demo) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into congress.special_call (id, body, moved_by, title, content, state, reference, created_at,
                                                           made_at, demo)
                        values (:id, :body, :by, :title, :content, :state, :reference, :now, :made, :demo)
                        """)
                .param("id", id)
                .param("body", body)
                .param("by", by.name())
                .param("title", title)
                .param("content", text)
                .param("state", (by == By.DEPUTIES ? State.OPEN : State.MADE).name())
                .param("reference", reference)
                .param("now", stamp(clock.instant()))
                .param("made", by == By.DEPUTIES ? null : stamp(clock.instant()))
                .param("demo", demo)
                .update();
        return id;
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    void sign(UUID id, UUID mandate) {
        jdbc.sql("""
                        insert into congress.special_call_signer (call, mandate, place, at)
                        select :id, :mandate, coalesce(max(place), 0) + 1, :at
                          from congress.special_call_signer where call = :id
                        on conflict (call, mandate) do update set at = excluded.at, withdrawn = null
                        """)
                .param("id", id)
                .param("mandate", mandate)
                .param("at", stamp(clock.instant()))
                .update();
    }

    void takeBack(UUID id, UUID mandate) {
        jdbc.sql("update congress.special_call_signer set withdrawn = :at where call = :id and mandate = :mandate")
                .param("at", stamp(clock.instant()))
                .param("id", id)
                .param("mandate", mandate)
                .update();
    }

    void withdraw(UUID id) {
        jdbc.sql("update congress.special_call set state = 'WITHDRAWN' where id = :id")
                .param("id", id)
                .update();
    }

    void made(SpecialCall call) {
        jdbc.sql("""
                        update congress.special_call set state = 'MADE', made_at = :at, due = :due, required = :required
                         where id = :id
                        """)
                .param("at", stamp(clock.instant()))
                .param("due", call.due())
                .param("required", call.required())
                .param("id", call.id())
                .update();
    }

    void back(UUID id, String session) {
        jdbc.sql("update congress.special_call set session = :session where id = :id")
                .param("session", session)
                .param("id", id)
                .update();
    }

    boolean backed(String session) {
        return jdbc.sql("select count(*) from congress.special_call where session = :session")
                        .param("session", session)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<SpecialCall> byId(UUID id, boolean lock) {
        return jdbc.sql("select * from congress.special_call where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query((row, _) -> row(row, members(row.getString("body"))))
                .optional();
    }

    List<SpecialCall> ofBody(String body) {
        Map<UUID, Member> members = members(body);
        return jdbc.sql("select * from congress.special_call where body = :body order by created_at desc limit 100")
                .param("body", body)
                .query((row, _) -> row(row, members))
                .list();
    }

    private Map<UUID, Member> members(String body) {
        return bodies.membersOf(body).stream().collect(Collectors.toMap(Member::mandate, Function.identity()));
    }

    private SpecialCall row(ResultSet row, Map<UUID, Member> members) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String body = row.getString("body");
        Integer due = row.getObject("due", Integer.class);
        Integer required = row.getObject("required", Integer.class);
        int today = due == null ? bodies.due(body, clock.instant()) : due;
        return new SpecialCall(
                id,
                body,
                By.valueOf(row.getString("moved_by")),
                row.getString("title"),
                row.getString("content"),
                signers(id, members),
                State.valueOf(row.getString("state")),
                row.getString("reference"),
                Optional.ofNullable(row.getObject("made_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                today,
                required == null ? Math.toIntExact(FIFTH.threshold(today)) : required,
                Optional.ofNullable(row.getString("session")),
                row.getBoolean("demo"));
    }

    private record Name(UUID mandate, Instant at, boolean takenBack) {}

    private List<Signer> signers(UUID id, Map<UUID, Member> members) {
        List<Name> names = jdbc.sql("select * from congress.special_call_signer where call = :id order by place")
                .param("id", id)
                .query((row, _) -> new Name(
                        row.getObject("mandate", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("withdrawn") != null))
                .list();
        return names.stream()
                .flatMap(name ->
                        Optional.ofNullable(members.get(name.mandate())).map(member -> signer(name, member)).stream())
                .toList();
    }

    private static Signer signer(Name name, Member member) {
        return new Signer(
                name.mandate(),
                member.number(),
                member.name(),
                member.groupName(),
                name.at(),
                !name.takenBack() && member.status() == Member.MandateStatus.IN_OFFICE);
    }
}
