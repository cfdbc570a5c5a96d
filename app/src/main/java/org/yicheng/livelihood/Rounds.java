package org.yicheng.livelihood;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** The yearly rounds of congresses. Every change is recorded as {@code Caller.current()}. */
public interface Rounds {

    int LONGEST_NOTICE = 5_000;

    /** @param place id of a {@link Place} */
    record Call(int year, String place, LocalDate opens, LocalDate closes, String notice) {}

    /** Publishes a call; refused when it is shorter than the place's rule asks for. */
    Ruling<Round> call(String body, Call call);

    /** Lets a call run longer, until the end of a later day. */
    Ruling<Round> prolong(UUID id, LocalDate closes);

    Optional<Round> byId(UUID id);

    /** Latest year first. */
    List<Round> ofBody(String body);

    /** Of all bodies, those that began last first; at most 100. */
    List<Round> all();

    List<Place> places();
}
