package org.yicheng.proposals;

/** What happens to filings, for those who carry them on; published in the transaction of the change. */
public sealed interface FilingEvent {

    Filing filing();

    /** It has its number. */
    record FilingRegistered(Filing filing) implements FilingEvent {}

    /** Its author took it back. */
    record FilingWithdrawn(Filing filing, String reason) implements FilingEvent {}
}
