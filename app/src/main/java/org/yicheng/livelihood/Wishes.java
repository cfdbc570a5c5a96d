package org.yicheng.livelihood;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** Wishes of a round. Every change is recorded as {@code Caller.current()}; texts and contacts are not in the record. */
public interface Wishes {

    int LEAST_TITLE = 4;
    int LONGEST_TITLE = 50;
    int LEAST_TEXT = 10;
    int LONGEST_TEXT = 1_000;
    int LONGEST_WHERE = 100;
    int LONGEST_CONTACT = 100;
    int LONGEST_REASON = 300;
    int MOST_IN_A_ROUND = 100_000;

    /** What is asked for. */
    record Draft(String title, String text, String where, String contact) {}

    /**
     * A wish and the code with which whoever asked looks it up; the code is not kept, only its digest, so it is told once.
     */
    record Submitted(Wish wish, String code) {}

    /** From the public form, while the call is open. */
    Ruling<Submitted> submit(UUID round, Draft draft);

    /** By a clerk, as it came by another way; it came on a day of the call. */
    Ruling<Submitted> enter(UUID round, Wish.Channel channel, LocalDate came, Draft draft);

    Optional<Wish> byId(UUID id);

    /** By the code of its receipt, however it is written. */
    Optional<Wish> byCode(String code);

    Ruling<Wish> accept(UUID id);

    Ruling<Wish> refuse(UUID id, String reason);

    /** Lets a wish stand together with an accepted one of the same round; it is accepted with it. */
    Ruling<Wish> join(UUID id, UUID lead);

    /** Lets it stand for itself again. */
    Ruling<Wish> part(UUID id);

    /** How to reach who asked; that it was looked at is recorded. */
    Ruling<String> contact(UUID id);

    /** @param state empty: all of them */
    record Asked(Optional<Wish.State> state, boolean leadsOnly) {
        /** What everybody may read, each group once. */
        public static final Asked PUBLIC = new Asked(Optional.of(Wish.State.ACCEPTED), true);
    }

    /** In the order in which they came. */
    List<Wish> of(UUID round, Asked asked, long offset, int limit);

    long count(UUID round, Asked asked);

    /** Those that stand together with one. */
    List<Wish> joinedTo(UUID lead);
}
