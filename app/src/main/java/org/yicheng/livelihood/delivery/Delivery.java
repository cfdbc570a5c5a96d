package org.yicheng.livelihood.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A chosen project while it is carried out.
 *
 * @param number within its round
 * @param plan as published (SNL 17), with the deadline as it was last decided
 * @param book of the ledger, in fen
 * @param accepted document of the acceptance, empty until then
 * @param aftercare who looks after what was built, empty until accepted
 */
public record Delivery(
        UUID id,
        UUID round,
        int number,
        Plan plan,
        UUID book,
        State state,
        List<Milestone> milestones,
        List<Contract> contracts,
        List<Decision> decisions,
        String accepted,
        String aftercare,
        boolean demo) {

    public Delivery {
        milestones = List.copyOf(milestones);
        contracts = List.copyOf(contracts);
        decisions = List.copyOf(decisions);
    }

    /** SUSPENDED and TERMINATED only by a decision of the standing committee. */
    public enum State {
        PLANNED,
        UNDER_WAY,
        SUSPENDED,
        TERMINATED,
        DONE,
        ACCEPTED,
        /** The deputies rated it. */
        EVALUATED,
        /** Its owner looks after it. */
        AFTERCARE;

        /** Whether it was accepted, whatever came after. */
        public boolean accepted() {
            return compareTo(ACCEPTED) >= 0;
        }

        /** Whether work and payments go on. */
        public boolean running() {
            return this == PLANNED || this == UNDER_WAY;
        }
    }

    /**
     * The implementation plan.
     *
     * @param chosen announcement of the ballot's result
     * @param organ id of the organ that carries it out
     * @param goal what will be there, measured: {@code amount} of {@code unit}
     */
    public record Plan(
            String title,
            String chosen,
            String organ,
            Goal goal,
            LocalDate deadline,
            List<Source> sources,
            String safeguards) {

        public Plan {
            sources = List.copyOf(sources);
        }

        /** All sources together, in fen. */
        public long budget() {
            return sources.stream().mapToLong(Source::amount).sum();
        }
    }

    /** 新增停车位5000个. */
    public record Goal(String text, long amount, String unit) {}

    /** @param amount in fen */
    public record Source(String name, long amount) {}

    /**
     * A step of the work.
     *
     * @param weight its share of the whole, in points of 100
     * @param done the day on which it was finished
     */
    public record Milestone(
            int number, String name, int weight, LocalDate planned, Optional<LocalDate> done, String note) {}

    /**
     * @param account of the ledger
     * @param sum at most so much is paid, in fen
     * @param paid in fen
     */
    public record Contract(
            int number, String name, String contractor, String document, UUID account, long sum, long paid) {}

    /** What the standing committee decides about a project. */
    public enum Kind {
        CHANGE,
        SUSPEND,
        RESUME,
        TERMINATE
    }

    /** @param question of the assembly, adopted */
    public record Decision(int number, UUID question, Kind kind, String text, LocalDate day) {}

    /** As records and the library name it. */
    public String subject() {
        return "livelihood-delivery:" + id;
    }

    /** The weights of the milestones that are done: 0 to 100. */
    public int progress() {
        return milestones.stream()
                .filter(one -> one.done().isPresent())
                .mapToInt(Milestone::weight)
                .sum();
    }

    /** In fen. */
    public long paid() {
        return contracts.stream().mapToLong(Contract::paid).sum();
    }
}
