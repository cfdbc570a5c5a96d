package org.yicheng.livelihood.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.ElectionMoved;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.PersonTally;
import org.yicheng.assembly.ElectionGuard;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.livelihood.Project.State;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What a session's votes mean for a round: its presidium refers the list, its ballot chooses the projects. */
@Component
class BallotConsequences implements ElectionGuard {

    private static final Logger LOG = LoggerFactory.getLogger(BallotConsequences.class);

    /** A session's question whether the candidates are given to all deputies: {@code congress:SESSION:…}. */
    private static final Pattern REFERRED = Pattern.compile("congress:([^:]+):LIVELIHOOD_REFERRED");

    private final ProjectRows rows;
    private final Rounds rounds;
    private final Projects projects;
    private final Elections elections;
    private final Sittings sittings;
    private final Bodies bodies;
    private final LivelihoodActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    BallotConsequences(
            ProjectRows rows,
            Rounds rounds,
            @Lazy Projects projects,
            @Lazy Elections elections,
            Sittings sittings,
            Bodies bodies,
            LivelihoodActs acts,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.rounds = rounds;
        this.projects = projects;
        this.elections = elections;
        this.sittings = sittings;
        this.bodies = bodies;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Optional<Round> of(Election election) {
        return election.projects()
                ? jdbc.sql("select round from livelihood.ballot where election = :origin")
                        .param("origin", election.origin())
                        .query(UUID.class)
                        .optional()
                        .flatMap(rounds::byId)
                : Optional.empty();
    }

    /** The deputies vote on what was given to them: the list is referred before it goes onto the paper. */
    @Override
    public List<Refusal> before(Election election, ElectionStep step, Optional<UUID> question) {
        if (step != ElectionStep.TAKE_LIST) {
            return List.of();
        }
        return of(election)
                .filter(round -> !taken(round, Step.DELIBERATE))
                .map(round -> Refusal.by(ProjectRules.REFERRAL, "livelihood.undeliberated", "year", round.year()))
                .stream()
                .toList();
    }

    private boolean taken(Round round, Step step) {
        return rows.taken(round.id()).stream().anyMatch(one -> one.step() == step);
    }

    /** The presidium heard the explanation and referred the list: all deputies deliberate it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        Matcher subject = REFERRED.matcher(event.question().subject());
        if (!subject.matches() || event.outcome().result() != Outcome.Result.ADOPTED) {
            return;
        }
        // Anybody who lists questions can write any subject: it counts only in the meeting of a congress's presidium.
        Optional<Sitting> meeting =
                sittings.byId(event.question().sitting()).filter(sitting -> sitting.kind() == Sitting.Kind.PRESIDIUM);
        meeting.flatMap(sitting -> bodies.byId(sitting.body())).flatMap(Body::parent).map(rounds::ofBody).stream()
                .flatMap(List::stream)
                .filter(round -> taken(round, Step.LIST) && !taken(round, Step.DELIBERATE))
                .findFirst()
                .ifPresent(round -> refer(round, meeting.orElseThrow(), subject.group(1)));
    }

    /** A list that can't be referred yet does not hold up the declaration; its page says what is missing. */
    private void refer(Round round, Sitting meeting, String session) {
        Taken taken =
                new Taken(Step.DELIBERATE, LocalDate.now(clock), meeting.name().zh(), Optional.of(session));
        if (projects.take(round.id(), taken) instanceof Ruling.Refused<List<Taken>>(List<Refusal> reasons)) {
            LOG.warn(
                    "the list of {} was not referred: {}",
                    round.year(),
                    reasons.stream().map(Refusal::code).toList());
        }
    }

    /** What is announced of a ballot becomes the state of its projects; an annulled result takes it back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(ElectionMoved event) {
        boolean announced = event.step() == ElectionStep.ANNOUNCE;
        if (!announced && event.step() != ElectionStep.SUPERSEDE) {
            return;
        }
        of(event.election()).ifPresent(round -> {
            if (announced) {
                announced(round, event.election());
            } else {
                annulled(round, event.election());
            }
        });
    }

    private void announced(Round round, Election election) {
        Election.Result result = election.outcome().orElseThrow();
        result.tallies().forEach(tally -> rows.set(tally.person(), became(tally), ""));
        acts.write(
                Permission.QUESTION_MOVE,
                JdbcRounds.subject(round),
                "ballot.announce",
                JdbcBallots.BALLOT,
                "election",
                election.id(),
                "projects",
                result.tallies().size(),
                "chosen",
                result.elected().size(),
                "tied",
                result.tied().size());
    }

    private static State became(PersonTally tally) {
        if (tally.elected()) {
            return State.CHOSEN;
        }
        return tally.tied() ? State.TIED : State.NOT_CHOSEN;
    }

    /** Each project stands again as the ballot before left it. */
    private void annulled(Round round, Election election) {
        Optional<Election.Result> before =
                election.follows().flatMap(elections::byId).flatMap(Election::outcome);
        List<UUID> these = elections.candidates(election.id()).stream()
                .map(Elections.Candidate::person)
                .toList();
        for (UUID project : these) {
            State state = before.stream()
                    .flatMap(result -> result.tallies().stream())
                    .filter(tally -> tally.person().equals(project))
                    .findFirst()
                    .map(BallotConsequences::became)
                    .orElse(State.DELIBERATED);
            rows.set(project, state, "");
        }
        acts.write(
                Permission.SITTING_PREPARE,
                JdbcRounds.subject(round),
                "ballot.annul",
                JdbcBallots.BALLOT,
                "election",
                election.id(),
                "projects",
                these.size());
    }
}
