package org.yicheng.demo.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.count.Basis;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;

/** The ballot on the demo city's livelihood projects, from the draft of its method to the proclamation. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class CourseProjects {

    private static final int CHOOSE = 5;

    private final DemoCity city;
    private final Rounds rounds;
    private final Ballots ballots;
    private final Deliveries deliveries;
    private final Elections elections;
    private final SessionElections ofSession;
    private final Scrutiny scrutiny;

    CourseProjects(
            DemoCity city,
            Rounds rounds,
            Ballots ballots,
            Deliveries deliveries,
            Elections elections,
            SessionElections ofSession,
            Scrutiny scrutiny) {
        this.city = city;
        this.rounds = rounds;
        this.ballots = ballots;
        this.deliveries = deliveries;
        this.elections = elections;
        this.ofSession = ofSession;
        this.scrutiny = scrutiny;
    }

    /** The projects of the session's year. */
    private Optional<Round> round(Session session) {
        return rounds.ofBody(session.body()).stream()
                .filter(round -> round.year() == session.opening().getYear())
                .findFirst();
    }

    private Optional<Election> first(Session session) {
        return round(session).flatMap(round -> ballots.of(round.id()).stream().findFirst());
    }

    /** The draft of the method, put to the plenary; the visitor may have drafted it. */
    void propose(Session session, Sitting plenary) {
        round(session)
                .filter(round -> ballots.of(round.id()).isEmpty())
                .ifPresent(round -> ballots.draft(
                                round.id(),
                                plenary.id(),
                                new Ballots.Plan(
                                        CHOOSE,
                                        Preset.MAJORITY_THEN_PLURALITY,
                                        Basis.ALL_MEMBERS,
                                        Secrecy.ELECTRONIC_UNRECORDED,
                                        false,
                                        ""))
                        .orThrow());
        first(session)
                .filter(election -> election.state() == State.METHOD_DRAFTED)
                .ifPresent(election -> ofSession
                        .ask(session.id(), plenary.id(), ElectionMatter.METHOD, List.of(election.id()))
                        .orThrow());
    }

    /** The list onto the paper, and who supervises; nothing if the method was not adopted. */
    void list(Session session) {
        first(session)
                .filter(election -> election.state() == State.METHOD_ADOPTED)
                .ifPresent(election -> {
                    elections.take(election.id(), ElectionStep.TAKE_LIST).orThrow();
                    Script.Ballot script = city.script().demo().later().election();
                    scrutiny.propose(election.id(), script.scrutineers(), List.of(script.chief()), true)
                            .orThrow();
                });
    }

    /** The proclamation, once the result was announced, and the plans of what was chosen. */
    void conclude(Session session) {
        first(session)
                .filter(election -> election.state() == State.ANNOUNCED)
                .ifPresent(election -> ofSession.proclaim(election.id()).orThrow());
        round(session).ifPresent(this::plan);
    }

    private void plan(Round round) {
        for (Project project : deliveries.unplanned(round.id())) {
            DemoLivelihood.plan(project.title())
                    .ifPresent(text -> deliveries
                            .planChosen(
                                    round.id(),
                                    project.id(),
                                    new Delivery.Plan(
                                            project.title(),
                                            "大会主席团公告（演示）",
                                            text.organ(),
                                            new Delivery.Goal(project.goal(), text.amount(), text.unit()),
                                            LocalDate.of(round.year(), 11, 30),
                                            List.of(new Delivery.Source("市级财政", project.fen())),
                                            "列入年度监督计划，每月公布进展，资金专款专用。（演示）"),
                                    List.of(
                                            new Step("完成选址和设计", 30, LocalDate.of(round.year(), 4, 30)),
                                            new Step("建设过半", 40, LocalDate.of(round.year(), 8, 31)),
                                            new Step("全部完成", 30, LocalDate.of(round.year(), 11, 30))))
                            .orThrow());
        }
    }
}
