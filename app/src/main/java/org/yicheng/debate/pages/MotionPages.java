package org.yicheng.debate.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** A motion to read, and its amendments to draw up and to sign. */
@Controller
public class MotionPages {

    private final Motions motions;
    private final MotionViews views;
    private final Pages pages;

    MotionPages(Motions motions, MotionViews views, Pages pages) {
        this.motions = motions;
        this.views = views;
        this.pages = pages;
    }

    @GetMapping("/motions/{id}")
    @Needs(Permission.PUBLIC_READ)
    View motion(@PathVariable UUID id) {
        return pages.show("debate/motion", views.view(views.motion(id, Permission.PUBLIC_READ), Faults.NONE, Map.of()));
    }

    @GetMapping("/motions/{id}/amend")
    @Needs(Permission.VOTE)
    View amend(@PathVariable UUID id, @RequestParam(defaultValue = "") String parent) {
        return pages.show(
                "debate/amend", views.view(views.motion(id, Permission.VOTE), Faults.NONE, Map.of("parent", parent)));
    }

    @PostMapping("/motions/{id}/amend")
    @Needs(Permission.VOTE)
    Object draft(@PathVariable UUID id, @RequestParam Map<String, String> form) {
        Motion motion = views.motion(id, Permission.VOTE);
        Ruling<Amendment> ruling = attempt(() -> drafted(form)
                .map(draft -> motions.draft(id, DebateScope.person(), draft).orThrow()));
        return switch (ruling) {
            case Ruling.Granted<Amendment>(Amendment amendment) -> AgendaPages.to("/amendments/" + amendment.id());
            case Ruling.Refused<Amendment>(List<Refusal> reasons) ->
                pages.show("debate/amend", views.view(motion, new Faults(reasons), form), 409);
        };
    }

    /** One amendment in its motion. */
    public record AmendmentView(MotionView motion, Amendment amendment, boolean drafter, boolean signed) {}

    @GetMapping("/amendments/{id}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View amendment(@PathVariable UUID id) {
        Amendment amendment = views.amendment(id, Permission.MEMBER_DOCUMENTS);
        Motion motion = views.motion(amendment.motion(), Permission.MEMBER_DOCUMENTS);
        Optional<UUID> person = org.yicheng.party.Caller.current().person();
        return pages.show(
                "debate/amendment",
                new AmendmentView(
                        views.view(motion, Faults.NONE, Map.of()),
                        amendment,
                        amendment.person().isPresent() && amendment.person().equals(person),
                        amendment.signatures().stream()
                                .anyMatch(each ->
                                        person.filter(each.person()::equals).isPresent())));
    }

    @PostMapping("/amendments/{id}")
    @Needs(Permission.VOTE)
    ResponseEntity<Void> act(@PathVariable UUID id, @RequestParam("do") String act) {
        views.amendment(id, Permission.VOTE);
        UUID person = DebateScope.person();
        switch (act) {
            case "sign" -> motions.sign(id, person).orThrow();
            case "unsign" -> motions.unsign(id, person).orThrow();
            case "file" -> motions.file(id, person).orThrow();
            case "withdraw" -> motions.withdraw(id, "").orThrow();
            default -> throw new IllegalArgumentException("no such act: " + act);
        }
        return AgendaPages.to("/amendments/" + id);
    }

    /** Runs something that may refuse by exception, as a ruling. */
    static <T> Ruling<T> attempt(java.util.function.Supplier<Ruling<T>> action) {
        try {
            return action.get();
        } catch (RefusedException refused) {
            return Ruling.refused(refused.reasons());
        }
    }

    /** One paragraph a line; blank lines do not count. */
    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A drafted amendment out of a form: parent, change, from, to, text, reason. */
    static Ruling<Motions.Drafted> drafted(Map<String, String> form) {
        String kind = form.getOrDefault("change", "");
        if (Arrays.stream(Change.Kind.values()).noneMatch(each -> each.name().equals(kind))) {
            return Ruling.refused(Refusal.at("change", "debate.change-unknown", "value", kind));
        }
        Optional<UUID> parent = Optional.of(form.getOrDefault("parent", ""))
                .filter(text -> !text.isBlank())
                .map(UUID::fromString);
        return change(
                        Change.Kind.valueOf(kind),
                        number(form.getOrDefault("from", "")),
                        number(form.getOrDefault("to", "")),
                        paragraphs(form.getOrDefault("text", "")))
                .map(change -> new Motions.Drafted(
                        parent, change, form.getOrDefault("reason", "").strip()));
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }

    /** A change out of what was typed; a missing last paragraph is the first. */
    static Ruling<Change> change(Change.Kind kind, int from, int last, List<String> paragraphs) {
        boolean insertion = kind == Change.Kind.INSERT_AFTER;
        int to = insertion || last < 0 ? from : last;
        if (from < (insertion ? 0 : 1) || to < from) {
            return Ruling.refused(Refusal.at("from", "debate.range-wrong", "from", from, "to", to));
        }
        if (kind != Change.Kind.DELETE && paragraphs.isEmpty()) {
            return Ruling.refused(Refusal.at("text", "debate.new-text-missing"));
        }
        return Ruling.granted(new Change(kind, from, to, kind == Change.Kind.DELETE ? List.of() : paragraphs));
    }
}
