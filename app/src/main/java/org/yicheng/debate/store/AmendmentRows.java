package org.yicheng.debate.store;

import static org.yicheng.debate.store.Rows.instant;
import static org.yicheng.debate.store.Rows.optionalInstant;
import static org.yicheng.debate.store.Rows.optionalUuid;
import static org.yicheng.debate.store.Rows.stamp;
import static org.yicheng.debate.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Member;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.Motions;

/** The rows of amendments and their signatures. */
@Component
class AmendmentRows {

    private final JdbcClient jdbc;

    AmendmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who proposes: printed name, and the person if a member drew it up. */
    record By(Amendment.Kind kind, String proposer, Optional<UUID> person) {}

    UUID insert(UUID motion, By by, Motions.Drafted draft, Amendment.State state, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into debate.amendment (id, motion, number, parent, kind, proposer, person, change, from_par,
                                                      to_par, content, reason, state, drafted_at, filed_at)
                        select :id, :motion, coalesce(max(number), 0) + 1, cast(:parent as uuid), :kind, :proposer,
                               cast(:person as uuid), :change, :from, :to, cast(:content as text[]), :reason, :state, :at,
                               case when :filed then cast(:at as timestamptz) end
                          from debate.amendment where motion = :motion
                        """)
                .param("id", id)
                .param("motion", motion)
                .param("parent", draft.parent().orElse(null))
                .param("kind", by.kind().name())
                .param("proposer", by.proposer())
                .param("person", by.person().orElse(null))
                .param("change", draft.change().kind().name())
                .param("from", draft.change().from())
                .param("to", draft.change().to())
                .param("content", draft.change().paragraphs().toArray(String[]::new))
                .param("reason", draft.reason())
                .param("state", state.name())
                .param("at", stamp(at))
                .param("filed", state != Amendment.State.DRAFT)
                .update();
        return id;
    }

    void sign(UUID amendment, Member member, Instant at) {
        jdbc.sql("""
                        insert into debate.signature (amendment, person, member, name, signed_at)
                        values (:amendment, :person, :member, :name, :at) on conflict do nothing
                        """)
                .param("amendment", amendment)
                .param("person", member.person())
                .param("member", member.number())
                .param("name", member.name())
                .param("at", stamp(at))
                .update();
    }

    void unsign(UUID amendment, UUID person) {
        jdbc.sql("delete from debate.signature where amendment = :amendment and person = :person")
                .param("amendment", amendment)
                .param("person", person)
                .update();
    }

    void state(UUID amendment, Amendment.State state, String because) {
        jdbc.sql("update debate.amendment set state = :state, because = :because where id = :id")
                .param("state", state.name())
                .param("because", because)
                .param("id", amendment)
                .update();
    }

    void filed(UUID amendment, Amendment.State state, Instant at) {
        jdbc.sql("update debate.amendment set state = :state, filed_at = :at where id = :id")
                .param("state", state.name())
                .param("at", stamp(at))
                .param("id", amendment)
                .update();
    }

    void place(UUID amendment, int place) {
        jdbc.sql("update debate.amendment set place = :place where id = :id")
                .param("place", place)
                .param("id", amendment)
                .update();
    }

    Optional<Amendment> byId(UUID amendment) {
        return jdbc.sql("select motion from debate.amendment where id = :id")
                .param("id", amendment)
                .query((row, _) -> uuid(row, "motion"))
                .optional()
                .flatMap(motion -> of(motion).stream()
                        .filter(each -> each.id().equals(amendment))
                        .findFirst());
    }

    List<Amendment> of(UUID motion) {
        Map<UUID, List<Signed>> signatures =
                jdbc.sql("""
                        select s.* from debate.signature s join debate.amendment a on a.id = s.amendment
                         where a.motion = :motion order by s.signed_at, s.member
                        """).param("motion", motion).query(AmendmentRows::signed).list().stream()
                        .collect(Collectors.groupingBy(Signed::amendment));
        return jdbc.sql("select * from debate.amendment where motion = :motion order by number")
                .param("motion", motion)
                .query((row, _) -> row(row, signatures))
                .list();
    }

    private record Signed(UUID amendment, Amendment.Signature signature) {}

    private static Signed signed(ResultSet row, int at) throws SQLException {
        return new Signed(
                uuid(row, "amendment"),
                new Amendment.Signature(
                        uuid(row, "person"),
                        row.getString("member"),
                        row.getString("name"),
                        instant(row, "signed_at")));
    }

    private static Amendment row(ResultSet row, Map<UUID, List<Signed>> signatures) throws SQLException {
        UUID id = uuid(row, "id");
        return new Amendment(
                id,
                uuid(row, "motion"),
                row.getInt("number"),
                optionalUuid(row, "parent"),
                Amendment.Kind.valueOf(row.getString("kind")),
                row.getString("proposer"),
                optionalUuid(row, "person"),
                new Change(
                        Change.Kind.valueOf(row.getString("change")),
                        row.getInt("from_par"),
                        row.getInt("to_par"),
                        MotionRows.texts(row, "content")),
                row.getString("reason"),
                Amendment.State.valueOf(row.getString("state")),
                row.getString("because"),
                row.getInt("place"),
                instant(row, "drafted_at"),
                optionalInstant(row, "filed_at"),
                signatures.getOrDefault(id, List.of()).stream()
                        .map(Signed::signature)
                        .toList());
    }
}
