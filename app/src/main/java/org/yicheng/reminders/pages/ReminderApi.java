package org.yicheng.reminders.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.reminders.Reminders;
import org.yicheng.reminders.Reminders.Mail;
import org.yicheng.reminders.Reminders.Preference;

/** One's own reminders over REST. */
@RestController
@RequestMapping("/api/v1/account/reminders")
@Tag(name = "reminders", description = "提醒：邮件和日历 Reminders by mail and calendar")
@Needs(Permission.OWN_ACCOUNT)
class ReminderApi {

    private static final int MOST_MAILS = 100;

    private final Reminders reminders;
    private final HomeProperties platform;

    ReminderApi(Reminders reminders, HomeProperties platform) {
        this.reminders = reminders;
        this.platform = platform;
    }

    record ChoiceText(boolean tasks, boolean near, boolean missed) {}

    record AddressText(String address) {}

    record CodeText(String code) {}

    /** @param address of the calendar, with its key; not shown again */
    record Feed(String address) {}

    @Operation(summary = "本人的提醒设置 One's own preferences")
    @GetMapping
    Preference own() {
        return reminders.own();
    }

    @Operation(summary = "发给本人的邮件，最新的在前 Mails to the caller, newest first")
    @GetMapping("/mails")
    List<Mail> mails() {
        return reminders.mails(MOST_MAILS);
    }

    @Operation(summary = "选择提醒哪些事 Choose which events are mailed")
    @PutMapping
    Preference choose(@RequestBody ChoiceText text) {
        return reminders.choose(text.tasks(), text.near(), text.missed()).orThrow();
    }

    @Operation(summary = "填写邮箱并向其发送确认码 Have a code mailed to an address")
    @PostMapping("/address")
    Preference ask(@RequestBody AddressText text) {
        return reminders.ask(text.address()).orThrow();
    }

    @Operation(summary = "用确认码确认邮箱 Confirm the address by its code")
    @PostMapping("/confirm")
    Preference confirm(@RequestBody CodeText text) {
        return reminders.confirm(text.code()).orThrow();
    }

    @Operation(summary = "停用邮箱，不再发送 Forget the address")
    @DeleteMapping("/address")
    Preference forget() {
        return reminders.forget().orThrow();
    }

    @Operation(summary = "生成日历地址，原地址失效 Make a calendar address; the one before is void")
    @PostMapping("/feed")
    Feed feed() {
        return new Feed(platform.publicUrl() + "/matters/tasks.ics?key=" + reminders.newFeed());
    }

    @Operation(summary = "停用日历地址 End the calendar address")
    @DeleteMapping("/feed")
    Preference endFeed() {
        return reminders.endFeed().orThrow();
    }
}
