package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.DeliveryRules.CHANGE;
import static org.yicheng.livelihood.delivery.store.DeliveryRules.DELIVERY;
import static org.yicheng.livelihood.delivery.store.DeliveryRules.PLAN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Question;
import org.yicheng.ledger.Account;
import org.yicheng.ledger.Account.Kind;
import org.yicheng.ledger.Account.Limits;
import org.yicheng.ledger.Book;
import org.yicheng.ledger.Books;
import org.yicheng.ledger.Ledger;
import org.yicheng.ledger.Posting;
import org.yicheng.ledger.Posting.Line;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Contract;
import org.yicheng.livelihood.delivery.Delivery.Milestone;
import org.yicheng.livelihood.delivery.Delivery.Plan;
import org.yicheng.party.Organs;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Carries projects out; money moves in the ledger, in the same transaction. */
@Component
class JdbcDeliveries implements Deliveries {

    /** Accounts of a project's book: its money, where it comes from, what was paid on each contract. */
    private static final String FUNDS = "1001";

    private static final String SOURCE = "4001.";
    private static final String PAID = "5001.";

    /** Product rule: a project is carried out because the deputies chose it. */
    private static final Citation CHOICE = Citation.of(Law.PRODUCT, "livelihood.ballot");

    private final DeliveryRows rows;
    private final Ballots ballots;
    private final Projects projects;
    private final StandingDecisions decisions;
    private final Rounds rounds;
    private final Organs organs;
    private final Ledger ledger;
    private final Books books;
    private final DeliveryActs acts;
    private final Clock clock;

    JdbcDeliveries(
            DeliveryRows rows,
            Ballots ballots,
            Projects projects,
            StandingDecisions decisions,
            Rounds rounds,
            Organs organs,
            Ledger ledger,
            Books books,
            DeliveryActs acts,
            Clock clock) {
        this.rows = rows;
        this.ballots = ballots;
        this.projects = projects;
        this.decisions = decisions;
        this.rounds = rounds;
        this.organs = organs;
        this.ledger = ledger;
        this.books = books;
        this.acts = acts;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public Optional<Delivery> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public List<Delivery> ofRound(UUID round) {
        return rows.ofRound(round);
    }

    @Override
    public List<Question> decidable(UUID id) {
        return rows.byId(id).map(decisions::open).orElse(List.of());
    }

    private static <T> Ruling<T> unknown(UUID id) {
        return Ruling.refused(Refusal.plain("livelihood.delivery.unknown", "value", id.toString()));
    }

    @Override
    @Transactional
    public Ruling<Delivery> plan(UUID round, Plan plan, List<Step> steps) {
        Optional<Round> in = rounds.byId(round);
        if (in.isEmpty()) {
            return Ruling.refused(Refusal.plain("livelihood.round.unknown", "value", round.toString()));
        }
        return ballots.of(round).isEmpty()
                ? planned(in.get(), Optional.empty(), plan, steps)
                : Ruling.refused(Refusal.by(
                        CHOICE, "livelihood.delivery-of-round", "year", in.get().year()));
    }

    @Override
    @Transactional
    public Ruling<Delivery> planChosen(UUID round, UUID id, Plan plan, List<Step> steps) {
        Optional<Project> project = projects.byId(id).filter(one -> one.round().equals(round));
        return project.isEmpty()
                ? Ruling.refused(Refusal.plain("livelihood.project.unknown", "value", id.toString()))
                : planned(rounds.byId(round).orElseThrow(), project, plan, steps);
    }

    @Override
    public List<Project> unplanned(UUID round) {
        Set<UUID> planned = rows.planned(round);
        return projects.of(round).stream()
                .filter(project -> project.state() == Project.State.CHOSEN && !planned.contains(project.id()))
                .toList();
    }

    private List<Refusal> againstChoice(Project project) {
        List<Refusal> reasons = new ArrayList<>();
        if (project.state() != Project.State.CHOSEN) {
            reasons.add(Refusal.by(
                    CHOICE,
                    "livelihood.delivery-not-chosen",
                    "title",
                    project.title(),
                    "state",
                    Phrase.of("livelihood.project-is-" + project.state())));
        }
        rows.ofProject(project.id())
                .ifPresent(number -> reasons.add(
                        Refusal.by(CHOICE, "livelihood.delivery-planned", "title", project.title(), "number", number)));
        return reasons;
    }

    private Ruling<Delivery> planned(Round in, Optional<Project> project, Plan plan, List<Step> steps) {
        UUID round = in.id();
        List<Refusal> reasons = new ArrayList<>(DeliveryRules.againstPlan(plan, steps, today()));
        project.map(this::againstChoice).ifPresent(reasons::addAll);
        if (organs.byId(plan.organ()).isEmpty()) {
            reasons.add(Refusal.at("organ", PLAN, "livelihood.delivery-organ", "value", plan.organ()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        int number = rows.next(round);
        UUID book = opened(id, in, number, plan);
        rows.insert(
                new Delivery(
                        id,
                        round,
                        number,
                        plan,
                        book,
                        Delivery.State.PLANNED,
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "",
                        in.demo()),
                steps);
        project.ifPresent(one -> rows.of(id, one.id()));
        acts.project(
                "plan",
                id,
                PLAN,
                Map.of(
                        "title", plan.title(),
                        "number", Integer.toString(number),
                        "sum", Unit.CNY.text(plan.budget()),
                        "deadline", plan.deadline().toString()));
        return Ruling.granted(rows.byId(id).orElseThrow());
    }

    /** The project's book with its money by source. */
    private UUID opened(UUID id, Round round, int number, Plan plan) {
        UUID book = ledger.open(new Book.Opening(
                        "livelihood-delivery:" + id,
                        plan.organ(),
                        round.year() + "-" + number + " " + plan.title(),
                        Unit.CNY,
                        round.demo()))
                .orThrow()
                .id();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.debit(account(book, FUNDS, "项目资金", Kind.ASSET, Limits.from(0), plan.chosen()), plan.budget()));
        for (int i = 0; i < plan.sources().size(); i++) {
            UUID source = account(book, SOURCE + (i + 1), plan.sources().get(i).name(), Kind.INCOME, Limits.NONE, "");
            lines.add(Line.credit(source, plan.sources().get(i).amount()));
        }
        ledger.post(book, new Posting.Voucher(today(), "项目资金安排", plan.chosen(), "plan"), lines)
                .orThrow();
        return book;
    }

    private UUID account(UUID book, String code, String name, Kind kind, Limits limits, String document) {
        return ledger.open(book, new Account.Opening(code, name, kind, limits, document))
                .orThrow()
                .id();
    }

    @Override
    @Transactional
    public Ruling<Delivery> reach(UUID id, int milestone, LocalDate day, String note) {
        Optional<Delivery> found = rows.locked(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Delivery delivery = found.get();
        List<Refusal> reasons = DeliveryRules.againstReaching(delivery, milestone, day, today());
        DeliveryRules.words(reasons, "note", note, LONGEST_TEXT);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.reach(id, milestone, day, note.strip());
        Delivery then = rows.byId(id).orElseThrow();
        boolean all = then.milestones().stream().map(Milestone::done).allMatch(Optional::isPresent);
        rows.state(id, all ? Delivery.State.DONE : Delivery.State.UNDER_WAY);
        acts.project(
                "reach",
                id,
                DELIVERY,
                Map.of("milestone", Integer.toString(milestone), "progress", Integer.toString(then.progress())));
        return Ruling.granted(rows.byId(id).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Delivery> contract(UUID id, NewContract contract) {
        Optional<Delivery> found = rows.locked(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Delivery delivery = found.get();
        List<Refusal> reasons = DeliveryRules.againstContract(delivery, contract);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = delivery.contracts().size() + 1;
        UUID account = account(
                delivery.book(),
                PAID + number,
                contract.name(),
                Kind.EXPENSE,
                Limits.between(0, contract.sum()),
                contract.document());
        rows.contract(
                id,
                new Contract(
                        number,
                        contract.name(),
                        contract.contractor(),
                        contract.document(),
                        account,
                        contract.sum(),
                        0));
        rows.state(id, Delivery.State.UNDER_WAY);
        acts.project(
                "contract",
                id,
                DELIVERY,
                Map.of("contract", Integer.toString(number), "sum", Unit.CNY.text(contract.sum())));
        return Ruling.granted(rows.byId(id).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Delivery> pay(UUID id, int contract, Payment payment) {
        Optional<Delivery> found = rows.locked(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Delivery delivery = found.get();
        Optional<Contract> one = delivery.contracts().stream()
                .filter(each -> each.number() == contract)
                .findFirst();
        // What was built is paid for after it is done, too; not while the committee has stopped it.
        boolean payable = delivery.state() != Delivery.State.SUSPENDED && delivery.state() != Delivery.State.TERMINATED;
        if (one.isEmpty() || !payable) {
            return Ruling.refused(
                    payable
                            ? Refusal.plain("livelihood.contract.unknown", "value", contract)
                            : DeliveryRules.notRunning(delivery).orElseThrow());
        }
        UUID funds = books.accounts(delivery.book()).stream()
                .filter(account -> account.code().equals(FUNDS))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
        Ruling<Posting> posted = ledger.post(
                delivery.book(),
                new Posting.Voucher(
                        payment.day(), "支付：" + one.get().name(), payment.document(), "pay " + payment.key()),
                List.of(new Line(one.get().account(), payment.amount()), new Line(funds, -payment.amount())));
        return switch (posted) {
            case Ruling.Refused<Posting>(List<Refusal> reasons) ->
                Ruling.refused(reasons.stream().map(JdbcDeliveries::ofPayment).toList());
            case Ruling.Granted<Posting> _ -> Ruling.granted(rows.byId(id).orElseThrow());
        };
    }

    /** What the ledger says of legs is said of the amount. */
    private static Refusal ofPayment(Refusal reason) {
        return new Refusal(
                reason.code(),
                reason.facts(),
                reason.field().map(field -> field.equals("lines") ? "amount" : field),
                reason.ground());
    }

    @Override
    @Transactional
    public Ruling<Delivery> decide(UUID id, Decided decided) {
        Optional<Delivery> found = rows.locked(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Delivery delivery = found.get();
        List<Refusal> reasons = decisions.against(delivery, decided);
        if (reasons.isEmpty()) {
            raised(delivery, decided).ifPresent(reasons::add);
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.decision(
                id,
                new Delivery.Decision(
                        delivery.decisions().size() + 1,
                        decided.question(),
                        decided.kind(),
                        decided.text().strip(),
                        decisions.day(decided.question())));
        decided.deadline()
                .ifPresent(day -> rows.deadline(
                        id, day, day.toEpochDay() - delivery.plan().deadline().toEpochDay()));
        decisions.state(delivery, decided.kind()).ifPresent(state -> rows.state(id, state));
        acts.project(
                "decide",
                id,
                CHANGE,
                Map.of(
                        "kind",
                        decided.kind().name(),
                        "question",
                        decided.question().toString()));
        return Ruling.granted(rows.byId(id).orElseThrow());
    }

    /** Gives a contract its new sum; refused by the ledger, before anything is written, when more is paid already. */
    private Optional<Refusal> raised(Delivery delivery, Decided decided) {
        if (decided.contract().isEmpty() || decided.sum().isEmpty()) {
            return Optional.empty();
        }
        UUID account = delivery.contracts().get(decided.contract().get() - 1).account();
        Ruling<Account> ruling =
                ledger.limit(account, Limits.between(0, decided.sum().get()), decisions.reference(decided.question()));
        return ruling instanceof Ruling.Refused<Account>(List<Refusal> reasons)
                ? Optional.of(new Refusal(
                        reasons.getFirst().code(),
                        reasons.getFirst().facts(),
                        Optional.of("sum"),
                        reasons.getFirst().ground()))
                : Optional.empty();
    }

    @Override
    @Transactional
    public Ruling<Delivery> accept(UUID id, String document, String aftercare) {
        Optional<Delivery> found = rows.locked(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        List<Refusal> reasons = new ArrayList<>();
        DeliveryRules.words(reasons, "document", document, LONGEST_NAME);
        DeliveryRules.words(reasons, "aftercare", aftercare, LONGEST_NAME);
        if (found.get().state() != Delivery.State.DONE) {
            reasons.add(Refusal.by(
                    DELIVERY,
                    "livelihood.delivery-not-done",
                    "progress",
                    found.get().progress()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.accept(id, document.strip(), aftercare.strip());
        acts.project("accept", id, DELIVERY, Map.of("document", document.strip()));
        return Ruling.granted(rows.byId(id).orElseThrow());
    }
}
