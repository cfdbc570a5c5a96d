package org.yicheng.reminders.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.reminders.Reminders;
import org.yicheng.reminders.Reminders.Mail;
import org.yicheng.reminders.Reminders.Preference;
import org.yicheng.reminders.store.OwnLimits;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;

/** One's own reminders: address, which events, the calendar. */
@Controller
@Needs(Permission.OWN_ACCOUNT)
public class ReminderPages {

    private static final int MOST_MAILS = 20;
    private static final String PATH = "/account/reminders";

    private final Reminders reminders;
    private final OwnLimits limits;
    private final HomeProperties platform;
    private final Pages pages;

    ReminderPages(Reminders reminders, OwnLimits limits, HomeProperties platform, Pages pages) {
        this.reminders = reminders;
        this.limits = limits;
        this.platform = platform;
        this.pages = pages;
    }

    /** @param feed the address of the calendar, once, right after it was made */
    public record ReminderView(
            Preference own, List<Mail> mails, Optional<String> feed, String typed, List<Refusal> reasons) {

        public Faults faults() {
            return new Faults(reasons);
        }
    }

    @GetMapping(PATH)
    View own() {
        return shown(Optional.empty(), "", List.of());
    }

    private View shown(Optional<String> feed, String typed, List<Refusal> reasons) {
        return pages.show(
                "reminders/own",
                new ReminderView(reminders.own(), reminders.mails(MOST_MAILS), feed, typed, reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private Object answer(String typed, Ruling<Preference> ruling) {
        return switch (ruling) {
            case Ruling.Refused<Preference>(List<Refusal> reasons) -> shown(Optional.empty(), typed, reasons);
            case Ruling.Granted<Preference> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", PATH)
                        .build();
        };
    }

    @PostMapping(PATH)
    Object choose(
            @RequestParam(defaultValue = "false") boolean tasks,
            @RequestParam(defaultValue = "false") boolean near,
            @RequestParam(defaultValue = "false") boolean missed) {
        return answer("", reminders.choose(tasks, near, missed));
    }

    @PostMapping(PATH + "/address")
    Object ask(@RequestParam(defaultValue = "") String address) {
        return answer(address, reminders.ask(address));
    }

    @PostMapping(PATH + "/confirm")
    Object confirm(@RequestParam(defaultValue = "") String code) {
        return answer("", reminders.confirm(code));
    }

    @PostMapping(PATH + "/forget")
    Object forget() {
        return answer("", reminders.forget());
    }

    @PostMapping(PATH + "/feed")
    View feed() {
        return shown(Optional.of(address(reminders.newFeed())), "", List.of());
    }

    private String address(String key) {
        return platform.publicUrl() + "/matters/tasks.ics?key=" + key;
    }

    @PostMapping(PATH + "/feed/end")
    Object endFeed() {
        return answer("", reminders.endFeed());
    }

    /** For calendars: with one's key, or while signed in. */
    @GetMapping("/matters/tasks.ics")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<String> calendar(@RequestParam(defaultValue = "") String key) {
        Optional<String> calendar = key.isEmpty()
                ? Optional.of(Caller.current())
                        .filter(caller -> caller.may(Permission.MATTER_HANDLE))
                        .map(_ -> limits.ofCaller())
                : reminders.accountOf(key).flatMap(limits::of);
        return ResponseEntity.ok()
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .header("Cache-Control", "private, max-age=300")
                .body(calendar.orElseThrow(() -> new RefusedException(Refusal.plain("reminders.feed.unknown"))));
    }
}
