package org.yicheng.proposals;

/** What happens to filings, for those who carry them on; published in the transaction of the change. */
public sealed interface FilingEvent {

    Filing filing();

    /** It has its number. */
    record FilingRegistered(Filing filing) implements FilingEvent {}

    /** What is proposed to the presidium. */
    record FilingExamined(Filing filing) implements FilingEvent {}

    /** What the presidium decided. */
    record FilingDecided(Filing filing) implements FilingEvent {}

    /** More than half of its signers had it examined again. */
    record FilingReconsidered(Filing filing) implements FilingEvent {}

    /** Its author took it back. */
    record FilingWithdrawn(Filing filing, String reason) implements FilingEvent {}
}
