package org.yicheng.livelihood.delivery.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.NewContract;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Milestone;
import org.yicheng.livelihood.delivery.Delivery.Plan;
import org.yicheng.livelihood.delivery.Delivery.Source;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against a plan and its course, every reason at once. */
final class DeliveryRules {

    /** Shaanxi: the plan names department, goal, deadline, money and safeguards, and is public. */
    static final Citation PLAN = Citation.of(Law.SHAANXI_LIVELIHOOD, 17);
    /** Shaanxi: material change, suspension, termination are decided by the standing committee. */
    static final Citation CHANGE = Citation.of(Law.SHAANXI_LIVELIHOOD, 18);

    static final Citation DELIVERY = Citation.of(Law.PRODUCT, "livelihood.delivery");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_TITLE = 80;
    private static final int WHOLE = 100;

    private DeliveryRules() {}

    /** A name stands on one line, a longer text may have several. */
    static void words(List<Refusal> reasons, String field, String value, int most) {
        String line = most == Deliveries.LONGEST_TEXT ? value.replaceAll("[\\r\\n\\t]", " ") : value;
        if (value.isBlank()
                || value.codePointCount(0, value.length()) > most
                || CONTROL.matcher(line).find()) {
            reasons.add(Refusal.at(field, "livelihood.delivery-words", "most", most));
        }
    }

    static List<Refusal> againstPlan(Plan plan, List<Step> steps, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        words(reasons, "title", plan.title(), LONGEST_TITLE);
        words(reasons, "chosen", plan.chosen(), Deliveries.LONGEST_NAME);
        words(reasons, "goal", plan.goal().text(), Deliveries.LONGEST_TEXT);
        words(reasons, "unit", plan.goal().unit(), Deliveries.LONGEST_NAME);
        words(reasons, "safeguards", plan.safeguards(), Deliveries.LONGEST_TEXT);
        if (plan.goal().amount() < 1) {
            reasons.add(Refusal.at("amount", PLAN, "livelihood.delivery-goal"));
        }
        if (plan.deadline().isBefore(today)) {
            reasons.add(Refusal.at(
                    "deadline",
                    PLAN,
                    "livelihood.delivery-past",
                    "day",
                    OfficialDate.day(plan.deadline()),
                    "today",
                    OfficialDate.day(today)));
        }
        againstMoney(plan.sources()).ifPresent(reasons::add);
        reasons.addAll(againstSteps(plan, steps));
        return reasons;
    }

    private static Optional<Refusal> againstMoney(List<Source> sources) {
        boolean sound = !sources.isEmpty()
                && sources.size() <= Deliveries.MOST_SOURCES
                && sources.stream()
                        .allMatch(one -> !one.name().isBlank()
                                && one.name().length() <= Deliveries.LONGEST_NAME
                                && one.amount() > 0
                                && one.amount() <= Unit.MOST / Deliveries.MOST_SOURCES);
        return sound
                ? Optional.empty()
                : Optional.of(
                        Refusal.at("sources", PLAN, "livelihood.delivery-sources", "most", Deliveries.MOST_SOURCES));
    }

    private static List<Refusal> againstSteps(Plan plan, List<Step> steps) {
        if (steps.isEmpty() || steps.size() > Deliveries.MOST_MILESTONES) {
            return List.of(Refusal.at(
                    "steps", PLAN, "livelihood.delivery-steps", "n", steps.size(), "most", Deliveries.MOST_MILESTONES));
        }
        List<Refusal> reasons = new ArrayList<>();
        int sum = 0;
        for (Step step : steps) {
            words(reasons, "steps", step.name(), Deliveries.LONGEST_NAME);
            sum += step.weight();
            if (step.planned().isAfter(plan.deadline())) {
                reasons.add(Refusal.at(
                        "steps",
                        PLAN,
                        "livelihood.delivery-step-late",
                        "name",
                        step.name(),
                        "day",
                        OfficialDate.day(step.planned()),
                        "deadline",
                        OfficialDate.day(plan.deadline())));
            }
        }
        if (sum != WHOLE || steps.stream().anyMatch(step -> step.weight() < 1)) {
            reasons.add(Refusal.at("steps", DELIVERY, "livelihood.delivery-weights", "sum", sum));
        }
        return reasons;
    }

    /** Whether work, contracts and payments go on. */
    static Optional<Refusal> notRunning(Delivery delivery) {
        return delivery.state().running()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        DELIVERY,
                        "livelihood.delivery-stands",
                        "state",
                        Phrase.of("livelihood.delivery-is-" + delivery.state())));
    }

    static List<Refusal> againstReaching(Delivery delivery, int number, LocalDate day, LocalDate today) {
        List<Refusal> reasons = new ArrayList<>();
        notRunning(delivery).ifPresent(reasons::add);
        Optional<Milestone> milestone = delivery.milestones().stream()
                .filter(one -> one.number() == number)
                .findFirst();
        if (milestone.isEmpty()) {
            reasons.add(Refusal.plain("livelihood.milestone.unknown", "value", number));
        }
        milestone
                .flatMap(Milestone::done)
                .ifPresent(done -> reasons.add(Refusal.by(
                        DELIVERY, "livelihood.delivery-reached", "n", number, "day", OfficialDate.day(done))));
        if (day.isAfter(today)) {
            reasons.add(Refusal.at("day", DELIVERY, "livelihood.delivery-ahead", "day", OfficialDate.day(day)));
        }
        return reasons;
    }

    static List<Refusal> againstContract(Delivery delivery, NewContract contract) {
        List<Refusal> reasons = new ArrayList<>();
        notRunning(delivery).ifPresent(reasons::add);
        words(reasons, "name", contract.name(), Deliveries.LONGEST_NAME);
        words(reasons, "contractor", contract.contractor(), Deliveries.LONGEST_NAME);
        words(reasons, "document", contract.document(), Deliveries.LONGEST_NAME);
        if (delivery.contracts().size() >= Deliveries.MOST_CONTRACTS) {
            reasons.add(Refusal.by(DELIVERY, "livelihood.contracts-full", "most", Deliveries.MOST_CONTRACTS));
        }
        long others =
                delivery.contracts().stream().mapToLong(Delivery.Contract::sum).sum();
        withinMoney(delivery, others, contract.sum()).ifPresent(reasons::add);
        return reasons;
    }

    /** All contracts together cost no more than there is. */
    static Optional<Refusal> withinMoney(Delivery delivery, long others, long sum) {
        long left = delivery.plan().budget() - others;
        return sum > 0 && sum <= left
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "sum",
                        DELIVERY,
                        "livelihood.delivery-money",
                        "sum",
                        Unit.CNY.text(sum),
                        "budget",
                        Unit.CNY.text(delivery.plan().budget()),
                        "left",
                        Unit.CNY.text(left)));
    }
}
