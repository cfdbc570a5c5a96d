package org.yicheng.debate.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Speech;

/**
 * Who speaks next. In this order: those the chair has placed; replies; who has not yet spoken on the item; the other
 * side than the last speech; the delegation heard least; who asked first.
 */
public final class SpeakersQueue {

    private SpeakersQueue() {}

    /** Somebody who waits or has spoken. {@code place} = set by the chair, 0 if not; {@code arrival} = order of asking. */
    public record Asked(
            UUID id, Speech.Kind kind, Speech.Side side, String member, String group, int place, long arrival) {}

    /** The order of those who wait, given those who have spoken on the item, oldest first. */
    public static List<Asked> order(List<Asked> waiting, List<Asked> heard, DebateRules.Speeches rules) {
        Map<String, Integer> spoken = new HashMap<>();
        Map<String, Integer> ofGroup = new HashMap<>();
        Optional<Speech.Side> last = Optional.empty();
        for (Asked speech : heard) {
            last = count(speech, spoken, ofGroup, last);
        }
        List<Asked> left = new ArrayList<>(waiting);
        List<Asked> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Asked next = Collections.min(left, comparator(spoken, ofGroup, last, rules));
            left.remove(next);
            order.add(next);
            last = count(next, spoken, ofGroup, last);
        }
        return order;
    }

    private static Optional<Speech.Side> count(
            Asked speech, Map<String, Integer> spoken, Map<String, Integer> ofGroup, Optional<Speech.Side> last) {
        if (speech.kind() != Speech.Kind.SPEECH) {
            return last;
        }
        spoken.merge(speech.member(), 1, Integer::sum);
        ofGroup.merge(speech.group(), 1, Integer::sum);
        return speech.side() == Speech.Side.NEUTRAL ? last : Optional.of(speech.side());
    }

    private static Comparator<Asked> comparator(
            Map<String, Integer> spoken,
            Map<String, Integer> ofGroup,
            Optional<Speech.Side> last,
            DebateRules.Speeches rules) {
        return Comparator.comparingInt((Asked each) -> each.place() == 0 ? Integer.MAX_VALUE : each.place())
                .thenComparing(each -> each.kind() != Speech.Kind.REPLY)
                .thenComparing(each -> rules.firstSpeakersFirst() ? spoken.getOrDefault(each.member(), 0) : 0)
                .thenComparing(each -> rules.alternateSides()
                        && last.filter(side -> side == each.side()).isPresent())
                .thenComparing(each -> rules.spreadGroups() ? ofGroup.getOrDefault(each.group(), 0) : 0)
                .thenComparingLong(Asked::arrival);
    }
}
