package org.yicheng.congress.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.ScheduleChanges;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Moments;
import org.yicheng.web.Pages;

/** The schedule of a session: the draft, the decided one with its adjustments, for calendars, on paper. */
@Controller
public class SchedulePages {

    private final Sessions sessions;
    private final Schedules schedules;
    private final ScheduleChanges changes;
    private final Sittings sittings;
    private final Bodies bodies;
    private final SessionScope scope;
    private final Prints prints;
    private final Pages pages;
    private final Clock clock;

    SchedulePages(
            Sessions sessions,
            Schedules schedules,
            ScheduleChanges changes,
            Sittings sittings,
            Bodies bodies,
            SessionScope scope,
            Prints prints,
            Pages pages,
            Clock clock) {
        this.sessions = sessions;
        this.schedules = schedules;
        this.changes = changes;
        this.sittings = sittings;
        this.bodies = bodies;
        this.scope = scope;
        this.prints = prints;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The schedule: a draft that can be typed anew, or what the presidium decided.
     *
     * @param mayAdjust whether the reader is a standing chair and it is decided
     */
    public record ScheduleView(
            Session session,
            List<Item> items,
            List<Schedules.Change> changes,
            String typed,
            boolean decided,
            boolean mayEdit,
            boolean mayAdjust,
            ChangeView change,
            List<Refusal> reasons)
            implements OfSession {

        /** Lines of a change that the schedule does not have, or the other way round. */
        public List<Item> only(List<Item> these, List<Item> those) {
            return these.stream().filter(item -> !those.contains(item)).toList();
        }
    }

    /**
     * A change for the presidium.
     *
     * @param before whether the presidium has it before it
     * @param meetings meetings of the presidium that can still take it
     * @param reason as typed
     */
    public record ChangeView(
            boolean mayDraft,
            Optional<ScheduleChanges.Proposed> open,
            boolean before,
            List<Sitting> meetings,
            String reason) {}

    @GetMapping("/sessions/{id}/schedule")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View schedule(@PathVariable String id) {
        return schedule(scope.session(id, Permission.MEMBER_DOCUMENTS), "", "", List.of());
    }

    private View schedule(Session session, String typed, String reason, List<Refusal> reasons) {
        List<Item> items = schedules.of(session.id());
        boolean decided = decided(session);
        boolean mayEdit = !decided && Caller.current().mayIn(session.body(), Permission.SITTING_PREPARE);
        ChangeView change = change(session, decided, reason);
        List<Item> shown = change.mayDraft()
                ? change.open().map(ScheduleChanges.Proposed::items).orElse(items)
                : items;
        String text = typed.isEmpty() ? ScheduleText.of(shown, clock.getZone()) : typed;
        return pages.show(
                "congress/schedule",
                new ScheduleView(
                        session,
                        items,
                        schedules.changes(session.id()),
                        text,
                        decided,
                        mayEdit,
                        schedules.mayAdjust(session.id()) && !change.before(),
                        change,
                        reasons),
                reasons.isEmpty() ? 200 : HttpStatus.CONFLICT.value());
    }

    private ChangeView change(Session session, boolean decided, String reason) {
        Caller caller = Caller.current();
        boolean over = session.state() == Session.State.CLOSED || session.state() == Session.State.ARCHIVED;
        boolean may = decided && !over && caller.mayIn(session.body(), Permission.SITTING_PREPARE);
        boolean before = changes.beforePresidium(session.id());
        List<Sitting> meetings = sittings.ofSubject(session.subject()).stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.PRESIDIUM)
                .filter(sitting ->
                        sitting.state() != Sitting.State.CLOSED && sitting.state() != Sitting.State.POSTPONED)
                .toList();
        Optional<ScheduleChanges.Proposed> open = changes.open(session.id()).filter(_ -> may || before);
        String because =
                reason.isEmpty() ? open.map(ScheduleChanges.Proposed::reason).orElse("") : reason;
        return new ChangeView(may && !before, open, before, meetings, because);
    }

    /** The secretariat's draft of a change, for the presidium. */
    @PostMapping("/sessions/{id}/schedule/changes")
    @Needs(Permission.SITTING_PREPARE)
    View draftChange(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String items,
            @RequestParam(defaultValue = "") String reason) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        ScheduleText text = new ScheduleText(items, clock.getZone());
        List<Refusal> reasons =
                text.faults().isEmpty() ? reasons(changes.draft(id, text.items(), reason)) : text.faults();
        return schedule(session, reasons.isEmpty() ? "" : items, reasons.isEmpty() ? "" : reason, reasons);
    }

    @PostMapping("/sessions/{id}/schedule/changes/put")
    @Needs(Permission.SITTING_PREPARE)
    View putChange(@PathVariable String id, @RequestParam(defaultValue = "") String sitting) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        return schedule(session, "", "", reasons(changes.put(id, sitting)));
    }

    private static List<Refusal> reasons(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons) ? reasons : List.of();
    }

    private boolean decided(Session session) {
        return sessions.decided(session.id()).stream()
                .anyMatch(one -> one.what() == Decision.SCHEDULE && one.result().equals("ADOPTED"));
    }

    @PostMapping("/sessions/{id}/schedule")
    @Needs(Permission.SITTING_PREPARE)
    View propose(@PathVariable String id, @RequestParam(defaultValue = "") String items) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        ScheduleText text = new ScheduleText(items, clock.getZone());
        return shown(session, items, "", text.faults().isEmpty() ? schedules.propose(id, text.items()) : nothing(text));
    }

    @PostMapping("/sessions/{id}/schedule/adjust")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View adjust(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String items,
            @RequestParam(defaultValue = "") String reason) {
        Session session = scope.session(id, Permission.MEMBER_DOCUMENTS);
        ScheduleText text = new ScheduleText(items, clock.getZone());
        return shown(
                session,
                items,
                reason,
                text.faults().isEmpty() ? schedules.adjust(id, text.items(), reason) : nothing(text));
    }

    private static Ruling<List<Item>> nothing(ScheduleText text) {
        return Ruling.refused(text.faults());
    }

    private View shown(Session session, String typed, String reason, Ruling<List<Item>> ruling) {
        List<Refusal> reasons = reasons(ruling);
        boolean kept = !reasons.isEmpty();
        return schedule(session, kept ? typed : "", kept ? reason : "", reasons);
    }

    /** For calendars: the public's from the decision on; the presidium's meetings only for its members and the staff. */
    @GetMapping("/sessions/{id}/schedule.ics")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> calendar(@PathVariable String id, @RequestParam(defaultValue = "zh") String lang) {
        Session session = scope.session(id, Permission.PUBLIC_READ);
        Caller caller = Caller.current();
        boolean decided = decided(session);
        if (!decided && !caller.mayIn(session.body(), Permission.MEMBER_DOCUMENTS)) {
            throw new RefusedException(Refusal.plain("congress.schedule.unknown"));
        }
        boolean presidium = caller.mayIn(session.body(), Permission.DESK_READ)
                || session.presidium()
                        .filter(body -> caller.person()
                                .flatMap(person -> bodies.memberOf(body, person))
                                .isPresent())
                        .isPresent();
        List<Item> items = schedules.of(id).stream()
                .filter(item -> presidium || !item.presidiumOnly())
                .toList();
        byte[] calendar = ScheduleCalendar.of(
                session,
                items,
                decided,
                schedules.changes(id).size(),
                lang.startsWith("en") ? Language.EN : Language.ZH,
                clock.instant());
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".ics\"")
                .body(calendar);
    }

    @GetMapping("/sessions/{id}/schedule.{format:pdf|docx}")
    @Needs(Permission.MEMBER_DOCUMENTS)
    ResponseEntity<byte[]> print(@PathVariable String id, @PathVariable String format) {
        Session session = scope.session(id, Permission.MEMBER_DOCUMENTS);
        Moments time = new Moments(clock.getZone(), Language.ZH);
        Sheet sheet = Sheet.gazette(session.name().zh(), decided(session) ? "大会日程" : "大会日程（草案）");
        String day = "";
        List<List<String>> rows = new ArrayList<>();
        for (Item item : schedules.of(id)) {
            String its = time.day(item.at());
            String hours = time.minute(item.at())
                    + item.until().map(until -> "～" + time.minute(until)).orElse("");
            rows.add(List.of(
                    its.equals(day) ? "" : its,
                    hours,
                    item.title().zh(),
                    item.room(),
                    item.who().orElse("")));
            day = its;
        }
        sheet.table(List.of("日期", "时间", "内容", "地点", "参加"), rows);
        return prints.print(sheet, new Prints.What("schedule", session.subject(), session.demo()), Output.of(format))
                .answer();
    }
}
