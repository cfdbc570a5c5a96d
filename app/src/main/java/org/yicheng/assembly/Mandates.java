package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/**
 * What becomes of mandates: suspension, resumption, the end and the by-election that fills the vacancy. A change counts
 * from the instant it takes effect and no earlier: a vote keeps the N that was frozen when it opened, and votes that
 * were cast stand. Every change is recorded as {@code Caller.current()}.
 */
public interface Mandates {

    /** Why a mandate changes (Deputies Law arts. 61 and 62, in their order). */
    enum Ground {
        /** Detained in a criminal case, under investigation, prosecution or trial. */
        DETAINED,
        /** Serving a sentence that left the political rights. */
        SERVING_SENTENCE,
        /** The reason for the suspension is gone. */
        CAUSE_GONE,
        /** Moved or transferred out of the area. */
        MOVED,
        /** Resigned, or asked to resign, and accepted. */
        RESIGNED,
        /** Missed two sessions without leave. */
        ABSENT_TWICE,
        RECALLED,
        NATIONALITY_LOST,
        POLITICAL_RIGHTS_LOST,
        INCAPABLE,
        /** Ends the mandate by itself. */
        DECEASED,
        /** For bodies that are no congress: as their by-laws say. */
        BY_LAWS;

        public boolean suspends() {
            return this == DETAINED || this == SERVING_SENTENCE;
        }

        public boolean ends() {
            return !suspends() && this != CAUSE_GONE;
        }
    }

    /**
     * One change, as it stands in the register.
     *
     * @param to the status after it
     * @param decision who decided it and when, e.g. 市人大常委会第十七次会议 2024年1月10日
     * @param successor the number of the mandate that fills the vacancy, for a by-election
     */
    record Change(
            UUID id,
            String body,
            String number,
            String name,
            Member.MandateStatus to,
            Optional<Ground> ground,
            String decision,
            Instant effective,
            Instant recorded,
            Optional<String> successor) {}

    /** Suspends (DL 61): stays in N, cannot sign in. */
    Ruling<Change> suspend(String body, String number, Ground ground, Instant effective, String decision);

    /** Resumes a suspended mandate (DL 61). */
    Ruling<Change> resume(String body, String number, Instant effective, String decision);

    /**
     * Ends a mandate (DL 62): out of N from the instant on; the card is revoked, the member leaves the hall and the
     * bodies below (the presidium).
     */
    Ruling<Change> end(String body, String number, Ground ground, Instant effective, String decision);

    /**
     * A deputy elected in a by-election (EL 57): fills the vacancy of a mandate that has ended; the new card opens
     * gates at once, votes that the predecessor cast stand.
     *
     * @param card the successor's new card
     */
    Ruling<Change> succeed(
            String body, String vacated, NewMember successor, String card, Instant effective, String decision);

    /** The register, newest first. */
    List<Change> changes(String body);

    /** Mandates that ended and that nobody has filled. */
    List<Member> vacancies(String body);

    /**
     * Persons in office here who are deputies of another congress too (EL 48), for somebody to look at where the area of one
     * of the two is not entered; one directly above or below this one is no obstacle. Where both areas are known, a
     * forbidden pair is refused on entering ({@link OtherMandates}).
     */
    List<Dual> dual(String body);

    /** @param otherBody the other congress @param otherNumber the mandate there */
    record Dual(Member member, Body otherBody, String otherNumber) {}
}
