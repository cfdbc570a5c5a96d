package org.yicheng.livelihood.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.livelihood.Project;
import org.yicheng.rule.Ruling;

/** Chosen projects while they are carried out. Every change is recorded as {@code Caller.current()}. */
public interface Deliveries {

    int MOST_MILESTONES = 50;
    int MOST_SOURCES = 20;
    int MOST_CONTRACTS = 100;
    int LONGEST_NAME = 100;
    int LONGEST_TEXT = 2_000;

    /** A step to be planned. */
    record Step(String name, int weight, LocalDate planned) {}

    /** Publishes a plan: weights make 100, no step ends after the deadline. Opens the project's book with its money. */
    Ruling<Delivery> plan(UUID round, Delivery.Plan plan, List<Step> steps);

    /** The same for a project of the round that the deputies chose; in a round with a ballot there are no others. */
    Ruling<Delivery> planChosen(UUID round, UUID project, Delivery.Plan plan, List<Step> steps);

    /** Projects that the ballot of a round chose and that have no plan yet, by number. */
    List<Project> unplanned(UUID round);

    Optional<Delivery> byId(UUID id);

    /** By number. */
    List<Delivery> ofRound(UUID round);

    /** A milestone was reached; with the last one the project is done. */
    Ruling<Delivery> reach(UUID id, int milestone, LocalDate day, String note);

    /** @param sum in fen */
    record NewContract(String name, String contractor, String document, long sum) {}

    /** A contract; all sums together stay within the plan's money. */
    Ruling<Delivery> contract(UUID id, NewContract contract);

    /**
     * @param amount in fen
     * @param document the order to pay
     * @param key the same key pays once
     */
    record Payment(long amount, LocalDate day, String document, String key) {}

    /** Pays on a contract, never above its sum. */
    Ruling<Delivery> pay(UUID id, int contract, Payment payment);

    /**
     * What the standing committee decided.
     *
     * @param question declared and adopted, of a standing committee of the round's congress
     * @param deadline the new one; open milestones move by as many days
     * @param contract whose sum becomes {@code sum}, in fen
     */
    record Decided(
            UUID question,
            Delivery.Kind kind,
            String text,
            Optional<LocalDate> deadline,
            Optional<Integer> contract,
            Optional<Long> sum) {}

    /** What the standing committee adopted and this project does not carry out yet, the latest first. */
    List<Question> decidable(UUID id);

    /** Carries out what the standing committee decided; nothing else changes, suspends or ends a project (SNL 18). */
    Ruling<Delivery> decide(UUID id, Decided decided);

    /** Accepts what is done and names who looks after it. */
    Ruling<Delivery> accept(UUID id, String document, String aftercare);
}
