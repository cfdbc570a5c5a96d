package org.yicheng.reminders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** What one wants to be reminded of, and where. Everything here is about the caller's own account. */
public interface Reminders {

    /** How long a mailed code is good. */
    int CODE_MINUTES = 30;

    /** How often a code may be typed wrongly before another is needed. */
    int CODE_TRIES = 5;

    /** Codes mailed to one account within an hour. */
    int CODES_AN_HOUR = 5;

    /** What a mail is about. */
    enum Kind {
        CODE,
        TASK,
        NEAR,
        MISSED
    }

    /**
     * @param server is an SMTP server configured?
     * @param address confirmed; without one nothing is sent
     * @param asked an address to which a code was mailed
     * @param feed has the caller a calendar address?
     */
    record Preference(
            boolean server,
            Optional<String> address,
            Optional<String> asked,
            boolean tasks,
            boolean near,
            boolean missed,
            boolean feed) {}

    /** A mail to the caller. @param failure what the server said last, if it was not taken */
    record Mail(
            Kind kind, String subject, Instant at, Optional<Instant> sent, boolean givenUp, Optional<String> failure) {}

    Preference own();

    /** The newest first. */
    List<Mail> mails(int most);

    /** Which events are mailed. */
    Ruling<Preference> choose(boolean tasks, boolean near, boolean missed);

    /** Mails a code to an address; what was confirmed before stays until the new one is. */
    Ruling<Preference> ask(String address);

    /** Confirms the address by its code. */
    Ruling<Preference> confirm(String code);

    /** Nothing is mailed any more. */
    Ruling<Preference> forget();

    /** The key of one's calendar, shown once; the one before is void. */
    String newFeed();

    Ruling<Preference> endFeed();

    /** Whose calendar a key opens. */
    Optional<UUID> accountOf(String key);
}
