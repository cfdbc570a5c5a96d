package org.yicheng.livelihood.delivery.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.document.Output;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Decided;
import org.yicheng.livelihood.delivery.Deliveries.NewContract;
import org.yicheng.livelihood.delivery.Deliveries.Payment;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.livelihood.delivery.Reportings;
import org.yicheng.livelihood.delivery.Reportings.Reported;
import org.yicheng.livelihood.delivery.Reportings.Which;
import org.yicheng.livelihood.delivery.Standing;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;
import org.yicheng.web.Lamp;
import org.yicheng.web.Pages;
import org.yicheng.web.Sketch;

/** The projects of a year with their lamps, one project for everybody, and what its organ and the clerks do there. */
@Controller
public class DeliveryPages {

    private final Deliveries deliveries;
    private final Projects projects;
    private final Ballots ballots;
    private final Words words;
    private final DeliveryDocuments documents;
    private final DeliveryScope scope;
    private final DeliveryReport report;
    private final Ratings ratings;
    private final Reportings reportings;
    private final DecisionNotice notice;
    private final Evaluations evaluations;
    private final CardView.Finder cards;
    private final DeliveryMap.Draughtsman maps;
    private final Organs organs;
    private final Clock clock;
    private final Pages pages;

    DeliveryPages(
            Deliveries deliveries,
            Projects projects,
            Ballots ballots,
            Words words,
            DeliveryDocuments documents,
            DeliveryScope scope,
            DeliveryReport report,
            Ratings ratings,
            Reportings reportings,
            DecisionNotice notice,
            Evaluations evaluations,
            CardView.Finder cards,
            DeliveryMap.Draughtsman maps,
            Organs organs,
            Clock clock,
            Pages pages) {
        this.deliveries = deliveries;
        this.projects = projects;
        this.ballots = ballots;
        this.words = words;
        this.documents = documents;
        this.scope = scope;
        this.report = report;
        this.ratings = ratings;
        this.reportings = reportings;
        this.notice = notice;
        this.evaluations = evaluations;
        this.cards = cards;
        this.maps = maps;
        this.organs = organs;
        this.clock = clock;
        this.pages = pages;
    }

    private static int status(DeliveryForm form) {
        return form.reasons().isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    private Bilingual organ(Delivery delivery) {
        String id = delivery.plan().organ();
        return organs.byId(id).map(Organ::name).orElse(new Bilingual(id, id));
    }

    /** A project with its lamp. */
    public record Line(Delivery delivery, Bilingual organ, Standing standing) {

        public Optional<Lamp> lamp() {
            return standing.light().map(light -> switch (light) {
                case GREEN -> Lamp.OK;
                case AMBER -> Lamp.NEAR;
                case RED -> Lamp.LATE;
            });
        }

        /** In yuan. */
        public String money(long fen) {
            return Unit.CNY.text(fen);
        }
    }

    private Line line(Delivery delivery) {
        return new Line(delivery, organ(delivery), Standing.of(delivery, LocalDate.now(clock)));
    }

    /** A decision of the standing committee with its project, and where it was reported. */
    public record Told(Delivery delivery, Delivery.Decision decision, Optional<Reported> reported) {

        /** As a form names it. */
        public String key() {
            return delivery.id() + "/" + decision.number();
        }
    }

    /**
     * @param unplanned chosen by the ballot and still without a plan
     * @param told decisions on the round's projects
     * @param plenaries to which they may have been reported
     * @param free whether plans are made without a ballot, as the choice is older than the platform
     */
    public record ListView(
            Round round,
            List<Line> lines,
            DeliveryMap map,
            boolean keeps,
            List<Project> unplanned,
            List<Told> told,
            List<Sitting> plenaries,
            boolean free,
            LocalDate today,
            DeliveryForm form) {

        public List<Told> open() {
            return told.stream().filter(one -> one.reported().isEmpty()).toList();
        }
    }

    @GetMapping("/livelihood/rounds/{id}/deliveries")
    @Needs(Permission.PUBLIC_READ)
    View list(@PathVariable UUID id) {
        return list(scope.round(id), DeliveryForm.NONE);
    }

    private View list(Round round, DeliveryForm form) {
        List<Delivery> all = deliveries.ofRound(round.id());
        List<Line> lines = all.stream().map(this::line).toList();
        return pages.show(
                "livelihood/deliveries",
                new ListView(
                        round,
                        lines,
                        maps.of(round, lines),
                        Caller.current().mayIn(round.body(), Permission.LIVELIHOOD_KEEP),
                        deliveries.unplanned(round.id()),
                        told(round, all),
                        reportings.plenaries(round.id()),
                        ballots.of(round.id()).isEmpty(),
                        LocalDate.now(clock),
                        form),
                status(form));
    }

    private List<Told> told(Round round, List<Delivery> all) {
        List<Reported> reported = reportings.of(round.id());
        return all.stream()
                .flatMap(one -> one.decisions().stream()
                        .map(each -> new Told(
                                one,
                                each,
                                reported.stream()
                                        .filter(report -> report.which().equals(new Which(one.id(), each.number())))
                                        .findFirst())))
                .toList();
    }

    /** Decisions were reported to a plenary; {@code which} is {@code project/number}. */
    @PostMapping("/livelihood/rounds/{id}/deliveries/reported")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Object reported(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "which", defaultValue = "") List<String> chosen) {
        Round round = scope.kept(id);
        DeliveryForm form = DeliveryForm.of("reported", typed);
        String sitting = form.value("sitting");
        LocalDate day = sitting.isEmpty() ? form.day("day") : LocalDate.EPOCH;
        List<Which> which = told(round, deliveries.ofRound(id)).stream()
                .filter(one -> chosen.contains(one.key()))
                .map(one -> new Which(one.delivery().id(), one.decision().number()))
                .toList();
        if (!form.reasons().isEmpty()) {
            return list(round, form);
        }
        Ruling<List<Reported>> ruling = sitting.isEmpty()
                ? reportings.report(id, which, form.value("meeting"), day)
                : reportings.report(id, which, sitting);
        return switch (ruling) {
            case Ruling.Refused<List<Reported>>(List<Refusal> reasons) -> list(round, form.refused(reasons));
            case Ruling.Granted<List<Reported>> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/livelihood/rounds/" + id + "/deliveries")
                        .build();
        };
    }

    /** The public notice of a decision. */
    @GetMapping("/livelihood/deliveries/{id}/decisions/{number}/notice.{format:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> notice(@PathVariable UUID id, @PathVariable int number, @PathVariable String format) {
        Delivery delivery = scope.delivery(id);
        Delivery.Decision decision = delivery.decisions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.decision.unknown", "value", number)));
        return notice.print(scope.round(delivery.round()), delivery, decision, Output.of(format))
                .answer();
    }

    /** The report to the standing committee, as of today. */
    @GetMapping("/livelihood/rounds/{id}/deliveries/report.{format:pdf|docx}")
    @Needs(Permission.LIVELIHOOD_KEEP)
    ResponseEntity<byte[]> report(@PathVariable UUID id, @PathVariable String format) {
        Round round = scope.kept(id);
        return report.print(
                        round, deliveries.ofRound(id).stream().map(this::line).toList(), Output.of(format))
                .answer();
    }

    /** @param project chosen by the ballot, of which the plan is made; none where the choice is older */
    public record PlanView(Round round, List<Organ> organs, Optional<Project> project, DeliveryForm form) {}

    @GetMapping("/livelihood/rounds/{id}/deliveries/new")
    @Needs(Permission.LIVELIHOOD_KEEP)
    View ask(@PathVariable UUID id, @RequestParam Optional<UUID> project) {
        Round round = scope.kept(id);
        return ask(round, project, DeliveryForm.of("plan", filled(project)));
    }

    private View ask(Round round, Optional<UUID> project, DeliveryForm form) {
        return pages.show(
                "livelihood/deliveryplan",
                new PlanView(round, organs.list(), project.flatMap(projects::byId), form),
                status(form));
    }

    /** What is known of a chosen project already, to begin its plan with. */
    private Map<String, String> filled(Optional<UUID> id) {
        return id.flatMap(projects::byId)
                .map(project -> Map.of(
                        "title",
                        project.title(),
                        "goal",
                        project.goal(),
                        "sources",
                        say("source-usual") + "，" + Unit.CNY.text(project.fen()).replace(",", ""),
                        "chosen",
                        ballots.determining(project)
                                .map(election -> election.title().zh() + say("proclamation-word"))
                                .orElse("")))
                .orElse(Map.of());
    }

    private String say(String key) {
        return words.say(Language.ZH, "livelihood." + key);
    }

    @PostMapping("/livelihood/rounds/{id}/deliveries")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Object plan(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.kept(id);
        DeliveryForm form = DeliveryForm.of("plan", typed);
        Delivery.Plan plan = form.plan();
        List<Step> steps = form.steps();
        Optional<UUID> project = form.value("project").isEmpty() ? Optional.empty() : Optional.of(form.id("project"));
        if (!form.reasons().isEmpty()) {
            return ask(round, project, form);
        }
        Ruling<Delivery> ruling = project.map(one -> deliveries.planChosen(id, one, plan, steps))
                .orElseGet(() -> deliveries.plan(id, plan, steps));
        return switch (ruling) {
            case Ruling.Refused<Delivery>(List<Refusal> reasons) -> ask(round, project, form.refused(reasons));
            case Ruling.Granted<Delivery>(Delivery delivery) -> seeAgain(delivery.id());
        };
    }

    private static ResponseEntity<Void> seeAgain(UUID id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/livelihood/deliveries/" + id)
                .build();
    }

    /**
     * @param carries whether the caller works for the organ in charge
     * @param keeps whether the caller is a clerk of the congress
     * @param decidable what the standing committee adopted, for a clerk to choose from
     */
    public record DeliveryView(
            Round round,
            Line line,
            CardView card,
            Sketch map,
            List<DeliveryDocuments.Open> documents,
            LocalDate today,
            boolean carries,
            boolean keeps,
            List<Question> decidable,
            Ratings.Both ratings,
            DeliveryForm form) {

        private static final int BRIEF = 30;

        /** The beginning of a text, for a list. */
        public String brief(String text) {
            String line = text.replaceAll("\\s+", " ");
            return line.codePointCount(0, line.length()) <= BRIEF
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, BRIEF)) + "…";
        }
    }

    @GetMapping("/livelihood/deliveries/{id}")
    @Needs(Permission.PUBLIC_READ)
    View one(@PathVariable UUID id) {
        return show(scope.delivery(id), DeliveryForm.NONE);
    }

    private View show(Delivery delivery, DeliveryForm form) {
        Round round = scope.round(delivery.round());
        Line line = line(delivery);
        boolean keeps = scope.keeps(delivery);
        DeliveryView view = new DeliveryView(
                round,
                line,
                cards.of(round, delivery),
                maps.of(round, line),
                documents.open(round, delivery),
                LocalDate.now(clock),
                DeliveryScope.carries(delivery),
                keeps,
                keeps ? deliveries.decidable(delivery.id()) : List.of(),
                ratings.of(delivery),
                form);
        return pages.show("livelihood/delivery", view, status(form));
    }

    /** Does it and shows the project again, or shows every reason why not. */
    <T> Object answer(Delivery delivery, DeliveryForm form, Supplier<Ruling<T>> act) {
        if (!form.reasons().isEmpty()) {
            return show(delivery, form);
        }
        return switch (act.get()) {
            case Ruling.Refused<T>(List<Refusal> reasons) -> show(delivery, form.refused(reasons));
            case Ruling.Granted<T> _ -> seeAgain(delivery.id());
        };
    }

    @PostMapping("/livelihood/deliveries/{id}/milestones")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Object reach(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("milestone", typed);
        int milestone = Math.toIntExact(Math.min(1_000, form.whole("milestone", form.value("milestone"))));
        LocalDate day = form.day("day");
        return answer(delivery, form, () -> deliveries.reach(id, milestone, day, form.value("note")));
    }

    @PostMapping("/livelihood/deliveries/{id}/contracts")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Object contract(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("contract", typed);
        NewContract contract =
                new NewContract(form.value("name"), form.value("contractor"), form.value("document"), form.fen("sum"));
        return answer(delivery, form, () -> deliveries.contract(id, contract));
    }

    @PostMapping("/livelihood/deliveries/{id}/payments")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Object pay(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("payment", typed);
        int contract = Math.toIntExact(Math.min(1_000, form.whole("contract", form.value("contract"))));
        Payment payment = new Payment(form.fen("amount"), form.day("day"), form.value("document"), form.value("key"));
        return answer(delivery, form, () -> deliveries.pay(id, contract, payment));
    }

    @PostMapping("/livelihood/deliveries/{id}/decisions")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Object decide(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.keptDelivery(id);
        DeliveryForm form = DeliveryForm.of("decision", typed);
        Delivery.Kind kind = form.kind();
        Decided decided = new Decided(
                form.id("question"),
                kind,
                form.value("text"),
                form.dayIfAny("deadline"),
                form.wholeIfAny("contract"),
                form.value("sum").isEmpty() ? Optional.empty() : Optional.of(form.fen("sum")));
        return answer(delivery, form, () -> deliveries.decide(id, decided));
    }

    @PostMapping("/livelihood/deliveries/{id}/acceptance")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Object accept(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.keptDelivery(id);
        DeliveryForm form = DeliveryForm.of("acceptance", typed);
        return answer(delivery, form, () -> deliveries.accept(id, form.value("document"), form.value("aftercare")));
    }

    @PostMapping("/livelihood/deliveries/{id}/handover")
    @Needs(Permission.LIVELIHOOD_KEEP)
    Object handOver(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.keptDelivery(id);
        DeliveryForm form = DeliveryForm.of("handover", typed);
        LocalDate day = form.day("day");
        return answer(delivery, form, () -> evaluations.handOver(id, day, form.value("document")));
    }
}
