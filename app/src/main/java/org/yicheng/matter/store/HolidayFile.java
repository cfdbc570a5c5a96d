package org.yicheng.matter.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.yicheng.calendar.HolidayTable.Day;
import org.yicheng.calendar.HolidayTable.Kind;
import org.yicheng.document.Sheets;
import org.yicheng.matter.Holidays.Fault;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Reads a holiday table from CSV, XLSX or iCalendar (RFC 5545) and collects what is wrong with each row or event. */
final class HolidayFile {

    static final int MOST_BYTES = 200_000;
    private static final int MOST_DAYS = 5_000;
    private static final int LONGEST_EVENT = 31;
    private static final int LONGEST_NAME = 60;

    private static final Map<String, Kind> KINDS =
            Map.of("OFF", Kind.OFF, "WORK", Kind.WORK, "放假", Kind.OFF, "休", Kind.OFF, "上班", Kind.WORK, "班", Kind.WORK);

    /** @param format {@code iCalendar}, or the encoding of a table */
    record Contents(String format, List<Day> days, List<Fault> faults) {}

    private final String source;
    private final List<Day> days = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<LocalDate> seen = new HashSet<>();

    private HolidayFile(String source) {
        this.source = source;
    }

    /** @param source by which the days were published, where the file does not say */
    static Ruling<Contents> read(byte[] content, String source) {
        if (content.length > MOST_BYTES) {
            return Ruling.refused(Refusal.at("file", "matter.file-too-large", "most", MOST_BYTES));
        }
        HolidayFile file = new HolidayFile(source);
        String start = new String(content, 0, Math.min(content.length, 40), StandardCharsets.UTF_8);
        if (start.contains("BEGIN:VCALENDAR")) {
            return file.calendar(content);
        }
        return switch (Sheets.read(content)) {
            case Ruling.Refused<Sheets.Table>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<Sheets.Table>(Sheets.Table table) -> file.table(table);
        };
    }

    private Ruling<Contents> table(Sheets.Table table) {
        List<String> missing = List.of("date", "kind").stream()
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "matter.columns-missing", "columns", missing));
        }
        for (Sheets.Line line : table.rows()) {
            Optional<LocalDate> date = date(line.get("date"));
            Optional<Kind> kind = Optional.ofNullable(KINDS.get(line.get("kind").toUpperCase(Locale.ROOT)));
            if (date.isEmpty()) {
                fault(line.number(), Refusal.at("date", "matter.not-a-date", "value", line.get("date")));
            }
            if (kind.isEmpty()) {
                fault(line.number(), Refusal.at("kind", "matter.not-a-kind", "value", line.get("kind")));
            }
            if (date.isPresent() && kind.isPresent()) {
                String said = line.get("source").isEmpty() ? source : line.get("source");
                add(line.number(), new Day(date.get(), kind.get(), line.get("name"), said));
            }
        }
        return done(table.encoding());
    }

    private Ruling<Contents> calendar(byte[] content) {
        Calendar calendar;
        try {
            calendar = new CalendarBuilder().build(new ByteArrayInputStream(content));
        } catch (IOException | ParserException | IllegalArgumentException e) {
            return Ruling.refused(Refusal.at("file", "matter.not-a-calendar", "why", String.valueOf(e.getMessage())));
        }
        int number = 0;
        for (var component : calendar.getComponents("VEVENT")) {
            event(++number, (VEvent) component);
        }
        return done("iCalendar");
    }

    private void event(int number, VEvent event) {
        if (event.getProperty(Property.RRULE).isPresent()) {
            fault(number, Refusal.at("RRULE", "matter.event-repeats"));
            return;
        }
        Optional<LocalDate> start = day(event, Property.DTSTART);
        if (start.isEmpty()) {
            fault(number, Refusal.at("DTSTART", "matter.event-not-whole-day", "value", text(event, Property.DTSTART)));
            return;
        }
        boolean ends = event.getProperty(Property.DTEND).isPresent();
        Optional<LocalDate> end = ends ? day(event, Property.DTEND) : start.map(day -> day.plusDays(1));
        if (end.isEmpty()
                || !end.get().isAfter(start.get())
                || end.get().isAfter(start.get().plusDays(LONGEST_EVENT))) {
            fault(
                    number,
                    Refusal.at(
                            "DTEND",
                            "matter.event-ends-badly",
                            "value",
                            text(event, Property.DTEND),
                            "most",
                            LONGEST_EVENT));
            return;
        }
        String name = text(event, Property.SUMMARY);
        String marks = (name + " " + text(event, Property.CATEGORIES)).toUpperCase(Locale.ROOT);
        Kind kind = marks.contains("班") || marks.contains("WORK") ? Kind.WORK : Kind.OFF;
        for (LocalDate day = start.get(); day.isBefore(end.get()); day = day.plusDays(1)) {
            add(number, new Day(day, kind, name, source));
        }
    }

    /** The day of a property that is a date without time of day. */
    private static Optional<LocalDate> day(VEvent event, String name) {
        String value = text(event, name);
        return value.length() == 8
                ? date(value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6))
                : Optional.empty();
    }

    private static String text(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElse("");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1900 && date.getYear() <= 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void add(int number, Day day) {
        if (day.name().length() > LONGEST_NAME || day.source().length() > LONGEST_NAME) {
            fault(number, Refusal.at("name", "matter.name-too-long", "most", LONGEST_NAME));
        } else if (!seen.add(day.date())) {
            fault(
                    number,
                    Refusal.at("date", "matter.date-twice", "value", day.date().toString()));
        } else {
            days.add(day);
        }
    }

    private void fault(int number, Refusal reason) {
        faults.add(new Fault(number, reason));
    }

    private Ruling<Contents> done(String format) {
        if (days.size() > MOST_DAYS) {
            return Ruling.refused(Refusal.at("file", "matter.days-too-many", "got", days.size(), "most", MOST_DAYS));
        }
        if (days.isEmpty() && faults.isEmpty()) {
            return Ruling.refused(Refusal.at("file", "matter.no-days"));
        }
        return Ruling.granted(new Contents(format, days, faults));
    }
}
