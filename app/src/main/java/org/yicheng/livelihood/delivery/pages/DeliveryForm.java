package org.yicheng.livelihood.delivery.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Faults;

/**
 * What was typed into a form about a project, and what was wrong with it.
 *
 * @param form which one, as several stand on a page
 */
public record DeliveryForm(String form, Map<String, String> typed, List<Refusal> reasons) {

    static final DeliveryForm NONE = new DeliveryForm("", Map.of(), List.of());

    static DeliveryForm of(String form, Map<String, String> typed) {
        return new DeliveryForm(form, Map.copyOf(typed), new ArrayList<>());
    }

    DeliveryForm refused(List<Refusal> why) {
        return new DeliveryForm(form, typed, why);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Everything that was ticked under a name. */
    public List<String> all(String field) {
        return List.of(value(field).split(","));
    }

    /** What was typed in this form; blank in any other. */
    public String value(String which, String field) {
        return form.equals(which) ? value(field) : "";
    }

    public Faults faults(String which) {
        return new Faults(form.equals(which) ? reasons : List.of(), which);
    }

    /** Sending a form twice is the same payment. */
    public String key() {
        return value("key").isEmpty() ? UUID.randomUUID().toString() : value("key");
    }

    LocalDate day(String field) {
        return day(field, value(field)).orElse(LocalDate.EPOCH);
    }

    private Optional<LocalDate> day(String field, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            reasons.add(Refusal.at(field, "livelihood.day-unreadable", "value", text));
            return Optional.empty();
        }
    }

    Optional<LocalDate> dayIfAny(String field) {
        return value(field).isEmpty() ? Optional.empty() : day(field, value(field));
    }

    /** An amount in yuan, in fen. */
    long fen(String field) {
        return fen(field, value(field));
    }

    long fen(String field, String text) {
        return Unit.CNY.read(text).orElseGet(() -> {
            reasons.add(Refusal.at(field, "livelihood.money-unreadable", "value", text));
            return 0L;
        });
    }

    long whole(String field, String text) {
        if (text.matches("\\d{1,12}")) {
            return Long.parseLong(text);
        }
        reasons.add(Refusal.at(field, "livelihood.number-unreadable", "value", text));
        return 0;
    }

    Optional<Integer> wholeIfAny(String field) {
        return value(field).isEmpty()
                ? Optional.empty()
                : Optional.of(Math.toIntExact(Math.min(1_000, whole(field, value(field)))));
    }

    /** What was decided; anything else than the four is refused, not guessed. */
    Delivery.Kind kind() {
        return Arrays.stream(Delivery.Kind.values())
                .filter(one -> one.name().equals(value("kind")))
                .findFirst()
                .orElseGet(() -> {
                    reasons.add(Refusal.at("kind", "livelihood.kind-unknown", "value", value("kind")));
                    return Delivery.Kind.CHANGE;
                });
    }

    /** The stage of the work; anything else is refused, not guessed. */
    Photo.Stage stage() {
        return Arrays.stream(Photo.Stage.values())
                .filter(one -> one.name().equals(value("stage")))
                .findFirst()
                .orElseGet(() -> {
                    reasons.add(Refusal.at("stage", "livelihood.stage-unknown", "value", value("stage")));
                    return Photo.Stage.DURING;
                });
    }

    Optional<LocalDateTime> timeIfAny(String field) {
        if (value(field).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(value(field)));
        } catch (DateTimeException _) {
            reasons.add(Refusal.at(field, "livelihood.time-unreadable", "value", value(field)));
            return Optional.empty();
        }
    }

    UUID id(String field) {
        try {
            return UUID.fromString(value(field));
        } catch (IllegalArgumentException _) {
            reasons.add(Refusal.at(field, "livelihood.id-unreadable", "value", value(field)));
            return new UUID(0, 0);
        }
    }

    /** Lines of a field, their parts divided by commas of either kind. */
    List<String[]> lines(String field, int parts) {
        return lines(field, parts, parts);
    }

    /** @param other how many parts a line may have instead */
    List<String[]> lines(String field, int parts, int other) {
        List<String[]> lines = new ArrayList<>();
        for (String line : value(field).lines().filter(one -> !one.isBlank()).toList()) {
            String[] cells = line.strip().split("\\s*[,，]\\s*", -1);
            if (cells.length == parts || cells.length == other) {
                lines.add(cells);
            } else {
                reasons.add(Refusal.at(field, "livelihood.line-unreadable", "value", line.strip(), "n", other));
            }
        }
        return lines;
    }

    Delivery.Plan plan() {
        List<Delivery.Source> sources = lines("sources", 2).stream()
                .map(cells -> new Delivery.Source(cells[0], fen("sources", cells[1])))
                .toList();
        return new Delivery.Plan(
                value("title"),
                value("chosen"),
                value("organ"),
                new Delivery.Goal(value("goal"), whole("amount", value("amount")), value("unit")),
                day("deadline"),
                sources,
                value("safeguards"));
    }

    List<Step> steps() {
        return lines("steps", 3).stream()
                .map(cells -> new Step(
                        cells[0],
                        Math.toIntExact(Math.min(1_000, whole("steps", cells[1]))),
                        day("steps", cells[2]).orElse(LocalDate.EPOCH)))
                .toList();
    }
}
