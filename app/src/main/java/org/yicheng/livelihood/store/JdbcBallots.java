package org.yicheng.livelihood.store;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** Ballots of rounds: a row that names the election; everything else of the ballot is the assembly's. */
@Component
class JdbcBallots implements Ballots {

    static final Citation BALLOT = Citation.of(Law.PRODUCT, "livelihood.ballot");

    private static final Set<Sitting.State> OVER = EnumSet.of(Sitting.State.CLOSED, Sitting.State.POSTPONED);

    private final ProjectRows rows;
    private final Rounds rounds;
    private final Sittings sittings;
    private final Elections elections;
    private final JdbcClient jdbc;

    JdbcBallots(ProjectRows rows, Rounds rounds, Sittings sittings, Elections elections, JdbcClient jdbc) {
        this.rows = rows;
        this.rounds = rounds;
        this.sittings = sittings;
        this.elections = elections;
        this.jdbc = jdbc;
    }

    private Round locked(UUID round) {
        rows.lock(round);
        return rounds.byId(round)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.round.unknown", "value", round)));
    }

    @Override
    @Transactional
    public Ruling<Election> draft(UUID id, String plenary, Plan plan) {
        Round round = locked(id);
        List<Project> listed = listed(id);
        List<Refusal> reasons = new ArrayList<>();
        if (rows.taken(id).stream().noneMatch(taken -> taken.step() == Step.LIST)) {
            reasons.add(Refusal.by(BALLOT, "livelihood.unlisted"));
        }
        first(id)
                .ifPresent(there -> reasons.add(Refusal.by(BALLOT, "livelihood.ballot-there", "title", there.title())));
        Optional<Sitting> held = plenaries(round).stream()
                .filter(one -> one.id().equals(plenary))
                .findFirst();
        if (held.isEmpty()) {
            reasons.add(Refusal.at("plenary", BALLOT, "livelihood.ballot-plenary", "value", plenary));
        }
        methodFault(plan).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Ruling<Election> drafted = elections.choosing(new Elections.Choosing(
                round.body(),
                new Bilingual(round.year() + "年度民生实事项目票决", "Ballot on the livelihood projects of " + round.year()),
                listed.stream()
                        .map(project -> new Elections.Item(project.id(), project.title(), project.goal()))
                        .toList(),
                terms(plan, listed.size()),
                written(round, plan, listed.size()),
                held.orElseThrow().subject()));
        if (drafted instanceof Ruling.Granted<Election>(Election election)) {
            jdbc.sql("insert into livelihood.ballot (round, election) values (:round, :election)")
                    .param("round", id)
                    .param("election", election.id())
                    .update();
        }
        return drafted;
    }

    private static Optional<Refusal> methodFault(Plan plan) {
        int length = plan.method().length();
        return length > LONGEST_METHOD
                ? Optional.of(Refusal.at(
                        "method",
                        BALLOT,
                        "livelihood.wish-length",
                        "value",
                        length,
                        "least",
                        0,
                        "most",
                        LONGEST_METHOD))
                : Optional.empty();
    }

    private static Election.Terms terms(Plan plan, int projects) {
        return Election.Terms.ofProjects(
                plan.choose(),
                projects,
                plan.secrecy(),
                new Election.Choosing(plan.preset(), plan.base(), plan.again()));
    }

    private String written(Round round, Plan plan, int projects) {
        return plan.method().isBlank()
                ? method(round, plan, projects)
                : plan.method().strip();
    }

    private List<Project> listed(UUID round) {
        return rows.of(round).stream().filter(project -> project.state().open()).toList();
    }

    @Override
    @Transactional
    public Ruling<Election> redraft(UUID id, Plan plan) {
        Round round = locked(id);
        Optional<Election> first = first(id);
        if (first.isEmpty()) {
            return Ruling.refused(Refusal.by(BALLOT, "livelihood.ballot-none", "year", round.year()));
        }
        Optional<Refusal> fault = methodFault(plan);
        if (fault.isPresent()) {
            return Ruling.refused(fault.get());
        }
        int projects = elections.candidates(first.get().id()).size();
        return elections.redraft(first.get().id(), terms(plan, projects), written(round, plan, projects));
    }

    private Optional<Election> first(UUID round) {
        return jdbc.sql("select election from livelihood.ballot where round = :round")
                .param("round", round)
                .query(UUID.class)
                .optional()
                .flatMap(elections::byId);
    }

    @Override
    public List<Election> of(UUID round) {
        return first(round).map(first -> elections.chain(first.id())).orElse(List.of());
    }

    @Override
    public List<Sitting> plenaries(Round round) {
        return sittings.ofBody(round.body()).stream()
                .filter(sitting -> sitting.kind() == Sitting.Kind.PLENARY && !OVER.contains(sitting.state()))
                .toList();
    }

    @Override
    public String method(Round round, Plan plan, int projects) {
        return BallotMethod.of(round, plan, projects);
    }

    @Override
    public Optional<Election> determining(Project project) {
        return of(project.round()).stream()
                .filter(election -> election.state().announced())
                .filter(election -> election.outcome().stream()
                        .flatMap(result -> result.tallies().stream())
                        .anyMatch(tally -> tally.person().equals(project.id())))
                .reduce((_, last) -> last);
    }
}
