package org.yicheng.reminders.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Last days as iCalendar (RFC 5545), one all-day event each, an event at its instant for a limit in hours. A limit keeps
 * its UID, so that a calendar moves it when it is extended.
 */
public final class LimitCalendar {

    private LimitCalendar() {}

    /**
     * @param uid of the limit
     * @param title what to do on which matter
     * @param at its last instant, if it is in hours
     */
    public record Entry(String uid, String title, String note, String address, LocalDate due, Optional<Instant> at) {}

    /** A calendar of limits. */
    public static String of(String name, List<Entry> entries, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Yicheng//Limits//ZH"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        for (Entry entry : entries) {
            VEvent event = entry.at().isPresent()
                    ? new VEvent(entry.at().get().truncatedTo(ChronoUnit.SECONDS), entry.title())
                    : new VEvent(entry.due(), entry.title());
            event.removeAll("DTSTAMP");
            event.add(new DtStamp(now.truncatedTo(ChronoUnit.SECONDS)));
            event.add(new Uid(entry.uid() + "@yicheng"));
            event.add(new Description(entry.note()));
            event.add(new Url(java.net.URI.create(entry.address())));
            event.add(ImmutableTransp.TRANSPARENT);
            calendar.add(event);
        }
        return calendar.toString();
    }
}
