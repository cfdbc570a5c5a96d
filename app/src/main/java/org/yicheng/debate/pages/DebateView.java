package org.yicheng.debate.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Sitting;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Speech;
import org.yicheng.debate.Speeches;
import org.yicheng.web.Faults;
import org.yicheng.web.Shell;

/**
 * A sitting's debate as its chair, its members and everybody see it.
 *
 * @param now the platform's clock, for the countdowns
 * @param current the item under debate
 * @param motions before the assembly, as far as the caller may read them
 */
public record DebateView(
        Sitting sitting,
        boolean demo,
        DebateRules rules,
        Instant now,
        List<AgendaItem> agenda,
        Optional<AgendaItem> current,
        List<Speech> floor,
        List<Speech> queue,
        List<Speech> heard,
        List<Speeches.Account> accounts,
        List<Motion> motions,
        Faults faults) {

    public Optional<AgendaItem> next() {
        return agenda.stream()
                .filter(item -> item.state() == AgendaItem.State.PLANNED && item.kind() != AgendaItem.Kind.BREAK)
                .findFirst();
    }

    public Optional<Motion> motion(AgendaItem item) {
        return item.motion()
                .flatMap(id -> motions.stream()
                        .filter(motion -> motion.id().equals(id))
                        .findFirst());
    }

    public List<AgendaItem> byConsent() {
        return agenda.stream().filter(AgendaItem::byConsent).toList();
    }

    /** The member's own requests that wait. */
    public List<Speech> own(Optional<UUID> person) {
        return queue.stream()
                .filter(speech -> person.filter(speech.person()::equals).isPresent())
                .toList();
    }

    /** Who waits, the newest points of order aside. */
    public int place(Speech speech) {
        return queue.indexOf(speech) + 1;
    }

    public Duration left(Speech speech) {
        return speech.clock().left(now);
    }

    /** 9:05, with a minus when over time. */
    public static String minutes(Duration left) {
        long seconds = Math.abs(left.toSeconds());
        return (left.isNegative() && seconds > 0 ? "−" : "") + seconds / 60 + ":" + "%02d".formatted(seconds % 60);
    }

    public static String minutes(long seconds) {
        return minutes(Duration.ofSeconds(seconds));
    }

    public String side(Shell shell, Speech speech) {
        return shell.say(
                speech.kind() == Speech.Kind.SPEECH ? "debate.side-" + speech.side() : "debate.kind-" + speech.kind());
    }
}
