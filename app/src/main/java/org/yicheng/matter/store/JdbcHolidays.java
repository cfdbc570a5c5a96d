package org.yicheng.matter.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.HolidayTable.Day;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Holidays;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Holiday tables: shipped, imported, looked at. */
@Component
class JdbcHolidays implements Holidays {

    private static final Citation TABLES = Citation.of(Law.PRODUCT, "calendar.working-days");
    private static final int LONGEST_SOURCE = 60;
    private static final int MOST_SHOWN = 100;

    private final HolidayRows rows;
    private final DeadlineBook book;
    private final Deadlines deadlines;
    private final MatterActs acts;

    JdbcHolidays(HolidayRows rows, DeadlineBook book, Deadlines deadlines, MatterActs acts) {
        this.rows = rows;
        this.book = book;
        this.deadlines = deadlines;
        this.acts = acts;
    }

    /** Puts in what ships with the product for years that have no table. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    void ship() {
        book.holdCounting();
        Set<Integer> known = rows.years().stream().map(Year::year).collect(Collectors.toSet());
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:holidays/cn-*.csv")) {
                try (InputStream in = file.getInputStream()) {
                    ship(HolidayFile.read(in.readAllBytes(), "").orThrow(), known);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the holiday tables", e);
        }
    }

    private void ship(HolidayFile.Contents contents, Set<Integer> known) {
        if (!contents.faults().isEmpty()) {
            throw new IllegalStateException("a shipped table has no faults, got " + contents.faults());
        }
        List<Integer> fresh = covered(contents.days()).stream()
                .filter(year -> !known.contains(year))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        String source = contents.days().getFirst().source();
        rows.replace(fresh, contents.days(), source, acts.now(), "system");
    }

    @Override
    public HolidayTable table() {
        return rows.table();
    }

    @Override
    public List<Year> years() {
        return rows.years();
    }

    @Override
    public List<Day> days(int year) {
        return rows.all().stream().filter(day -> day.date().getYear() == year).toList();
    }

    private static List<Integer> covered(List<Day> days) {
        return List.copyOf(HolidayTable.of(days).years());
    }

    @Override
    public Ruling<Preview> preview(byte[] content, String source) {
        Ruling<HolidayFile.Contents> read = read(content, source);
        return read.map(contents -> {
            if (!contents.faults().isEmpty()) {
                return new Preview(
                        contents.format(),
                        contents.days(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        contents.faults());
            }
            List<Day> before = rows.all();
            List<Day> after = merged(before, contents.days());
            Set<Day> had = new HashSet<>(before);
            Set<Day> has = new HashSet<>(after);
            List<Integer> years = covered(contents.days());
            Set<Integer> all = new HashSet<>(rows.table().years());
            all.addAll(years);
            List<Deadlines.Difference> differences =
                    book.outcome(HolidayTable.of(after, all)).differences();
            return new Preview(
                    contents.format(),
                    contents.days(),
                    years,
                    after.stream().filter(day -> !had.contains(day)).toList(),
                    before.stream().filter(day -> !has.contains(day)).toList(),
                    differences.size(),
                    List.copyOf(differences.subList(0, Math.min(differences.size(), MOST_SHOWN))),
                    List.of());
        });
    }

    /** What the tables will list: whole years are replaced, days of other years stand beside what is there. */
    private static List<Day> merged(List<Day> before, List<Day> added) {
        Set<Integer> replaced = Set.copyOf(covered(added));
        Map<java.time.LocalDate, Day> days = new HashMap<>();
        before.stream()
                .filter(day -> !replaced.contains(day.date().getYear()))
                .forEach(day -> days.put(day.date(), day));
        added.forEach(day -> days.put(day.date(), day));
        return days.values().stream()
                .sorted(java.util.Comparator.comparing(Day::date))
                .toList();
    }

    private Ruling<HolidayFile.Contents> read(byte[] content, String source) {
        String said = source.strip();
        if (said.length() > LONGEST_SOURCE) {
            return Ruling.refused(Refusal.at("source", "matter.source-too-long", "most", LONGEST_SOURCE));
        }
        Ruling<HolidayFile.Contents> read = HolidayFile.read(content, said);
        if (read instanceof Ruling.Granted<HolidayFile.Contents>(HolidayFile.Contents contents)) {
            List<Refusal> reasons = new ArrayList<>();
            if (contents.days().stream().anyMatch(day -> day.source().isEmpty())) {
                reasons.add(Refusal.at("source", "matter.source-missing"));
            }
            if (contents.faults().isEmpty() && covered(contents.days()).isEmpty()) {
                reasons.add(Refusal.at("file", "matter.no-year", "month", Month.DECEMBER.getValue()));
            }
            return reasons.isEmpty() ? read : Ruling.refused(reasons);
        }
        return read;
    }

    @Override
    @Transactional
    public Ruling<Deadlines.Recomputation> take(byte[] content, String source) {
        return switch (read(content, source)) {
            case Ruling.Refused<HolidayFile.Contents>(List<Refusal> reasons) -> Ruling.refused(reasons);
            case Ruling.Granted<HolidayFile.Contents>(HolidayFile.Contents contents)
            when !contents.faults().isEmpty() ->
                Ruling.refused(
                        contents.faults().stream().map(JdbcHolidays::atRow).toList());
            case Ruling.Granted<HolidayFile.Contents>(HolidayFile.Contents contents) -> Ruling.granted(take(contents));
        };
    }

    private static Refusal atRow(Fault fault) {
        return Refusal.at("file", "matter.row", "row", fault.row(), "fault", saying(fault.reason()));
    }

    private static org.yicheng.rule.Phrase saying(Refusal reason) {
        Map<String, Object> facts = new HashMap<>(reason.facts());
        reason.field().ifPresent(field -> facts.put("field", field));
        return new org.yicheng.rule.Phrase(reason.code(), facts, List.of());
    }

    private Deadlines.Recomputation take(HolidayFile.Contents contents) {
        book.holdCounting();
        List<Integer> years = covered(contents.days());
        String source = contents.days().getFirst().source();
        rows.replace(
                years,
                contents.days(),
                source,
                acts.now(),
                org.yicheng.party.Caller.current().actor());
        String named = years.stream().map(String::valueOf).collect(Collectors.joining(", "));
        Deadlines.Recomputation counted = deadlines.recompute(source + " (" + named + ")");
        acts.write(
                "matter.holidays.import",
                "holidays:" + named,
                Optional.of(TABLES),
                Permission.HOLIDAYS_CHANGE,
                Map.of(
                        "source", source,
                        "days", Integer.toString(contents.days().size()),
                        "changed", Integer.toString(counted.changed())));
        return counted;
    }
}
