package org.yicheng.livelihood.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Project.State;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** Projects: every step locks the round, asks its rules, moves, and writes its act. */
@Component
class JdbcLivelihoodProjects implements Projects {

    private static final String SUBJECT = "livelihood-project:";

    private final ProjectRows rows;
    private final ProjectRules rules;
    private final Rounds rounds;
    private final LivelihoodActs acts;
    private final Clock clock;

    JdbcLivelihoodProjects(ProjectRows rows, ProjectRules rules, Rounds rounds, LivelihoodActs acts, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.rounds = rounds;
        this.acts = acts;
        this.clock = clock;
    }

    private Round locked(UUID round) {
        rows.lock(round);
        return rounds.byId(round)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.round.unknown", "value", round)));
    }

    /** The project, its round locked. */
    private Project project(UUID id) {
        Project found = known(id);
        locked(found.round());
        return known(id);
    }

    private Project known(UUID id) {
        return rows.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("livelihood.project.unknown", "value", id)));
    }

    @Override
    @Transactional
    public Ruling<Project> propose(UUID id, Draft draft) {
        Round round = locked(id);
        List<Refusal> reasons = rules.againstProposing(round, draft);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Project project = known(rows.insert(round, draft));
        return acted(project, "propose", ProjectRules.PROJECT);
    }

    @Override
    @Transactional
    public Ruling<Project> screen(UUID id, Map<Criterion, Project.Check> checks) {
        Project project = project(id);
        List<Refusal> reasons = rules.againstScreening(project, checks);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.check(id, checks);
        rows.set(id, State.SCREENED, "");
        return acted(project, "screen", ProjectRules.CRITERIA);
    }

    @Override
    @Transactional
    public Ruling<Project> drop(UUID id, String reason) {
        Project project = project(id);
        List<Refusal> reasons = rules.againstDropping(project, reason);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.set(id, State.DROPPED, reason.strip());
        return acted(project, "drop", ProjectRules.PROJECT);
    }

    private Ruling<Project> acted(Project project, String verb, Citation ground) {
        acts.write(SUBJECT + project.id(), "project." + verb, ground, "number", project.number());
        return Ruling.granted(known(project.id()));
    }

    @Override
    @Transactional
    public Ruling<List<Taken>> take(UUID id, Taken taken) {
        Round round = locked(id);
        Step step = taken.step();
        List<Refusal> reasons = rules.againstTaking(round, taken, LocalDate.now(clock));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.enter(id, taken);
        Citation ground = switch (step) {
            case LIST -> ProjectRules.PROJECT;
            case HEAR -> round.place().hearingSource();
            case DELIBERATE -> ProjectRules.REFERRAL;
        };
        int moved = switch (step) {
            case LIST -> rows.move(id, State.SCREENED, State.LISTED);
            case HEAR -> 0;
            case DELIBERATE -> rows.move(id, State.LISTED, State.DELIBERATED);
        };
        acts.write(JdbcRounds.subject(round), "list." + verb(step), ground, "day", taken.day(), "projects", moved);
        return Ruling.granted(taken(id));
    }

    private static String verb(Step step) {
        return switch (step) {
            case LIST -> "fix";
            case HEAR -> "hear";
            case DELIBERATE -> "deliberate";
        };
    }

    @Override
    public List<Taken> taken(UUID round) {
        return rows.taken(round);
    }

    @Override
    public Optional<Project> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public List<Project> of(UUID round) {
        return rows.of(round);
    }
}
