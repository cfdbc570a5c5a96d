package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** Sittings, sign-in and the roll. Every change is recorded as {@code Caller.current()}. */
public interface Sittings {

    /** A sitting to be scheduled; see {@link Sitting} for the fields. */
    record NewSitting(
            String id,
            String body,
            String subject,
            Sitting.Kind kind,
            int number,
            Bilingual name,
            String hall,
            Instant plannedAt) {}

    Sitting schedule(NewSitting sitting);

    Optional<Sitting> byId(String id);

    /** Sittings of a subject (a session), in planned order. */
    List<Sitting> ofSubject(String subject);

    List<Sitting> ofBody(String body);

    Ruling<Sitting> namePresiding(String id, String presiding);

    Ruling<Sitting> openSignIn(String id);

    /** Opens the sitting; refuses without quorum (with numbers and article) and without somebody presiding. */
    Ruling<Sitting> open(String id);

    Ruling<Sitting> pause(String id);

    Ruling<Sitting> resume(String id);

    /**
     * A vote is wanted: an open sitting that has lost its quorum pauses by a recorded act with the numbers; in every
     * other case nothing happens. It goes on by {@link #resume}, once the quorum is back.
     */
    void pauseWithoutQuorum(String id);

    Ruling<Sitting> close(String id);

    /** Declares the sitting inquorate and postpones it. */
    Ruling<Sitting> postpone(String id, Instant plannedAt);

    /** Takes a batch of gate events, 1..1,000; answers each in the order given. Durable when it returns. */
    List<SignInReceipt> signIn(String sitting, List<SignInEvent> events);

    /** Signs somebody in or out by hand (补签); counts the same; the reason is recorded. */
    SignInReceipt signInByHand(String sitting, String credential, SignInEvent.Direction direction, String reason);

    Ruling<Member> grantLeave(String sitting, String memberNumber, String reason);

    /** The roll at any instant, past or present. */
    Roll roll(String sitting, Instant at);

    /** The roll now. */
    Roll roll(String sitting);

    List<Roll.OfGroup> rollByGroup(String sitting, Instant at);

    /** Whether this person is signed in at the sitting now. */
    boolean present(String sitting, UUID person);

    /** Numbers of the members present at an instant. */
    List<String> presentMembers(String sitting, Instant at);

    /** Distinct members who were present at any time. */
    int everPresent(String sitting);

    List<AttendanceEntry> log(String sitting, int limit);

    /** The title of a choice by ranking or an appraisal that is open, or closed and not declared yet. */
    Optional<Bilingual> secretVoteOpen(String sitting);
}
