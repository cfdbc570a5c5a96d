package org.yicheng.congress.store;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Decision;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.Sessions.Decided;
import org.yicheng.rule.Refusal;

/** What a session has decided. */
@Component
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Decided> of(String session) {
        return jdbc.sql("select * from congress.decision where session = :id order by decided_at, what")
                .param("id", session)
                .query((row, _) -> new Decided(
                        Decision.valueOf(row.getString("what")),
                        row.getObject("question", UUID.class),
                        row.getString("result"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What holds: adopted, or heard. */
    Set<Decision> made(String session) {
        Set<Decision> made = EnumSet.noneOf(Decision.class);
        of(session).stream()
                .filter(decided ->
                        decided.result().equals("ADOPTED") || decided.result().equals("NOTED"))
                .forEach(decided -> made.add(decided.what()));
        return made;
    }

    /** A reason for each decision that is still missing. */
    List<Refusal> missing(String session, SessionKind kind, Decision... needed) {
        Set<Decision> made = made(session);
        return Arrays.stream(needed)
                .filter(decision -> !made.contains(decision))
                .map(decision -> Refusal.by(
                        kind.ground(decision),
                        "congress.decision-missing",
                        "decision",
                        new DecisionWord(decision).name()))
                .toList();
    }
}
