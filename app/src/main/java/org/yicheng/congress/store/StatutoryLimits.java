package org.yicheng.congress.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.SessionLimits;
import org.yicheng.congress.Sessions;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;

/** Tells the limits from what is stored of the session, its body and the sessions before it. */
@Component
class StatutoryLimits implements SessionLimits {

    private static final Citation YEARLY = Citation.of(Law.ORGANIC, 14);
    private static final Citation FIRST = Citation.of(Law.ORGANIC, 20);
    private static final Citation NOTICE = Citation.of(Law.GUANGDONG, 8);
    private static final Citation PRESIDIUM = Citation.of(Law.SHANGHAI, 12);

    private static final int FIRST_MONTHS = 2;
    private static final int NOTICE_MONTHS = 1;
    private static final int LEAST_PERCENT = 8;
    private static final int MOST_PERCENT = 10;

    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Bodies bodies;
    private final Clock clock;

    StatutoryLimits(Sessions sessions, SessionKinds kinds, Bodies bodies, Clock clock) {
        this.sessions = sessions;
        this.kinds = kinds;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public List<Limit> of(Session session) {
        SessionKind kind = kinds.of(session);
        if (!kind.congress()) {
            return List.of();
        }
        List<Limit> limits = new ArrayList<>();
        if (kind.source().equals(FIRST)) {
            first(session).ifPresent(limits::add);
        } else if (!kind.special()) {
            yearly(session).ifPresent(limits::add);
        }
        // A special session is called when it is needed; the month's notice does not apply (SH 8(2)).
        if (!kind.special()) {
            limits.add(notice(session));
        }
        presidium(session).ifPresent(limits::add);
        return List.copyOf(limits);
    }

    private static Bilingual opening(Session session) {
        return OfficialDate.day(session.opening());
    }

    /** Once a year at least: no calendar year without a session between this one and the one before. */
    private Optional<Limit> yearly(Session session) {
        return sessions.all().stream()
                .filter(other ->
                        other.body().equals(session.body()) && other.opening().isBefore(session.opening()))
                .map(Session::opening)
                .max(Comparator.naturalOrder())
                .map(before -> new Limit(
                        Phrase.of(
                                "congress.limit-yearly",
                                "before",
                                OfficialDate.day(before),
                                "opening",
                                opening(session)),
                        session.opening().getYear() - before.getYear() <= 1,
                        YEARLY));
    }

    /** Within two months of the election, which was over when the last mandate of the roster began. */
    private Optional<Limit> first(Session session) {
        return bodies.membersOf(session.body()).stream()
                .map(Member::from)
                .max(Comparator.naturalOrder())
                .map(elected -> {
                    LocalDate until = elected.plusMonths(FIRST_MONTHS);
                    return new Limit(
                            Phrase.of(
                                    "congress.limit-first",
                                    "elected",
                                    OfficialDate.day(elected),
                                    "until",
                                    OfficialDate.day(until),
                                    "opening",
                                    opening(session)),
                            !session.opening().isAfter(until),
                            FIRST);
                });
    }

    /** Convened, which is announced, one month before the opening; until it is convened, today counts. */
    private Limit notice(Session session) {
        LocalDate until = session.opening().minusMonths(NOTICE_MONTHS);
        Optional<LocalDate> convened = sessions.entered(session.id()).stream()
                .filter(entered -> entered.state() == Session.State.CONVENED)
                .map(entered -> LocalDate.ofInstant(entered.at(), PlatformClock.SHANGHAI))
                .findFirst();
        Phrase says = convened.map(day -> Phrase.of(
                        "congress.limit-notice",
                        "convened",
                        OfficialDate.day(day),
                        "opening",
                        opening(session),
                        "until",
                        OfficialDate.day(until)))
                .orElseGet(() -> Phrase.of(
                        "congress.limit-notice-open", "opening", opening(session), "until", OfficialDate.day(until)));
        LocalDate day = convened.orElseGet(() -> LocalDate.ofInstant(clock.instant(), PlatformClock.SHANGHAI));
        return new Limit(says, !day.isAfter(until), NOTICE);
    }

    /** Eight to ten in a hundred of all deputies: at least 8 %, at most 10 %, the numbers themselves included. */
    private Optional<Limit> presidium(Session session) {
        int size = sessions.seats(session.id(), Office.PRESIDIUM).size();
        int due = bodies.due(session.body(), clock.instant());
        if (size == 0 || due == 0) {
            return Optional.empty();
        }
        int least = Math.ceilDiv(due * LEAST_PERCENT, 100);
        int most = due * MOST_PERCENT / 100;
        int tenths = Math.floorDiv(2 * 1_000 * size + due, 2 * due);
        return Optional.of(new Limit(
                Phrase.of(
                        "congress.limit-presidium",
                        "size",
                        size,
                        "due",
                        due,
                        "share",
                        tenths / 10 + "." + tenths % 10,
                        "least",
                        least,
                        "most",
                        most),
                size >= least && size <= most,
                PRESIDIUM));
    }
}
