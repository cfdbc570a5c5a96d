package org.yicheng.demo.city;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.HallGrid;
import org.yicheng.assembly.hall.HallGrid.Rows;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.catalogue.Corrections;
import org.yicheng.congress.Office;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Brings the demo city to life on the first start: up to the minutes before the preliminary meeting. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoCity {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);
    private static final Duration CONVENED_BEFORE = Duration.ofDays(45);

    private final Script script = Script.read();
    private final Bodies bodies;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Sittings sittings;
    private final DemoDebate debate;
    private final DemoDelegations delegations;
    private final Halls halls;
    private final Seatings seatings;
    private final Personas personas;
    private final DemoDocuments documents;
    private final DemoElections elections;
    private final DemoSuggestions suggestions;
    private final DemoCppcc cppcc;
    private final DemoLedger ledger;
    private final DemoLivelihood livelihood;
    private final DemoDeliveries deliveries;
    private final Corrections corrections;
    private final Words words;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean wanted;

    DemoCity(
            Bodies bodies,
            Rosters rosters,
            Sessions sessions,
            Sittings sittings,
            DemoDebate debate,
            DemoDelegations delegations,
            Halls halls,
            Seatings seatings,
            Personas personas,
            DemoDocuments documents,
            DemoElections elections,
            DemoSuggestions suggestions,
            DemoCppcc cppcc,
            DemoLedger ledger,
            DemoLivelihood livelihood,
            DemoDeliveries deliveries,
            Corrections corrections,
            Words words,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${yicheng.demo-city:true}") boolean wanted) {
        this.bodies = bodies;
        this.rosters = rosters;
        this.sessions = sessions;
        this.sittings = sittings;
        this.debate = debate;
        this.delegations = delegations;
        this.halls = halls;
        this.seatings = seatings;
        this.personas = personas;
        this.documents = documents;
        this.elections = elections;
        this.suggestions = suggestions;
        this.cppcc = cppcc;
        this.ledger = ledger;
        this.livelihood = livelihood;
        this.deliveries = deliveries;
        this.corrections = corrections;
        this.words = words;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = wanted;
    }

    /** Whether the city is loaded and played; a replay starts from an empty one and brings everything itself. */
    boolean wanted() {
        return wanted;
    }

    Script script() {
        return script;
    }

    /** The name of a member by number. */
    String name(String number) {
        return bodies.memberByNumber(Personas.BODY, number).orElseThrow().name();
    }

    @EventListener
    void started(ApplicationStartedEvent event) {
        if (bodies.byId(Personas.BODY).isPresent()) {
            return;
        }
        if (!wanted) {
            setClock(script.demo().signInFrom().toInstant().minus(Duration.ofHours(6)));
            return;
        }
        // All in one transaction: a start that is killed half-way leaves nothing, and the next one begins again.
        transaction.executeWithoutResult(_ -> load());
        LOG.info(
                "the demo city is loaded: {} members",
                bodies.membersOf(Personas.BODY).size());
    }

    /** Convened well before the month's notice; the day is invented, as everything before the reported meeting is. */
    private void load() {
        setClock(cppcc.begin());
        Script.BodyText body = script.reported().body();
        bodies.add(new Body(
                body.id(),
                Body.Kind.CONGRESS,
                body.name(),
                body.shortName(),
                "cn-city-congress",
                Optional.empty(),
                true));
        rosters.take(body.id(), Script.roster(), true).orThrow();
        personas.create(key -> words.say(Language.ZH, "demo.persona-" + key));
        suggestions.organs();
        personas.caller("secretariat").run(deliveries::plan);
        cppcc.year();
        suggestions.load();
        setClock(script.demo().signInFrom().toInstant().minus(CONVENED_BEFORE));
        personas.caller("treasurer").run(ledger::load);
        personas.caller("secretariat").run(livelihood::load);
        personas.caller("builder").run(deliveries::work);
        personas.caller("secretariat").run(this::prepare);
        personas.caller("secretariat").run(elections::load);
        personas.caller("secretariat")
                .run(() -> corrections.replace(DemoOrgans.read()).orThrow());
        setClock(script.demo().arrival().toInstant());
    }

    private void setClock(Instant at) {
        if (clock instanceof PlatformClock platform) {
            platform.set(at);
        }
    }

    /** The secretariat's work before the visitor comes. */
    private void prepare() {
        Script.SessionText text = script.reported().session();
        String id = text.id();
        sessions.plan(new Sessions.NewSession(
                        id,
                        script.reported().body().id(),
                        text.number(),
                        text.name(),
                        text.shortName(),
                        text.reportIn(),
                        text.opening(),
                        script.demo().hall(),
                        true))
                .orThrow();
        sessions.take(id, SessionStep.CONVENE).orThrow();
        cppcc.session();
        setClock(script.demo().delegations().at().toInstant());
        sessions.take(id, SessionStep.PREPARE).orThrow();
        sessions.propose(id, Office.PRESIDIUM, 0, script.demo().presidium()).orThrow();
        sessions.propose(id, Office.SECRETARY_GENERAL, 0, List.of(script.demo().secretaryGeneral()))
                .orThrow();
        sessions.take(id, SessionStep.REGISTER).orThrow();
        sessions.reportIn(
                        id,
                        bodies.membersOf(script.reported().body().id()).stream()
                                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                                .map(Member::number)
                                .limit(598)
                                .toList())
                .orThrow();
        delegations.meet(id, script.demo().delegations());
        setClock(script.demo().signInFrom().toInstant());
        Sitting meeting = sessions.preparePreliminary(
                        id,
                        script.demo().preliminaryAt().toInstant(),
                        script.wordings(script.reported().preliminary()))
                .orThrow();
        sittings.namePresiding(meeting.id(), script.reported().presiding()).orThrow();
        documents.load(script.reported().body().id(), sessions.byId(id).orElseThrow());
        debate.prepare(meeting.id());
        hall(meeting.id());
        sittings.openSignIn(meeting.id()).orThrow();
    }

    /** The invented hall: the roster's 22 rows of 30, as printed on the cards. */
    private void hall(String sitting) {
        HallGrid grid =
                new HallGrid(new Rows(3, 24), new Rows(22, 30), List.of(10, 20), new Rows(2, 24), new Rows(1, 20));
        Hall hall = halls.add(new Halls.NewHall(
                        "demo-great-hall",
                        script.reported().body().id(),
                        new Bilingual(script.demo().hall(), "Great hall (demo)"),
                        450,
                        3_000,
                        true,
                        grid.seats().orThrow(),
                        List.of("东门", "南门", "西门", "北门"),
                        List.of("主屏", "休息厅屏")))
                .orThrow();
        seatings.use(sitting, hall.id()).orThrow();
        seatings.assign(sitting, Seatings.Order.AS_IN_ROSTER, List.of()).orThrow();
    }
}
