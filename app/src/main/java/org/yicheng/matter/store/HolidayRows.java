package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.HolidayTable.Day;
import org.yicheng.calendar.HolidayTable.Kind;
import org.yicheng.matter.Holidays;

/** The holiday tables in PostgreSQL. */
@Component
class HolidayRows {

    private final JdbcClient jdbc;

    HolidayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Day> all() {
        return jdbc.sql("select day, kind, name, source from matter.holiday order by day")
                .query((row, _) -> new Day(
                        row.getObject("day", LocalDate.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("source")))
                .list();
    }

    HolidayTable table() {
        return HolidayTable.of(all(), coveredYears());
    }

    private List<Integer> coveredYears() {
        return jdbc.sql("select year from matter.holiday_year")
                .query((row, _) -> row.getInt("year"))
                .list();
    }

    List<Holidays.Year> years() {
        return jdbc.sql("""
                        select y.year, y.source, y.at, y.by,
                               count(*) filter (where h.kind = 'OFF') as off,
                               count(*) filter (where h.kind = 'WORK') as work
                          from matter.holiday_year y
                          left join matter.holiday h on extract(year from h.day) = y.year
                         group by y.year order by y.year desc
                        """)
                .query((row, _) -> new Holidays.Year(
                        row.getInt("year"),
                        row.getInt("off"),
                        row.getInt("work"),
                        row.getString("source"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by")))
                .list();
    }

    /** Replaces the days of whole years, and lists days of other years beside those already listed there. */
    void replace(Collection<Integer> years, List<Day> days, String source, Instant at, String by) {
        for (int year : years) {
            jdbc.sql("delete from matter.holiday where extract(year from day) = :year")
                    .param("year", year)
                    .update();
            jdbc.sql("""
                            insert into matter.holiday_year (year, source, at, by) values (:year, :source, :at, :by)
                            on conflict (year) do update set source = :source, at = :at, by = :by
                            """)
                    .param("year", year)
                    .param("source", source)
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
        }
        for (Day day : days) {
            jdbc.sql("""
                            insert into matter.holiday (day, kind, name, source) values (:day, :kind, :name, :source)
                            on conflict (day) do update set kind = :kind, name = :name, source = :source
                            """)
                    .param("day", day.date())
                    .param("kind", day.kind().name())
                    .param("name", day.name())
                    .param("source", day.source())
                    .update();
        }
    }
}
