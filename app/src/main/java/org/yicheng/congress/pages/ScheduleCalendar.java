package org.yicheng.congress.pages;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.yicheng.congress.Schedules.Item;
import org.yicheng.congress.Session;
import org.yicheng.rule.Language;

/** A schedule as iCalendar (RFC 5545). An item keeps its UID when it moves, so that calendars move it too. */
final class ScheduleCalendar {

    private ScheduleCalendar() {}

    /**
     * @param decided a draft is tentative
     * @param changes how often it was adjusted: the sequence of its items
     */
    static byte[] of(Session session, List<Item> items, boolean decided, int changes, Language language, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Yicheng//Schedule//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", session.shortName().in(language)));
        Map<String, Integer> same = new HashMap<>();
        for (Item item : items) {
            int nth = same.merge(item.title().zh(), 1, Integer::sum);
            VEvent event = item.until()
                    .map(until -> new VEvent(
                            second(item.at()), second(until), item.title().in(language)))
                    .orElseGet(() -> new VEvent(second(item.at()), item.title().in(language)));
            String name = session.id() + "\n" + item.title().zh() + "\n" + nth;
            event.removeAll("DTSTAMP");
            event.add(new DtStamp(second(now)));
            event.add(new Uid(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "@yicheng"));
            event.add(new Sequence(changes));
            event.add(decided ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_TENTATIVE);
            String place = item.room().isEmpty() ? session.place() : item.room();
            if (!place.isEmpty()) {
                event.add(new Location(place));
            }
            item.who().ifPresent(who -> event.add(new net.fortuna.ical4j.model.property.Description(who)));
            calendar.add(event);
        }
        return calendar.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
