package org.yicheng.proposals.statistics.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yicheng.count.Percentages;
import org.yicheng.count.Rate;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.proposals.statistics.Statistics.Cell;
import org.yicheng.proposals.statistics.Statistics.Scope;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * How figures are asked for.
 *
 * @param by the breakdown that the page shows besides kinds and organs
 * @param places of a percentage
 */
public record Asked(Scope scope, By by, Percentages rounding, int places) {

    /** What the page can be broken down by besides. */
    public static final List<By> FURTHER = List.of(By.SESSION, By.YEAR, By.MONTH, By.GROUP);

    static final String PATH = "/handling/statistics";

    /** As typed; what cannot be is refused, all of it at once. */
    static Asked of(String body, Map<String, String> form, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        LocalDate on = day(form.getOrDefault("on", "").strip(), today, reasons);
        Optional<Kind> kind = choice(form, "kind", List.copyOf(Statistics.KINDS), reasons);
        Optional<By> by = choice(form, "by", FURTHER, reasons);
        Optional<Percentages> rounding = choice(form, "rounding", List.of(Percentages.values()), reasons);
        String places = form.getOrDefault("places", "").strip();
        boolean digit = places.matches("\\d") && Integer.parseInt(places) <= Rate.MOST_PLACES;
        if (!digit && !places.isEmpty()) {
            reasons.add(unknown("places", places));
        }
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
        Optional<String> session =
                Optional.of(form.getOrDefault("session", "").strip()).filter(one -> !one.isEmpty());
        return new Asked(
                new Scope(body, session, kind, Optional.empty(), on),
                by.orElse(By.SESSION),
                rounding.orElse(Percentages.LARGEST_REMAINDER),
                digit ? Integer.parseInt(places) : 2);
    }

    private static LocalDate day(String typed, LocalDate today, List<Refusal> reasons) {
        if (typed.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.isAfter(today)) {
                reasons.add(Refusal.at("on", "proposals.statistics.day-future", "value", day, "today", today));
            }
            return day;
        } catch (DateTimeException e) {
            reasons.add(unknown("on", typed));
            return today;
        }
    }

    private static Refusal unknown(String field, String value) {
        return Refusal.at(field, "proposals.statistics.unknown", "value", value);
    }

    private static <T extends Enum<T>> Optional<T> choice(
            Map<String, String> form, String name, List<T> among, List<Refusal> reasons) {
        String typed = form.getOrDefault(name, "").strip();
        Optional<T> found = among.stream()
                .filter(one -> one.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty() && !typed.isEmpty()) {
            reasons.add(unknown(name, typed));
        }
        return found;
    }

    static Measure measure(Map<String, String> form) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Measure> found = choice(form, "measure", List.of(Measure.values()), reasons);
        return found.orElseThrow(() -> new RefusedException(unknown("measure", form.getOrDefault("measure", ""))));
    }

    /** The group of a list; its key may be empty: what belongs to none. */
    static Optional<Cell> cell(Map<String, String> form) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<By> group = choice(form, "group", Arrays.asList(By.values()), reasons);
        if (!reasons.isEmpty()) {
            throw new RefusedException(reasons);
        }
        return group.map(by -> new Cell(by, form.getOrDefault("key", "")));
    }

    /** The query of this page, for links that ask for the same. */
    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("body", scope.body());
        scope.session().ifPresent(session -> query.put("session", session));
        scope.kind().ifPresent(kind -> query.put("kind", kind.name()));
        query.put("on", scope.on().toString());
        query.put("by", by.name());
        query.put("rounding", rounding.name());
        query.put("places", String.valueOf(places));
        return query;
    }

    /** The address of the list behind a figure. */
    String list(Measure measure, Optional<Cell> cell) {
        Map<String, String> query = query();
        query.put("measure", measure.name());
        cell.ifPresent(one -> {
            query.put("group", one.by().name());
            query.put("key", one.key());
        });
        return address(PATH + "/list", query);
    }

    static String address(String path, Map<String, String> query) {
        StringBuilder address = new StringBuilder(path);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }
}
