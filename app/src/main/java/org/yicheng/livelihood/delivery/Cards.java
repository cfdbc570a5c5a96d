package org.yicheng.livelihood.delivery;

import java.time.LocalDate;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** The cards of projects. Every change is recorded as {@code Caller.current()}. */
public interface Cards {

    int MOST_ASSISTING = 20;
    int MOST_SITES = 50;
    int MOST_YEARS = 10;
    int MOST_RISKS = 100;
    int MOST_REPORTS = 200;
    int LONGEST_PERSON = 40;

    /** Empty until something is entered. */
    Card of(UUID delivery);

    /**
     * Enters the basics anew.
     *
     * @param basedOn the version its author saw; refused as stale when somebody changed them meanwhile
     */
    Ruling<Card> describe(UUID delivery, int basedOn, Card.Basics basics);

    /** @param found on which day, today or earlier */
    record NewRisk(String risk, String measure, LocalDate found) {}

    Ruling<Card> risk(UUID delivery, NewRisk risk);

    /** A risk is over, or has come true and is dealt with. */
    Ruling<Card> close(UUID delivery, int risk, LocalDate closed, String outcome);

    /** @param percent 0 to 100, as the organ says */
    record NewReport(LocalDate reported, int percent, String report) {}

    /** How far the work is. Not once it is accepted or terminated; never earlier than the report before. */
    Ruling<Card> report(UUID delivery, NewReport report);
}
