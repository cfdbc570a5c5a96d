package org.yicheng.congress.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;

/** A schedule as a clerk types it: a line an item, {@code 2024-01-27 09:00-11:30 开幕会 @ 会堂 # 全体代表}. */
final class ScheduleText {

    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[ 　T]+(\\d{1,2}:\\d{2})"
            + "(?:[ 　]*[-–—～~至][ 　]*(\\d{1,2}:\\d{2}))?[ 　]+([^@#]+?)(?:[ 　]*@[ 　]*([^#]*?))?(?:[ 　]*#[ 　]*(.*))?");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("u-M-d H:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final List<Item> items = new ArrayList<>();
    private final List<Refusal> faults = new ArrayList<>();

    ScheduleText(String text, ZoneId zone) {
        int number = 0;
        for (String line :
                text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            number++;
            Matcher parts = LINE.matcher(line);
            try {
                if (!parts.matches()) {
                    throw new DateTimeException(line);
                }
                items.add(item(parts, zone));
            } catch (DateTimeException e) {
                faults.add(Refusal.at("items", "congress.schedule-line", "number", number, "value", line));
            }
        }
    }

    private static Item item(Matcher parts, ZoneId zone) {
        String[] languages = parts.group(4).strip().split("\\s*/\\s*", 2);
        Instant at = instant(parts.group(1), parts.group(2), zone);
        return new Item(
                at,
                new Bilingual(languages[0], languages.length > 1 ? languages[1] : languages[0]),
                Optional.ofNullable(parts.group(5)).map(String::strip).orElse(""),
                Optional.ofNullable(parts.group(3)).map(until -> instant(parts.group(1), until, zone)),
                Optional.ofNullable(parts.group(6)).map(String::strip).filter(who -> !who.isEmpty()));
    }

    private static Instant instant(String day, String hour, ZoneId zone) {
        return LocalDateTime.parse(day + " " + hour, TYPED).atZone(zone).toInstant();
    }

    List<Item> items() {
        return items;
    }

    List<Refusal> faults() {
        return faults;
    }

    static String of(List<Item> items, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            text.append(SHOWN.format(item.at().atZone(zone)))
                    .append(item.until()
                            .map(until -> "-" + HOUR.format(until.atZone(zone)))
                            .orElse(""))
                    .append(' ')
                    .append(item.title().zh());
            if (!item.title().en().equals(item.title().zh())) {
                text.append(" / ").append(item.title().en());
            }
            if (!item.room().isEmpty()) {
                text.append(" @ ").append(item.room());
            }
            item.who().ifPresent(who -> text.append(" # ").append(who));
            text.append('\n');
        }
        return text.toString();
    }
}
