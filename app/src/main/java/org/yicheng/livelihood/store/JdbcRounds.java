package org.yicheng.livelihood.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.livelihood.Place;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Rounds in PostgreSQL, and what stands against a call. */
@Component
class JdbcRounds implements Rounds {

    /** Major matters and projects are decided by the congress. */
    static final Citation GROUND = Citation.of(Law.ORGANIC, "11(3)");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final JdbcClient jdbc;
    private final PlaceFile places;
    private final Bodies bodies;
    private final LivelihoodActs acts;
    private final Clock clock;

    JdbcRounds(JdbcClient jdbc, PlaceFile places, Bodies bodies, LivelihoodActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.bodies = bodies;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Round> call(String body, Call call) {
        Optional<Body> congress = bodies.byId(body).filter(found -> found.kind() == Body.Kind.CONGRESS);
        Optional<Place> place = places.byId(call.place());
        List<Refusal> reasons = new ArrayList<>();
        if (congress.isEmpty()) {
            reasons.add(Refusal.at("body", GROUND, "livelihood.no-congress", "value", body));
        }
        if (place.isEmpty()) {
            reasons.add(Refusal.at("place", "livelihood.place-unknown", "value", call.place()));
        }
        place.ifPresent(one -> reasons.addAll(againstDays(one, call.opens(), call.closes())));
        reasons.addAll(againstYear(body, call));
        int notice = call.notice().strip().length();
        if (notice == 0 || notice > LONGEST_NOTICE) {
            reasons.add(Refusal.at("notice", "livelihood.notice-length", "value", notice, "most", LONGEST_NOTICE));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Round round = insert(congress.orElseThrow(), place.orElseThrow(), call);
        acts.write(
                subject(round),
                "round.call",
                round.place().callSource(),
                "year",
                round.year(),
                "opens",
                round.opens(),
                "closes",
                round.closes());
        return Ruling.granted(round);
    }

    private Round insert(Body congress, Place place, Call call) {
        Round round = new Round(
                UUID.randomUUID(),
                congress.id(),
                call.year(),
                place,
                call.opens(),
                call.closes(),
                call.notice().strip(),
                congress.demo());
        jdbc.sql("""
                        insert into livelihood.round (id, body, year, place, opens, closes, notice, demo)
                        values (:id, :body, :year, :place, :opens, :closes, :notice, :demo)
                        """)
                .param("id", round.id())
                .param("body", round.body())
                .param("year", round.year())
                .param("place", place.id())
                .param("opens", round.opens())
                .param("closes", round.closes())
                .param("notice", round.notice())
                .param("demo", round.demo())
                .update();
        return round;
    }

    private static List<Refusal> againstDays(Place place, LocalDate opens, LocalDate closes) {
        long days = Round.days(opens, closes);
        return days >= place.callDays()
                ? List.of()
                : List.of(Refusal.at(
                        "closes",
                        place.callSource(),
                        "livelihood.call-short",
                        "days",
                        Math.max(0, days),
                        "least",
                        place.callDays(),
                        "earliest",
                        opens.plusDays(place.callDays() - 1L)));
    }

    /** A call comes before or in the year in which its projects are finished; a congress has one round a year. */
    private List<Refusal> againstYear(String body, Call call) {
        List<Refusal> reasons = new ArrayList<>();
        boolean known = call.year() >= FIRST_YEAR && call.year() <= LAST_YEAR;
        if (!known || call.closes().getYear() > call.year()) {
            reasons.add(Refusal.at(
                    "year",
                    "livelihood.year",
                    "value",
                    call.year(),
                    "first",
                    FIRST_YEAR,
                    "last",
                    LAST_YEAR,
                    "closes",
                    call.closes()));
        }
        if (ofBody(body).stream().anyMatch(round -> round.year() == call.year())) {
            reasons.add(Refusal.at("year", "livelihood.year-taken", "value", call.year()));
        }
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Round> prolong(UUID id, LocalDate closes) {
        Optional<Round> found = one(id, true);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("livelihood.round.unknown", "value", id));
        }
        Round round = found.get();
        LocalDate today = LocalDate.now(clock);
        if (round.call(today) == Round.Call.OVER
                || !closes.isAfter(round.closes())
                || closes.getYear() > round.year()) {
            return Ruling.refused(Refusal.at(
                    "closes",
                    round.place().callSource(),
                    "livelihood.prolong",
                    "value",
                    closes,
                    "closes",
                    round.closes(),
                    "year",
                    round.year()));
        }
        jdbc.sql("update livelihood.round set closes = :closes where id = :id")
                .param("closes", closes)
                .param("id", id)
                .update();
        acts.write(subject(round), "round.prolong", round.place().callSource(), "closes", closes);
        return Ruling.granted(one(id, false).orElseThrow());
    }

    static String subject(Round round) {
        return "livelihood-round:" + round.id();
    }

    @Override
    public Optional<Round> byId(UUID id) {
        return one(id, false);
    }

    private Optional<Round> one(UUID id, boolean lock) {
        return jdbc.sql("select * from livelihood.round where id = :id" + (lock ? " for update" : ""))
                .param("id", id)
                .query(this::row)
                .optional();
    }

    @Override
    public List<Round> ofBody(String body) {
        return jdbc.sql("select * from livelihood.round where body = :body order by year desc")
                .param("body", body)
                .query(this::row)
                .list();
    }

    @Override
    public List<Round> all() {
        return jdbc.sql("select * from livelihood.round order by opens desc, id limit 100")
                .query(this::row)
                .list();
    }

    @Override
    public List<Place> places() {
        return places.all();
    }

    private Round row(ResultSet row, int at) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("body"),
                row.getInt("year"),
                places.byId(row.getString("place")).orElseThrow(),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                row.getString("notice"),
                row.getBoolean("demo"));
    }
}
