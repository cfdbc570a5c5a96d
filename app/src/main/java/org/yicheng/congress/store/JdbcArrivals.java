package org.yicheng.congress.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Arrivals;
import org.yicheng.congress.Session;
import org.yicheng.congress.Session.State;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Arrivals at the residence, one row a deputy. */
@Component
class JdbcArrivals implements Arrivals {

    private static final Citation STATES = Citation.of(Law.PRODUCT, "session.states");
    private static final int LONGEST_ROOM = 40;

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Sessions sessions;
    private final SessionActs acts;
    private final Clock clock;

    JdbcArrivals(JdbcClient jdbc, Bodies bodies, Sessions sessions, SessionActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.sessions = sessions;
        this.acts = acts;
        this.clock = clock;
    }

    /** From the opening of reporting in until the session closes: latecomers report in too. */
    static List<Refusal> notRegistering(Session session) {
        Set<State> open =
                EnumSet.of(State.REGISTERING, State.PRELIMINARY, State.CONSTITUTED, State.IN_SESSION, State.SUSPENDED);
        return open.contains(session.state())
                ? List.of()
                : List.of(Refusal.by(
                        STATES,
                        "congress.session-state",
                        "session",
                        session.shortName(),
                        "state",
                        StateWord.of(session.state()),
                        "needed",
                        StateWord.all(open)));
    }

    @Override
    @Transactional
    public Ruling<Arrival> arrive(String id, String number, boolean documents, boolean card, String room) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        List<Refusal> reasons = new ArrayList<>(notRegistering(session.get()));
        Optional<Member> member = bodies.memberByNumber(session.get().body(), number)
                .filter(one -> one.status() != Member.MandateStatus.TERMINATED);
        if (member.isEmpty()) {
            reasons.add(Refusal.at("member", "congress.not-in-office", "value", number));
        }
        if (room.length() > LONGEST_ROOM) {
            reasons.add(Refusal.at("room", "congress.room-too-long", "value", room.length(), "most", LONGEST_ROOM));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        insert into congress.arrival (session, member, at, documents, card, room)
                        values (:session, :member, :at, :documents, :card, :room)
                        on conflict (session, member) do update
                           set documents = excluded.documents, card = excluded.card, room = excluded.room
                        """)
                .param("session", id)
                .param("member", number)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("documents", documents)
                .param("card", card)
                .param("room", room)
                .update();
        acts.write(id, STATES, "congress.report-in", Map.of("members", "1"));
        return Ruling.granted(of(id).stream()
                .filter(arrival -> arrival.member().equals(number))
                .findFirst()
                .orElseThrow());
    }

    @Override
    public List<Arrival> of(String session) {
        return jdbc.sql("select * from congress.arrival where session = :id order by at desc, member")
                .param("id", session)
                .query((row, _) -> new Arrival(
                        row.getString("member"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("documents"),
                        row.getBoolean("card"),
                        row.getString("room")))
                .list();
    }
}
