package org.yicheng.demo.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Remarks;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.congress.Sessions;
import org.yicheng.congress.deliberation.Delegations;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.rule.Language;
import org.yicheng.rule.RefusedException;
import org.yicheng.testing.YichengTest;

/** Autoplay, without the breath between two steps; in a city of its own, because the session is over after it. */
@YichengTest(properties = {"yicheng.demo=true", "yicheng.public-url=http://course.example"})
class DemoCourseTest {

    private static final String SESSION = "sjz-npc-15-5";

    @Autowired
    Player player;

    @Autowired
    Sessions sessions;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    SessionElections ofSession;

    @Autowired
    Delegations delegations;

    @Autowired
    Remarks remarks;

    @Autowired
    Rounds rounds;

    @Autowired
    Projects projects;

    @Autowired
    Ballots ballots;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DemoYear year;

    @Autowired
    DemoBoard board;

    @Test
    void autoplayGoesFromTheSignInToTheClosing() {
        assertThat(player.showing()).map(Sitting::id).hasValue(SESSION + "-preliminary");
        Set<String> shown = new HashSet<>();
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (session().state() != Session.State.CLOSED) {
            assertThat(Instant.now()).as("closed in time").isBefore(deadline);
            player.tick();
            step();
            shown.add(board.body(Language.ZH));
            LockSupport.parkNanos(10_000_000L);
        }

        List<Sitting> held = sittings.ofSubject(session().subject());
        assertThat(held).extracting(Sitting::state).containsOnly(Sitting.State.CLOSED);
        assertThat(held)
                .extracting(Sitting::kind)
                .containsExactly(
                        Sitting.Kind.PRELIMINARY,
                        Sitting.Kind.PRESIDIUM,
                        Sitting.Kind.PLENARY,
                        Sitting.Kind.PRESIDIUM,
                        Sitting.Kind.PLENARY,
                        Sitting.Kind.PLENARY,
                        Sitting.Kind.PRESIDIUM);
        assertThat(held.stream().flatMap(sitting -> questions.ofSitting(sitting.id()).stream()))
                .hasSizeGreaterThan(14)
                .extracting(Question::state)
                .containsOnly(Question.State.DECLARED);
        theElectionWentFromItsMethodToTheOath();
        theProjectsWereReferredChosenAndProclaimed();
        assertThat(delegations.figures(SESSION))
                .hasSize(23)
                .as("every delegation deliberated and handed its notes in")
                .allMatch(figures -> figures.handed() >= 1 && figures.speakers() >= 3);
        assertThat(player.showing()).map(Sitting::id).hasValue(SESSION + "-plenary-3");
        assertThat(board.body(Language.ZH)).contains("第三次全体会议");
        assertThat(shown)
                .as("the board went from item to item by itself")
                .anyMatch(body -> body.contains("预备会议"))
                .anyMatch(body -> body.contains("推选大会主席团常务主席"))
                .anyMatch(body -> body.contains("常务委员会副主任（演示）") && body.contains("发出"))
                .anyMatch(body -> body.contains("常务委员会副主任（演示）") && body.contains("当选"))
                .anyMatch(body -> body.contains("年度民生实事项目票决") && body.contains("选定"))
                .anyMatch(body -> body.contains("关于计划和预算的决议"));
        player.goOn(session());
        assertThat(player.autoplay()).as("nothing is left to do").isFalse();
        theYearDeliversWhatWasChosen();
    }

    private void theYearDeliversWhatWasChosen() {
        assertThat(year.ahead()).isTrue();
        UUID round = year.play();
        assertThat(deliveries.ofRound(round))
                .extracting(Delivery::state)
                .containsExactly(
                        Delivery.State.ACCEPTED,
                        Delivery.State.ACCEPTED,
                        Delivery.State.ACCEPTED,
                        Delivery.State.ACCEPTED,
                        Delivery.State.UNDER_WAY);
        assertThat(deliveries.ofRound(round))
                .allMatch(one -> one.paid() <= one.contracts().getFirst().sum());
        assertThat(year.ahead()).as("a year passes once").isFalse();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(year::play);
    }

    private void theElectionWentFromItsMethodToTheOath() {
        assertThat(ofSession.of(SESSION))
                .filteredOn(one -> !one.projects())
                .singleElement()
                .satisfies(election -> {
                    assertThat(election.state()).isEqualTo(Election.State.OATH);
                    assertThat(election.outcome().orElseThrow().elected()).hasSize(2);
                    assertThat(election.ballot().collected())
                            .isEqualTo(election.ballot().issued());
                });
    }

    private void theProjectsWereReferredChosenAndProclaimed() {
        Round round = rounds.ofBody(session().body()).stream()
                .filter(one -> one.year() == 2024)
                .findFirst()
                .orElseThrow();
        assertThat(projects.taken(round.id()))
                .last()
                .satisfies(taken ->
                        assertThat(taken.session()).as("by the presidium").contains(SESSION));
        Election ballot = ballots.of(round.id()).getLast();
        assertThat(ballot.state()).isEqualTo(Election.State.PROCLAIMED);
        assertThat(ballot.outcome().orElseThrow().elected()).hasSize(5);
        assertThat(projects.of(round.id()).stream().filter(project -> project.state() == Project.State.CHOSEN))
                .hasSize(5);
        assertThat(deliveries.ofRound(round.id()))
                .as("each chosen one has its plan")
                .hasSize(5);
        assertThat(deliveries.unplanned(round.id())).isEmpty();
        List<String> subjects =
                projects.of(round.id()).stream().map(Project::subject).toList();
        assertThat(remarks.tallies(subjects).values())
                .as("each of the seven was spoken to in the delegations")
                .hasSize(7)
                .allMatch(tally -> tally.remarks() >= 6 && tally.delegations() >= 3);
    }

    private Session session() {
        return sessions.byId(SESSION).orElseThrow();
    }

    /** A refusal is what the script waits for, such as a quorum that is not there yet. */
    private void step() {
        try {
            player.goOn(session());
        } catch (RefusedException waits) {
            assertThat(waits.reasons()).isNotEmpty();
        }
    }
}
