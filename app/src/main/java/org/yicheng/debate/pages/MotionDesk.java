package org.yicheng.debate.pages;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** The secretariat's work on motions: table, move on, admit amendments, divide, list the votes. */
@Controller
public class MotionDesk {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*[-–—～~]\\s*(\\d{1,4}))?");

    private final Motions motions;
    private final Bodies bodies;
    private final MotionViews views;
    private final DebateScope scope;
    private final java.time.Clock clock;
    private final Pages pages;

    MotionDesk(
            Motions motions, Bodies bodies, MotionViews views, DebateScope scope, java.time.Clock clock, Pages pages) {
        this.motions = motions;
        this.bodies = bodies;
        this.views = views;
        this.scope = scope;
        this.clock = clock;
        this.pages = pages;
    }

    /** The form for a new motion. */
    public record TableView(Sitting sitting, Faults faults, Map<String, String> form) {
        public String filled(String field) {
            return form.getOrDefault(field, "");
        }
    }

    @GetMapping("/sittings/{sitting}/motions/new")
    @Needs(Permission.SITTING_PREPARE)
    View form(@PathVariable String sitting) {
        return pages.show(
                "debate/table",
                new TableView(scope.sitting(sitting, Permission.SITTING_PREPARE), Faults.NONE, Map.of()));
    }

    @PostMapping("/sittings/{sitting}/motions")
    @Needs(Permission.SITTING_PREPARE)
    Object table(@PathVariable String sitting, @RequestParam Map<String, String> form) {
        Sitting held = scope.sitting(sitting, Permission.SITTING_PREPARE);
        String signers = form.getOrDefault("signers", "").strip();
        Ruling<Motion> ruling = motions.table(
                sitting,
                new Motions.Tabled(
                        title(form),
                        form.getOrDefault("proposer", "").strip(),
                        Optional.empty(),
                        signers.matches("\\d{1,5}") ? Integer.parseInt(signers) : signers.isEmpty() ? 0 : -1,
                        MotionPages.paragraphs(form.getOrDefault("text", "")),
                        bodies.byId(held.body()).orElseThrow().demo()));
        return switch (ruling) {
            case Ruling.Granted<Motion>(Motion motion) -> AgendaPages.to("/motions/" + motion.id() + "/manage");
            case Ruling.Refused<Motion>(List<Refusal> reasons) ->
                pages.show("debate/table", new TableView(held, new Faults(reasons), form), 409);
        };
    }

    private static Bilingual title(Map<String, String> form) {
        return new Bilingual(
                form.getOrDefault("title", "").strip(),
                form.getOrDefault("titleEn", "").strip());
    }

    @GetMapping("/motions/{id}/manage")
    @Needs(Permission.SITTING_PREPARE)
    View manage(@PathVariable UUID id) {
        return pages.show(
                "debate/manage", views.view(views.motion(id, Permission.SITTING_PREPARE), Faults.NONE, Map.of()));
    }

    @PostMapping("/motions/{id}/manage")
    @Needs(Permission.SITTING_PREPARE)
    Object act(@PathVariable UUID id, @RequestParam("do") String act, @RequestParam Map<String, String> form) {
        views.motion(id, Permission.SITTING_PREPARE);
        Ruling<?> ruling = MotionPages.attempt(() -> take(id, act, form));
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? pages.show(
                        "debate/manage", views.view(motions.byId(id).orElseThrow(), new Faults(reasons), form), 409)
                : AgendaPages.to("/motions/" + id + "/manage");
    }

    private Ruling<Object> take(UUID id, String act, Map<String, String> form) {
        return switch (act) {
            case "move" -> motions.move(id, field(form, "move"), saying(form)).map(each -> each);
            case "list-move" ->
                motions.listMove(id, field(form, "move"), field(form, "sitting"), saying(form), mode(form))
                        .map(each -> each);
            case "list-next" ->
                motions.listNext(id, field(form, "sitting"), mode(form)).map(each -> each);
            case "meeting" ->
                motions.meetingAt(id, instant(field(form, "meeting"))).map(each -> each);
            case "divide" -> motions.divide(id, ranges(field(form, "parts"))).map(each -> each);
            case "rewrite" ->
                motions.rewrite(
                                id,
                                Integer.parseInt(field(form, "version")),
                                title(form),
                                MotionPages.paragraphs(field(form, "text")))
                        .map(each -> each);
            case "paper" ->
                MotionPages.drafted(form)
                        .map(draft -> motions.fileOnPaper(id, draft, numbers(field(form, "members")))
                                .orThrow());
            case "recommend" ->
                MotionPages.drafted(form)
                        .map(draft -> motions.recommend(id, field(form, "proposer"), draft)
                                .orThrow());
            default -> throw new IllegalArgumentException("no such act: " + act);
        };
    }

    @PostMapping("/motions/{id}/manage/{amendment}")
    @Needs(Permission.SITTING_PREPARE)
    Object amendment(
            @PathVariable UUID id,
            @PathVariable UUID amendment,
            @RequestParam("do") String act,
            @RequestParam Map<String, String> form) {
        views.motion(id, Permission.SITTING_PREPARE);
        views.amendment(amendment, Permission.SITTING_PREPARE);
        Ruling<?> ruling = switch (act) {
            case "admit" -> motions.admit(amendment, true, field(form, "consent"));
            case "refuse" -> motions.admit(amendment, false, field(form, "consent"));
            case "withdraw" -> motions.withdraw(amendment, field(form, "consent"));
            case "place" -> motions.place(amendment, place(field(form, "place")));
            default -> throw new IllegalArgumentException("no such act: " + act);
        };
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? pages.show(
                        "debate/manage", views.view(motions.byId(id).orElseThrow(), new Faults(reasons), form), 409)
                : AgendaPages.to("/motions/" + id + "/manage#a-" + amendment);
    }

    private static int place(String text) {
        return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : -1;
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private static Motions.Saying saying(Map<String, String> form) {
        String signers = field(form, "signers").strip();
        return new Motions.Saying(
                field(form, "reason").strip(),
                field(form, "consent").strip(),
                signers.matches("\\d{1,5}") ? Integer.parseInt(signers) : 0);
    }

    private static VotingMode mode(Map<String, String> form) {
        String mode = field(form, "mode");
        return mode.isEmpty() ? VotingMode.ELECTRONIC_UNRECORDED : VotingMode.valueOf(mode);
    }

    private java.time.Instant instant(String text) {
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(clock.getZone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new RefusedException(Refusal.at("meeting", "debate.time-unreadable", "value", text));
        }
    }

    /** 3, 5-7: paragraphs and ranges. */
    static List<Motions.Range> ranges(String text) {
        return Arrays.stream(text.split("[,，、;；]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(MotionDesk::range)
                .toList();
    }

    private static Motions.Range range(String part) {
        Matcher matcher = RANGE.matcher(part);
        if (!matcher.matches()) {
            throw new RefusedException(Refusal.at("parts", "debate.range-unreadable", "value", part));
        }
        int from = Integer.parseInt(matcher.group(1));
        return new Motions.Range(
                from,
                Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(from));
    }

    private static List<String> numbers(String text) {
        return Arrays.stream(text.split("[\\s,，、;；]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
