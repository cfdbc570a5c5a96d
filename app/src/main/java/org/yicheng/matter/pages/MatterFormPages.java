package org.yicheng.matter.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** What is added to a matter beside its moves: letters, links, longer limits, other starts. */
@Controller
public class MatterFormPages {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Matters matters;
    private final Deadlines deadlines;
    private final MatterScope scope;
    private final OneMatter one;

    MatterFormPages(Matters matters, Deadlines deadlines, MatterScope scope, OneMatter one) {
        this.matters = matters;
        this.deadlines = deadlines;
        this.scope = scope;
        this.one = one;
    }

    static ResponseEntity<Void> seeAgain(UUID matter) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/matters/" + matter)
                .build();
    }

    private Object answer(Matter matter, Typed typed, Ruling<?> ruling) {
        return switch (ruling) {
            case Ruling.Refused<?>(List<Refusal> reasons) -> one.show(matter, typed.refused(reasons));
            case Ruling.Granted<?> _ -> seeAgain(matter.id());
        };
    }

    @PostMapping("/matters/{id}/letters")
    @Needs(Permission.MATTER_HANDLE)
    Object write(@PathVariable UUID id, @RequestParam Map<String, String> all) {
        Matter matter = scope.visible(id);
        Typed typed = Typed.in("letter", all);
        List<Refusal> unread = new ArrayList<>();
        Optional<LocalDate> on = day(typed, "on", unread);
        Optional<Matter.Letter.Direction> direction = one(Matter.Letter.Direction.values(), typed, "direction", unread);
        Optional<Matter.Letter.Way> way = one(Matter.Letter.Way.values(), typed, "way", unread);
        if (!unread.isEmpty()) {
            return answer(matter, typed, Ruling.refused(unread));
        }
        return answer(
                matter,
                typed,
                matters.write(
                        id,
                        new Matter.Letter(
                                UUID.randomUUID(),
                                Instant.EPOCH,
                                direction.orElseThrow(),
                                way.orElseThrow(),
                                on.orElseThrow(),
                                typed.value("with"),
                                typed.value("subject"),
                                typed.value("text"))));
    }

    @PostMapping("/matters/{id}/links")
    @Needs(Permission.MATTER_EXAMINE)
    Object link(@PathVariable UUID id, @RequestParam Map<String, String> all) {
        Matter matter = scope.examined(id);
        Typed typed = Typed.in("link", all);
        List<Refusal> unread = new ArrayList<>();
        Optional<Matter.LinkType> type = one(Matter.LinkType.values(), typed, "type", unread);
        Optional<Matter> to = named(matter, typed.value("to")).filter(matters::visible);
        if (to.isEmpty()) {
            unread.add(Refusal.at("to", "matter.unknown", "value", typed.value("to")));
        }
        if (unread.isEmpty()) {
            scope.linking(type.orElseThrow(), matter, to.orElseThrow());
        }
        return answer(
                matter,
                typed,
                unread.isEmpty()
                        ? matters.link(id, type.orElseThrow(), to.orElseThrow().id(), typed.value("reason"))
                        : Ruling.refused(unread));
    }

    /** By its number in the same series, or by the address of its page. */
    private Optional<Matter> named(Matter matter, String text) {
        if (text.matches("\\d{1,9}")) {
            return matters.byNumber(matter.series(), Integer.parseInt(text));
        }
        var id = ID.matcher(text);
        return id.find() ? matters.byId(UUID.fromString(id.group())) : Optional.empty();
    }

    @PostMapping("/matters/{id}/links/{link}/undo")
    @Needs(Permission.MATTER_EXAMINE)
    Object unlink(@PathVariable UUID id, @PathVariable UUID link, @RequestParam Map<String, String> all) {
        Matter matter = scope.examined(id);
        scope.unlinking(matter, link);
        Typed typed = Typed.in("undo-" + link, all);
        return answer(matter, typed, matters.unlink(id, link, typed.value("reason")));
    }

    @PostMapping("/matters/{id}/limits/{limit}/extension")
    @Needs(Permission.MATTER_EXAMINE)
    Object extend(@PathVariable UUID id, @PathVariable UUID limit, @RequestParam Map<String, String> all) {
        Matter matter = scope.carriedHere(scope.examined(id));
        of(matter, limit);
        Typed typed = Typed.in("extend-" + limit, all);
        String unit = typed.value("unit");
        String written = (unit.equals("H") ? "PT" : "P") + typed.value("whole") + unit;
        Ruling<Deadline> ruling = StatutoryPeriod.parse(written)
                .map(whole -> deadlines.extend(
                        limit,
                        new Deadlines.Extension(whole, !typed.value("hard").isEmpty(), typed.value("reason"))))
                .orElseGet(() -> Ruling.refused(Refusal.at("whole", "matter.period-unknown", "value", written)));
        return answer(matter, typed, ruling);
    }

    @PostMapping("/matters/{id}/limits/{limit}/start")
    @Needs(Permission.MATTER_EXAMINE)
    Object start(@PathVariable UUID id, @PathVariable UUID limit, @RequestParam Map<String, String> all) {
        Matter matter = scope.carriedHere(scope.examined(id));
        of(matter, limit);
        Typed typed = Typed.in("start-" + limit, all);
        List<Refusal> unread = new ArrayList<>();
        Optional<LocalDate> day = day(typed, "day", unread);
        return answer(
                matter,
                typed,
                unread.isEmpty()
                        ? deadlines.startOn(limit, day.orElseThrow(), typed.value("reason"))
                        : Ruling.refused(unread));
    }

    private void of(Matter matter, UUID limit) {
        if (!scope.limit(limit, true).matter().equals(matter.id())) {
            throw new RefusedException(Refusal.plain("matter.deadline.unknown", "value", limit.toString()));
        }
    }

    private static Optional<LocalDate> day(Typed typed, String field, List<Refusal> unread) {
        try {
            return Optional.of(LocalDate.parse(typed.value(field)));
        } catch (DateTimeParseException e) {
            unread.add(Refusal.at(field, "matter.not-a-date", "value", typed.value(field)));
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, Typed typed, String field, List<Refusal> unread) {
        for (E value : values) {
            if (value.name().equals(typed.value(field))) {
                return Optional.of(value);
            }
        }
        unread.add(Refusal.at(field, "matter.not-a-choice", "value", typed.value(field)));
        return Optional.empty();
    }
}
