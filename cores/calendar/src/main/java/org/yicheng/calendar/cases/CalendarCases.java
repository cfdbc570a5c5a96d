package org.yicheng.calendar.cases;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yicheng.calendar.CalendarPolicy;
import org.yicheng.calendar.DueDate;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.HolidayTable.Day;
import org.yicheng.calendar.HolidayTable.Kind;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.calendar.WorkingCalendar;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.input.Node;

/**
 * Answers {@code {"holidays": [{"date", "kind", "name", "source"}], "years": [], "cases": [{"id", "start", "period",
 * "policy"}]}}. At most 100,000 cases. Names unknown to the format are left alone, except in a policy: a misspelt one
 * would give another date.
 */
public final class CalendarCases {

    /** The name of the format; a file may leave it out. */
    public static final String FORMAT = "yicheng-calendar-cases/1";

    private static final int MOST_CASES = 100_000;
    private static final int MOST_DAYS = 100_000;
    private static final int MOST_YEARS = 10_000;
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<String> POLICY_NAMES = List.of("start_counted", "roll", "weekend", "missing_year");

    private CalendarCases() {}

    /** A case that was read without a fault. */
    private record Case(Node given, String id, LocalDate start, StatutoryPeriod period, CalendarPolicy policy) {}

    /**
     * The results by case id, in the order of the file, each {@code due}, {@code ends}, {@code rolled} and
     * {@code reason}; or every fault of the file: nothing is answered in part. A fault has a code {@code calendar.…}
     * with its text in bundle {@code calendar}, and a JSON pointer to its field.
     *
     * @param tree maps, lists, strings, integers and booleans as a JSON reader gives them; empty for JSON null
     * @return dates as {@code 2024-02-05}; under {@code reason} a {@link org.yicheng.rule.Phrase}
     */
    public static Ruling<Map<String, Object>> answer(Optional<Object> tree) {
        List<Refusal> faults = new ArrayList<>();
        Node root = Node.root(tree, "calendar", faults);
        if (!root.object()) {
            return Ruling.refused(faults);
        }
        Node format = root.get("format");
        if (format.present() && !FORMAT.equals(format.text()) && format.isText()) {
            format.fault("wrong-format", "format", FORMAT);
        }
        HolidayTable table = table(root);
        Map<String, Object> results = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Node given : root.get("cases").list(MOST_CASES)) {
            int before = faults.size();
            Case read = read(given, ids);
            if (faults.size() == before) {
                answer(read, table).ifPresent(result -> results.put(read.id(), result));
            }
        }
        return faults.isEmpty() ? Ruling.granted(results) : Ruling.refused(faults);
    }

    private static Optional<Map<String, Object>> answer(Case asked, HolidayTable table) {
        return switch (new WorkingCalendar(table, asked.policy()).due(asked.start(), asked.period())) {
            case Ruling.Granted<DueDate>(DueDate due) -> {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("due", due.due().toString());
                result.put("ends", due.ends().toString());
                result.put("rolled", due.rolled());
                result.put("reason", due.reason());
                yield Optional.of(result);
            }
            case Ruling.Refused<DueDate>(List<Refusal> reasons) -> {
                for (Refusal reason : reasons) {
                    List<Object> facts = new ArrayList<>();
                    reason.facts().forEach((name, value) -> {
                        facts.add(name);
                        facts.add(value);
                    });
                    asked.given().fault(reason.code().replace("calendar.", "case-"), facts.toArray());
                }
                yield Optional.empty();
            }
        };
    }

    private static Case read(Node given, Set<String> ids) {
        boolean object = given.object();
        String id = object ? given.get("id").text() : "";
        if (!id.isEmpty() && !ids.add(id)) {
            given.get("id").fault("repeated");
        }
        if (!object) {
            return new Case(given, id, LocalDate.EPOCH, StatutoryPeriod.ofDays(0), CalendarPolicy.CIVIL_CODE);
        }
        return new Case(
                given,
                id,
                date(given.get("start")).orElse(LocalDate.EPOCH),
                period(given.get("period")),
                policy(given.get("policy")));
    }

    private static HolidayTable table(Node root) {
        List<Day> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        Node holidays = root.get("holidays");
        for (Node item : holidays.present() ? holidays.list(MOST_DAYS) : List.<Node>of()) {
            if (!item.object()) {
                continue;
            }
            Node at = item.get("date");
            Optional<LocalDate> date = date(at);
            Kind kind = item.get("kind").choice(Kind.class);
            if (date.isPresent() && !seen.add(date.get())) {
                at.fault("repeated");
            } else if (date.isPresent()) {
                days.add(new Day(date.get(), kind, note(item.get("name")), note(item.get("source"))));
            }
        }
        List<Integer> years = new ArrayList<>();
        Node covered = root.get("years");
        for (Node year : covered.present() ? covered.list(MOST_YEARS) : List.<Node>of()) {
            years.add(Math.toIntExact(year.number(1, 9999)));
        }
        return HolidayTable.of(days, years);
    }

    private static String note(Node given) {
        return given.present() ? given.text() : "";
    }

    /** Empty after a fault. */
    private static Optional<LocalDate> date(Node given) {
        String text = given.text();
        Optional<LocalDate> date = parse(text);
        if (date.isEmpty() && !text.isEmpty()) {
            given.fault("not-a-date");
        }
        return date;
    }

    private static Optional<LocalDate> parse(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static StatutoryPeriod period(Node given) {
        String text = given.text();
        return StatutoryPeriod.parse(text).orElseGet(() -> {
            if (!text.isEmpty()) {
                given.fault("not-a-period");
            }
            return StatutoryPeriod.ofDays(0);
        });
    }

    private static CalendarPolicy policy(Node given) {
        CalendarPolicy usual = CalendarPolicy.CIVIL_CODE;
        if (!given.present()) {
            return usual;
        }
        given.entries((name, node) -> {
            if (!POLICY_NAMES.contains(name)) {
                node.fault("unknown-name", "choices", POLICY_NAMES);
            }
        });
        return new CalendarPolicy(
                given.get("start_counted").flag(),
                given.get("roll").choiceOr(CalendarPolicy.Roll.class, usual.roll()),
                given.get("weekend").present() ? weekend(given.get("weekend")) : usual.weekend(),
                given.get("missing_year").choiceOr(CalendarPolicy.MissingYear.class, usual.missingYear()));
    }

    private static Set<DayOfWeek> weekend(Node given) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (Node day : given.list(DayOfWeek.values().length)) {
            weekend.add(day.choice(DayOfWeek.class));
        }
        if (weekend.size() == DayOfWeek.values().length) {
            given.fault("no-working-day");
            return Set.of();
        }
        return weekend;
    }
}
