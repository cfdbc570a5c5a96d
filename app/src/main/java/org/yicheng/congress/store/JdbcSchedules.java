package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Schedules; a schedule that the presidium has decided stays as it is. */
@Component
class JdbcSchedules implements Schedules {

    private static final int LONGEST_TITLE = 100;
    /** A session lasts days; a date a month away is a slip of the pen. */
    private static final int LONGEST_DAYS = 31;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Sessions sessions;
    private final SessionActs acts;
    private final Clock clock;

    JdbcSchedules(JdbcClient jdbc, JdbcTemplate template, Sessions sessions, SessionActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
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
        List<Refusal> reasons = faults(session.get(), items);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("delete from congress.schedule_item where session = :id")
                .param("id", id)
                .update();
        List<Item> ordered =
                items.stream().sorted(Comparator.comparing(Item::at)).toList();
        List<Object[]> rows = new ArrayList<>();
        for (Item item : ordered) {
            rows.add(new Object[] {
                id,
                rows.size() + 1,
                item.at().atOffset(ZoneOffset.UTC),
                item.title().zh(),
                item.title().en(),
                item.room()
            });
        }
        template.batchUpdate(
                "insert into congress.schedule_item (session, place, at, title_zh, title_en, room) values (?, ?, ?, ?, ?, ?)",
                rows);
        acts.write(id, Decision.SCHEDULE.ground(), "congress.schedule.propose", Map.of("items", "" + items.size()));
        return Ruling.granted(ordered);
    }

    private List<Refusal> faults(Session session, List<Item> items) {
        List<Refusal> reasons = new ArrayList<>();
        boolean decided = sessions.decided(session.id()).stream()
                .anyMatch(one -> one.what() == Decision.SCHEDULE && one.result().equals("ADOPTED"));
        if (decided) {
            reasons.add(Refusal.by(Citation.of(Law.SHANDONG, 15), "congress.schedule-decided"));
        }
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
        return jdbc.sql(
                        "select at, title_zh, title_en, room from congress.schedule_item where session = :id order by place")
                .param("id", session)
                .query((row, _) -> new Item(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        new Bilingual(row.getString(2), row.getString(3)),
                        row.getString(4)))
                .list();
    }
}
