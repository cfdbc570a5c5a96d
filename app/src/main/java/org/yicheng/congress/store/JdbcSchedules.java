package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Schedules; a schedule that the presidium has decided stays as it is. */
@Component
class JdbcSchedules implements Schedules {

    /** 山东省人大议事规则第十五条: standing chairs may adjust the schedule where it is necessary. */
    private static final Citation ADJUST = Citation.of(Law.SHANDONG, 15);

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_WHO = 60;
    private static final int LONGEST_REASON = 200;
    private static final Duration LONGEST_ITEM = Duration.ofDays(1);
    /** A session lasts days; a date a month away is a slip of the pen. */
    private static final int LONGEST_DAYS = 31;

    private final JdbcClient jdbc;
    private final ScheduleRows rows;
    private final Sessions sessions;
    private final SessionActs acts;
    private final Clock clock;

    JdbcSchedules(JdbcClient jdbc, ScheduleRows rows, Sessions sessions, SessionActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sessions = sessions;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<List<Item>> propose(String id, List<Item> items) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (decided(id)) {
            reasons.add(Refusal.by(ADJUST, "congress.schedule-decided"));
        }
        reasons.addAll(faults(session.get(), items));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.replace(id, ordered(items));
        acts.write(id, Decision.SCHEDULE.ground(), "congress.schedule.propose", Map.of("items", "" + items.size()));
        return Ruling.granted(of(id));
    }

    @Override
    @Transactional
    public Ruling<List<Item>> adjust(String id, List<Item> items, String reason) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        jdbc.sql("select 1 from congress.session where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
        List<Refusal> reasons = changeFaults(session.get(), items, reason);
        if (!standingChair(id)) {
            reasons.add(Refusal.by(ADJUST, "congress.schedule-presidium-only"));
        }
        if (rows.underWay(id)) {
            reasons.add(Refusal.by(ADJUST, "congress.schedule-before-presidium"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = change(id, items, reason, Optional.empty());
        acts.write(id, ADJUST, "congress.schedule.adjust", Map.of("items", "" + items.size(), "number", "" + number));
        return Ruling.granted(of(id));
    }

    /** Keeps what stood before and puts the new items in its place; returns the number of the change. */
    int change(String id, List<Item> items, String reason, Optional<UUID> question) {
        int number = changes(id).size() + 1;
        jdbc.sql("""
                        insert into congress.schedule_change (session, number, at, made_by, reason, earlier, question)
                        values (:session, :number, :at, :by, :reason, :earlier, :question)
                        """)
                .param("session", id)
                .param("number", number)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().actor())
                .param("reason", reason.strip())
                .param("earlier", of(id).stream().map(JdbcSchedules::line).collect(Collectors.joining("\n")))
                .param("question", question.orElse(null))
                .update();
        rows.replace(id, ordered(items));
        return number;
    }

    /** What stands against a change of the decided schedule, whoever makes it. */
    List<Refusal> changeFaults(Session session, List<Item> items, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        if (!decided(session.id())) {
            reasons.add(Refusal.by(ADJUST, "congress.schedule-not-yet"));
        }
        int length = reason.strip().length();
        if (length == 0 || length > LONGEST_REASON) {
            reasons.add(Refusal.at("reason", "congress.schedule-reason", "value", length, "most", LONGEST_REASON));
        }
        reasons.addAll(faults(session, items));
        return reasons;
    }

    static List<Item> ordered(List<Item> items) {
        return items.stream().sorted(Comparator.comparing(Item::at)).toList();
    }

    private static String line(Item item) {
        return String.join(
                "\t",
                item.at().toString(),
                item.until().map(Instant::toString).orElse(""),
                item.title().zh(),
                item.title().en(),
                item.room(),
                item.who().orElse(""));
    }

    private boolean decided(String session) {
        return holds(session, Decision.SCHEDULE);
    }

    private boolean holds(String session, Decision decision) {
        return sessions.decided(session).stream()
                .anyMatch(one -> one.what() == decision && one.result().equals("ADOPTED"));
    }

    @Override
    public boolean mayAdjust(String session) {
        return decided(session) && standingChair(session);
    }

    private boolean standingChair(String session) {
        Optional<UUID> person = Caller.current().person();
        return person.isPresent()
                && holds(session, Decision.STANDING_CHAIRS)
                && sessions.seats(session, Office.STANDING_CHAIR).stream()
                        .anyMatch(seat -> seat.member().person().equals(person.get()));
    }

    @Override
    public List<Change> changes(String session) {
        return jdbc.sql(
                        "select number, at, reason, question is not null from congress.schedule_change where session = :id order by number desc")
                .param("id", session)
                .query((row, _) -> new Change(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getBoolean(4)))
                .list();
    }

    private List<Refusal> faults(Session session, List<Item> items) {
        List<Refusal> reasons = new ArrayList<>();
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            reasons.add(Refusal.at("items", "congress.schedule-count", "value", items.size(), "most", MOST_ITEMS));
        }
        Instant from = session.reportIn().atStartOfDay(clock.getZone()).toInstant();
        Instant until = session.opening()
                .plusDays(LONGEST_DAYS)
                .atStartOfDay(clock.getZone())
                .toInstant();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int length = item.title().zh().strip().length();
            if (length < 1 || length > LONGEST_TITLE) {
                reasons.add(Refusal.at(
                        "items/" + i + "/title",
                        "congress.schedule-title",
                        "number",
                        i + 1,
                        "value",
                        length,
                        "most",
                        LONGEST_TITLE));
            }
            int who = item.who().map(String::length).orElse(0);
            if (who > LONGEST_WHO) {
                reasons.add(Refusal.at(
                        "items/" + i + "/who",
                        "congress.schedule-who",
                        "number",
                        i + 1,
                        "value",
                        who,
                        "most",
                        LONGEST_WHO));
            }
            boolean backwards = item.until()
                    .filter(end ->
                            !end.isAfter(item.at()) || end.isAfter(item.at().plus(LONGEST_ITEM)))
                    .isPresent();
            if (backwards) {
                reasons.add(Refusal.at("items/" + i + "/until", "congress.schedule-until", "number", i + 1));
            }
            if (item.at().isBefore(from) || !item.at().isBefore(until)) {
                reasons.add(Refusal.at(
                        "items/" + i + "/at",
                        "congress.schedule-time",
                        "number",
                        i + 1,
                        "value",
                        item.at().atZone(clock.getZone()).toLocalDateTime(),
                        "from",
                        session.reportIn(),
                        "until",
                        session.opening().plusDays(LONGEST_DAYS - 1)));
            }
        }
        return reasons;
    }

    @Override
    public List<Item> of(String session) {
        return rows.items(session);
    }
}
