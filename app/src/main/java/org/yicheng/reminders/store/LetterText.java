package org.yicheng.reminders.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.home.HomeProperties;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Procedure;
import org.yicheng.reminders.Reminders;
import org.yicheng.reminders.Reminders.Kind;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** What the mails say, Chinese first, then English. */
@Component
class LetterText {

    private static final int LONGEST_TITLE = 60;

    private final Words words;
    private final HomeProperties platform;
    private final Clock clock;

    LetterText(Words words, HomeProperties platform, Clock clock) {
        this.words = words;
        this.platform = platform;
        this.clock = clock;
    }

    private String both(String key, Object... facts) {
        return say(Language.ZH, key, facts) + "\n\n" + say(Language.EN, key, facts);
    }

    private String say(Language language, String key, Object... facts) {
        return words.say(language, key, facts);
    }

    Outbox.Letter code(UUID account, String address, String code) {
        return new Outbox.Letter(
                "code:" + account + ":" + clock.instant().toEpochMilli(),
                account,
                address,
                Kind.CODE,
                say(Language.ZH, "reminders.code-subject") + " / " + say(Language.EN, "reminders.code-subject"),
                both("reminders.code-body", "code", code, "minutes", Reminders.CODE_MINUTES) + "\n",
                "");
    }

    /** Somebody's turn. */
    Outbox.Letter task(UUID account, String address, UUID task, Matter matter, Procedure procedure, String actor) {
        Bilingual state = procedure.state(matter.state()).orElseThrow().name();
        Bilingual as = procedure.actor(actor).orElseThrow().name();
        return new Outbox.Letter(
                "task:" + task + ":" + account,
                account,
                address,
                Kind.TASK,
                subject("reminders.task-subject", matter, "title", cut(matter.title())),
                both("reminders.task-body", "title", matter.title(), "state", state, "actor", as) + footer(matter),
                "");
    }

    /** A limit that is near, or was missed. */
    Outbox.Letter limit(
            Kind kind,
            UUID account,
            String address,
            Matter matter,
            Procedure procedure,
            Deadline limit,
            LocalDate due) {
        Bilingual name = procedure.limit(limit.limit()).orElseThrow().name();
        String which = kind == Kind.NEAR ? "near" : "missed";
        Bilingual until = limit.dueAt()
                .map(at -> OfficialDate.of(at, clock.getZone()).withWeekday())
                .orElse(OfficialDate.dayWithWeekday(due));
        String text = both(
                        "reminders." + which + "-body",
                        "title",
                        matter.title(),
                        "limit",
                        name,
                        "due",
                        until,
                        "ground",
                        ground(limit.ground()))
                + footer(matter);
        return new Outbox.Letter(
                which + ":" + limit.id() + ":"
                        + limit.dueAt().map(Object::toString).orElse(due.toString()) + ":" + account,
                account,
                address,
                kind,
                subject("reminders." + which + "-subject", matter, "limit", name, "title", cut(matter.title())),
                text,
                LimitCalendar.of(
                        say(Language.ZH, "reminders.calendar"),
                        List.of(entry(matter, procedure, limit, due, limit.dueAt())),
                        clock.instant()));
    }

    LimitCalendar.Entry entry(
            Matter matter, Procedure procedure, Deadline limit, LocalDate due, Optional<java.time.Instant> at) {
        Bilingual name = procedure.limit(limit.limit()).orElseThrow().name();
        return new LimitCalendar.Entry(
                limit.id().toString(),
                name.zh() + " " + name.en() + "：" + matter.title(),
                ground(limit.ground()).zh() + "\n" + ground(limit.ground()).en(),
                address(matter),
                due,
                at);
    }

    private static Bilingual ground(Citation citation) {
        return new Bilingual(citation.zh(), citation.en());
    }

    private String subject(String key, Matter matter, Object... facts) {
        return (matter.demo() ? "（演示）" : "") + say(Language.ZH, key, facts);
    }

    private String address(Matter matter) {
        return platform.publicUrl() + "/matters/" + matter.id();
    }

    private String footer(Matter matter) {
        return "\n\n" + address(matter) + "\n\n-- \n"
                + both("reminders.footer", "address", platform.publicUrl() + "/account/reminders") + "\n";
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }
}
