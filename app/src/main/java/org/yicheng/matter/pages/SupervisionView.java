package org.yicheng.matter.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Supervision.Board;
import org.yicheng.matter.Supervision.Count;
import org.yicheng.matter.Supervision.Duty;
import org.yicheng.matter.Supervision.Filter;
import org.yicheng.matter.Supervision.Standing;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.Lamp;
import org.yicheng.web.Option;
import org.yicheng.web.Paging;
import org.yicheng.web.Shell;

/**
 * The supervisor's board as its page shows it.
 *
 * @param whole every duty, for the choices of the filter
 * @param seen those that the filter lets through
 */
public record SupervisionView(
        Board whole,
        Board seen,
        Filter filter,
        List<Duty> duties,
        Paging paging,
        Procedures procedures,
        ZonedDateTime now) {

    /** Where it is. */
    public static final String PATH = "/matters/board";

    /** One line of a table of figures. @param query what a figure of the line asks for */
    public record Line(Bilingual name, Bilingual detail, Map<Standing, Integer> duties, Map<String, String> query) {

        public int of(Standing standing) {
            return duties.getOrDefault(standing, 0);
        }

        public int total() {
            return duties.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public List<Line> byOrgan() {
        return lines(
                Count::organ,
                count -> new Line(
                        named(count.organName()),
                        new Bilingual("", ""),
                        new EnumMap<>(Standing.class),
                        Map.of("organ", count.organ())));
    }

    public List<Line> byLimit() {
        return lines(
                count -> count.procedure() + " " + count.limit(),
                count -> new Line(
                        limit(count.procedure(), count.limit()),
                        procedure(count.procedure()),
                        new EnumMap<>(Standing.class),
                        Map.of("procedure", count.procedure(), "limit", count.limit())));
    }

    private List<Line> lines(Function<Count, String> key, Function<Count, Line> begun) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Count count : seen.counts()) {
            lines.computeIfAbsent(key.apply(count), _ -> begun.apply(count))
                    .duties()
                    .merge(count.standing(), count.duties(), Integer::sum);
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparingInt((Line line) -> -line.of(Standing.LATE))
                .thenComparingInt(line -> -line.of(Standing.NEAR))
                .thenComparingInt(line -> -line.total())
                .thenComparing(line -> line.name().zh()));
        return sorted;
    }

    private static Bilingual named(String organ) {
        return organ.isEmpty() ? new Bilingual("（未指定）", "(nobody named)") : new Bilingual(organ, organ);
    }

    public Bilingual procedure(String id) {
        return procedures.byId(id).map(Procedure::name).orElse(new Bilingual(id, id));
    }

    public Bilingual limit(String procedure, String limit) {
        return procedures
                .byId(procedure)
                .flatMap(one -> one.limit(limit))
                .map(Procedure.Limit::name)
                .orElse(new Bilingual(limit, limit));
    }

    public Bilingual state(Duty duty) {
        return procedures
                .byId(duty.procedure())
                .flatMap(one -> one.state(duty.state()))
                .map(Procedure.State::name)
                .orElse(new Bilingual(duty.state(), duty.state()));
    }

    public Standing[] standings() {
        return Standing.values();
    }

    /** The same list with something asked for besides. */
    public String asking(Map<String, String> more, Optional<Standing> standing) {
        Map<String, String> query = new LinkedHashMap<>(query());
        query.putAll(more);
        standing.ifPresent(lamp -> query.put("lamp", lamp.name()));
        return address(PATH, query) + "#list";
    }

    public String file(String format) {
        return address(PATH + "." + format, query());
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        filter.organ().ifPresent(organ -> query.put("organ", organ));
        filter.procedure().ifPresent(procedure -> query.put("procedure", procedure));
        filter.limit().ifPresent(limit -> query.put("limit", limit));
        filter.standing().ifPresent(standing -> query.put("lamp", standing.name()));
        if (!filter.words().isBlank()) {
            query.put("words", filter.words());
        }
        return query;
    }

    static String address(String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(path);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    String list() {
        return address(PATH, query());
    }

    public List<Option> organs(Shell shell) {
        Map<String, String> names = new LinkedHashMap<>();
        whole.counts().forEach(count -> names.putIfAbsent(count.organ(), shell.say(named(count.organName()))));
        return choices(shell, names);
    }

    public List<Option> procedures(Shell shell) {
        Map<String, String> names = new LinkedHashMap<>();
        whole.counts().forEach(count -> names.putIfAbsent(count.procedure(), shell.say(procedure(count.procedure()))));
        return choices(shell, names);
    }

    private static List<Option> choices(Shell shell, Map<String, String> names) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", shell.say("matter.board-all")));
        names.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .sorted(Map.Entry.comparingByValue())
                .forEach(one -> options.add(new Option(one.getKey(), one.getValue())));
        return options;
    }

    public List<Option> lamps(Shell shell) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", shell.say("matter.board-all")));
        for (Standing standing : Standing.values()) {
            options.add(new Option(standing.name(), shell.say("matter.standing-" + standing)));
        }
        return options;
    }

    public Optional<Lamp> lamp(Standing standing) {
        return switch (standing) {
            case LATE -> Optional.of(Lamp.LATE);
            case NEAR -> Optional.of(Lamp.NEAR);
            case OK -> Optional.of(Lamp.OK);
            case SUSPENDED, UNKNOWN -> Optional.empty();
        };
    }

    /** Its last day, or its last minute. */
    public String until(Shell shell, Duty duty) {
        return duty.dueAt()
                .map(at -> shell.time().deadline(at))
                .orElseGet(() -> duty.due()
                        .map(day -> shell.say(OfficialDate.dayWithWeekday(day)))
                        .orElse("—"));
    }

    /** How long is left, or how late it is. */
    public String left(Shell shell, Duty duty) {
        if (duty.dueAt().isPresent()) {
            Duration left =
                    Duration.between(now.toInstant(), duty.dueAt().get()).abs();
            return shell.say(
                    duty.standing() == Standing.LATE ? "matter.hours-late" : "matter.hours-left",
                    "h",
                    left.toHours(),
                    "m",
                    left.toMinutesPart());
        }
        LocalDate today = now.toLocalDate();
        return lamp(duty.standing())
                .map(lamp -> shell.say(
                        "web.lamp-" + lamp.tag(),
                        "n",
                        Math.abs(ChronoUnit.DAYS.between(today, duty.due().orElseThrow()))))
                .orElseGet(() -> shell.say("matter.standing-" + duty.standing()));
    }
}
