package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Secrecy;
import org.yicheng.rule.Refusal;

/** Papers of paper: the scrutineers count them, two tellers or a device read them in bundles. */
@Component
class PaperForm implements BallotForm {

    private final JdbcClient jdbc;

    PaperForm(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean serves(Secrecy secrecy) {
        return secrecy.onPaper();
    }

    @Override
    public int issue(Election election, int present, int counted) {
        return counted;
    }

    @Override
    public List<Refusal> beforeVoting(Election election) {
        return List.of();
    }

    @Override
    public Account collect(Election election, int counted) {
        return new Account(
                election.ballot().issued().orElseThrow(),
                election.ballot().present().orElseThrow(),
                counted);
    }

    @Override
    public List<Refusal> beforeCount(Election election) {
        List<Refusal> reasons = new ArrayList<>();
        int collected = election.ballot().collected().orElseThrow();
        int stored = jdbc.sql(
                        "select count(*) from assembly.ballot_paper where election = :election and attempt = :attempt")
                .param("election", election.id())
                .param("attempt", election.attempt())
                .query(Integer.class)
                .single();
        if (stored != collected) {
            reasons.add(Refusal.by(
                    ElectionStep.COUNT.ground(),
                    "assembly.election-papers-missing",
                    "entered",
                    stored,
                    "collected",
                    collected,
                    "missing",
                    collected - stored));
        }
        List<Integer> open = jdbc.sql("""
                        select number from assembly.ballot_batch
                         where election = :election and attempt = :attempt and state = 'OPEN' order by number
                        """)
                .param("election", election.id())
                .param("attempt", election.attempt())
                .query((row, _) -> row.getInt(1))
                .list();
        if (!open.isEmpty()) {
            reasons.add(Refusal.by(ElectionStep.COUNT.ground(), "assembly.election-batches-open", "numbers", open));
        }
        return reasons;
    }
}
