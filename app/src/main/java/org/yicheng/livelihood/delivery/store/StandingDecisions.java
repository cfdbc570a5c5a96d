package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.DeliveryRules.CHANGE;
import static org.yicheng.livelihood.delivery.store.DeliveryRules.DELIVERY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Decided;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Contract;
import org.yicheng.livelihood.delivery.Delivery.Kind;
import org.yicheng.livelihood.delivery.Delivery.State;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** Whether a standing committee decided, and whether what it decided can be carried out. */
@Component
class StandingDecisions {

    private final Questions questions;
    private final Bodies bodies;
    private final Rounds rounds;
    private final Clock clock;

    StandingDecisions(Questions questions, Bodies bodies, Rounds rounds, Clock clock) {
        this.questions = questions;
        this.bodies = bodies;
        this.rounds = rounds;
        this.clock = clock;
    }

    List<Refusal> against(Delivery delivery, Decided decided) {
        List<Refusal> reasons = new ArrayList<>();
        DeliveryRules.words(reasons, "text", decided.text(), Deliveries.LONGEST_TEXT);
        if (adopted(delivery).noneMatch(one -> one.id().equals(decided.question()))) {
            reasons.add(Refusal.at(
                    "question",
                    CHANGE,
                    "livelihood.delivery-undecided",
                    "value",
                    decided.question().toString()));
        }
        delivery.decisions().stream()
                .filter(one -> one.question().equals(decided.question()))
                .findFirst()
                .ifPresent(one -> reasons.add(Refusal.at(
                        "question",
                        DELIVERY,
                        "livelihood.delivery-decided",
                        "n",
                        one.number(),
                        "day",
                        OfficialDate.day(one.day()))));
        boolean fits = decided.kind() == Kind.RESUME
                ? delivery.state() == State.SUSPENDED
                : delivery.state().running()
                        || (decided.kind() == Kind.TERMINATE && delivery.state() == State.SUSPENDED);
        if (!fits) {
            reasons.add(Refusal.by(
                    DELIVERY,
                    "livelihood.delivery-stands",
                    "state",
                    Phrase.of("livelihood.delivery-is-" + delivery.state())));
        }
        changes(delivery, decided).ifPresent(reasons::add);
        return reasons;
    }

    /** What the standing committee of the project's congress adopted, ever. */
    private Stream<Question> adopted(Delivery delivery) {
        String congress = rounds.byId(delivery.round()).orElseThrow().body();
        return bodies.childrenOf(congress).stream()
                .filter(body -> body.kind() == Body.Kind.STANDING_COMMITTEE)
                .flatMap(body -> questions.adopted(body.id()).stream());
    }

    /** Of those, the ones that the project's decisions do not rest on yet. */
    List<Question> open(Delivery delivery) {
        List<UUID> carried =
                delivery.decisions().stream().map(Delivery.Decision::question).toList();
        return adopted(delivery).filter(one -> !carried.contains(one.id())).toList();
    }

    /** A later deadline and another contract sum belong to a change, and the sum must fit the money. */
    private Optional<Refusal> changes(Delivery delivery, Decided decided) {
        if (decided.kind() != Kind.CHANGE
                && (decided.deadline().isPresent() || decided.contract().isPresent())) {
            return Optional.of(Refusal.at("kind", DELIVERY, "livelihood.delivery-only-change"));
        }
        LocalDate today = LocalDate.now(clock);
        if (decided.deadline().filter(day -> day.isBefore(today)).isPresent()) {
            return Optional.of(Refusal.at(
                    "deadline",
                    DELIVERY,
                    "livelihood.delivery-past",
                    "day",
                    OfficialDate.day(decided.deadline().get()),
                    "today",
                    OfficialDate.day(today)));
        }
        if (decided.contract().isPresent() != decided.sum().isPresent()
                || decided.contract()
                        .filter(number ->
                                number < 1 || number > delivery.contracts().size())
                        .isPresent()) {
            return Optional.of(Refusal.at(
                    "contract",
                    DELIVERY,
                    "livelihood.delivery-contract-and-sum",
                    "n",
                    delivery.contracts().size()));
        }
        return decided.sum().flatMap(sum -> {
            int number = decided.contract().orElseThrow();
            long others = delivery.contracts().stream()
                    .filter(one -> one.number() != number)
                    .mapToLong(Contract::sum)
                    .sum();
            return DeliveryRules.withinMoney(delivery, others, sum);
        });
    }

    /** Where a decision takes a project; a change leaves it where it is. */
    Optional<State> state(Delivery delivery, Kind kind) {
        return switch (kind) {
            case CHANGE -> Optional.empty();
            case SUSPEND -> Optional.of(State.SUSPENDED);
            case TERMINATE -> Optional.of(State.TERMINATED);
            case RESUME ->
                Optional.of(
                        delivery.contracts().isEmpty() && delivery.progress() == 0 ? State.PLANNED : State.UNDER_WAY);
        };
    }

    /** The day on which it was declared. */
    LocalDate day(UUID question) {
        return questions
                .byId(question)
                .flatMap(Question::declared)
                .map(at -> at.atZone(clock.getZone()).toLocalDate())
                .orElseThrow();
    }

    /** The decision as the ledger names it. */
    String reference(UUID question) {
        String title = questions.byId(question).orElseThrow().title().zh();
        return title.substring(0, Math.min(title.length(), 150)) + "（"
                + OfficialDate.day(day(question)).zh() + "）";
    }
}
