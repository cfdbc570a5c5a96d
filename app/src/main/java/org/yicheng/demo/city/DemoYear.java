package org.yicheng.demo.city;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Cards.NewReport;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.NewContract;
import org.yicheng.livelihood.delivery.Deliveries.Payment;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/**
 * The year after the session, invented: the organs carry out what the deputies chose. All but the last project are accepted
 * in December; that one is late, so that there is something to ask about.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoYear {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final int WHOLE = 100;

    private final DemoCity city;
    private final Personas personas;
    private final Sessions sessions;
    private final Rounds rounds;
    private final Deliveries deliveries;
    private final Cards cards;
    private final Clock clock;

    DemoYear(
            DemoCity city,
            Personas personas,
            Sessions sessions,
            Rounds rounds,
            Deliveries deliveries,
            Cards cards,
            Clock clock) {
        this.city = city;
        this.personas = personas;
        this.sessions = sessions;
        this.rounds = rounds;
        this.deliveries = deliveries;
        this.cards = cards;
        this.clock = clock;
    }

    /** Whether it can begin: the session is closed, what it chose has a plan, and nothing is done yet. */
    boolean ahead() {
        List<Delivery> all = round().map(this::planned).orElse(List.of());
        return !all.isEmpty() && all.stream().allMatch(one -> one.state() == Delivery.State.PLANNED);
    }

    private Optional<Round> round() {
        return sessions.byId(city.script().reported().session().id())
                .filter(session -> session.state() == Session.State.CLOSED)
                .flatMap(session -> rounds.ofBody(session.body()).stream()
                        .filter(round -> round.year() == session.opening().getYear())
                        .findFirst());
    }

    private List<Delivery> planned(Round round) {
        return deliveries.unplanned(round.id()).isEmpty() ? deliveries.ofRound(round.id()) : List.of();
    }

    /**
     * Plays it, and leaves the clock in December.
     *
     * @return the round whose projects were carried out
     */
    synchronized UUID play() {
        if (!ahead()) {
            throw new RefusedException(Refusal.plain("demo.year-not-ahead"));
        }
        Round round = round().orElseThrow();
        List<UUID> all =
                deliveries.ofRound(round.id()).stream().map(Delivery::id).toList();
        List<UUID> inTime = all.subList(0, all.size() - 1);
        int year = round.year();
        on(LocalDate.of(year, 3, 15), () -> all.forEach(this::contract));
        on(LocalDate.of(year, 3, 28), () -> lastYear(round).forEach(this::finish));
        on(LocalDate.of(year, 4, 28), () -> all.forEach(id -> advance(id, 1, 30)));
        on(LocalDate.of(year, 8, 30), () -> all.forEach(id -> advance(id, 2, 40)));
        on(LocalDate.of(year, 11, 28), () -> inTime.forEach(id -> advance(id, 3, 30)));
        on(LocalDate.of(year, 12, 10), () -> personas.caller("secretariat").run(() -> inTime.forEach(this::accept)));
        return round.id();
    }

    private void on(LocalDate day, Runnable acts) {
        DemoClock.set(clock, day.atTime(TEN).atZone(clock.getZone()).toInstant());
        personas.caller("builder").run(acts::run);
    }

    private Delivery of(UUID id) {
        return deliveries.byId(id).orElseThrow();
    }

    /** What is still under way of the year before. */
    private List<Delivery> lastYear(Round round) {
        return rounds.ofBody(round.body()).stream()
                .filter(one -> one.year() == round.year() - 1)
                .flatMap(one -> deliveries.ofRound(one.id()).stream())
                .filter(one -> one.state().running())
                .toList();
    }

    private void finish(Delivery delivery) {
        delivery.milestones().stream()
                .filter(one -> one.done().isEmpty())
                .forEach(one -> deliveries
                        .reach(delivery.id(), one.number(), LocalDate.now(clock), "全部完成（演示）。")
                        .orThrow());
    }

    private void contract(UUID id) {
        Delivery one = of(id);
        deliveries
                .contract(
                        id,
                        new NewContract(
                                "项目实施",
                                "演示建设公司",
                                "演示合同〔" + LocalDate.now(clock).getYear() + "〕" + one.number() + "号",
                                one.plan().budget()))
                .orThrow();
    }

    /** @param part of the contract that is paid, of {@value #WHOLE} */
    private void advance(UUID id, int milestone, int part) {
        LocalDate today = LocalDate.now(clock);
        deliveries.reach(id, milestone, today, "按方案完成（演示）。").orThrow();
        deliveries
                .pay(
                        id,
                        1,
                        new Payment(
                                of(id).plan().budget() / WHOLE * part, today, "演示付款单" + milestone, "year-" + milestone))
                .orThrow();
        cards.report(id, new NewReport(today, of(id).progress(), "已到“" + reached(id, milestone) + "”，质量和安全检查合格（演示）。"))
                .orThrow();
    }

    private String reached(UUID id, int milestone) {
        return of(id).milestones().get(milestone - 1).name();
    }

    private void accept(UUID id) {
        deliveries
                .accept(id, "演示验收单〔" + LocalDate.now(clock).getYear() + "〕" + of(id).number() + "号", "项目责任单位（演示）")
                .orThrow();
    }
}
