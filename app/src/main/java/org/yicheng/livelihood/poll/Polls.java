package org.yicheng.livelihood.poll;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/**
 * Residents' polls, one a round at most. Every change is recorded as {@code Caller.current()}; what stands on a ballot is
 * not in the record, nor anything by which a ballot could be found.
 */
public interface Polls {

    int LEAST_DAYS = 3;
    int MOST_DAYS = 60;
    int MOST_DISTRICTS = 40;
    int LONGEST_DISTRICT = 20;
    int MOST_BALLOTS = 50_000;
    /** Fewer ballots than this are not made public: they would tell what single residents want. */
    int LEAST_PUBLIC = 5;

    /** @param code with which the ballot is looked at, changed and taken back; told once, its digest alone is kept */
    record Cast(Poll poll, Marks marks, String code) {}

    /** Opens a poll on the round's candidates, or sets other terms until the first ballot. */
    Ruling<Poll> set(UUID round, Poll.Terms terms);

    Optional<Poll> of(UUID round);

    /** By a resident, from the first to the last day. */
    Ruling<Cast> cast(UUID round, Marks marks);

    /** By a clerk: a paper ballot that was put in at a deputies' station on a day of the poll. */
    Ruling<Cast> enter(UUID round, LocalDate came, Marks marks);

    /** The ballot of a receipt, however its code is written. */
    Optional<Marks> byCode(UUID round, String code);

    /** Puts another ballot in the place of one, until the last day. */
    Ruling<Cast> change(UUID round, String code, Marks marks);

    /** Takes a ballot back, until the last day; nothing of it is kept. */
    Ruling<Poll> takeBack(UUID round, String code);

    /** Ends the poll once its last day is gone: its ballots stand, its result is public, every rule is counted. */
    Ruling<Poll> close(UUID round);

    /** Once it is closed. */
    Optional<Advice> advice(UUID round);
}
