package org.yicheng.livelihood.store;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Topics;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects.Step;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;

/** The candidates of a list that was referred: all deputies deliberate each of them in that session. */
@Component
class ReferredProjects implements Topics {

    private static final String SESSION = "congress-session:";

    private final Rounds rounds;
    private final ProjectRows rows;
    private final Ballots ballots;

    ReferredProjects(Rounds rounds, ProjectRows rows, @Lazy Ballots ballots) {
        this.rounds = rounds;
        this.rows = rows;
        this.ballots = ballots;
    }

    @Override
    public List<Topic> of(String body, String session) {
        return rounds.ofBody(body).stream()
                .filter(round -> in(round, session))
                .flatMap(round -> rows.of(round.id()).stream()
                        .filter(Project::referred)
                        .map(project -> new Topic(project.subject(), sort(round), project.title())))
                .toList();
    }

    private static String sort(Round round) {
        return round.year() + "年民生实事候选项目";
    }

    /** Referred by the presidium of that session; entered by hand, in the session whose plenary votes on it or can. */
    private boolean in(Round round, String session) {
        return rows.taken(round.id()).stream()
                .filter(taken -> taken.step() == Step.DELIBERATE)
                .anyMatch(taken -> taken.session()
                        .map(known -> session.equals(SESSION + known))
                        .orElseGet(() -> votedOnIn(round, session)));
    }

    private boolean votedOnIn(Round round, String session) {
        List<Election> chain = ballots.of(round.id());
        return chain.isEmpty()
                ? ballots.plenaries(round).stream()
                        .anyMatch(plenary -> plenary.subject().equals(session))
                : chain.getFirst().subject().equals(session);
    }
}
