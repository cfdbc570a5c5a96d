package org.yicheng.assembly.elections;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yicheng.assembly.Election;

/** The stored papers of an election: without voter, without time, under random names. */
record PaperRows(JdbcClient jdbc) {

    /** Stores papers; the order in which they come leaves no trace. */
    void keep(Election election, int batch, List<String> papers) {
        jdbc.sql("""
                        insert into assembly.ballot_paper (election, attempt, batch, id, paper)
                        select :election, :attempt, :batch, id, paper
                          from (select gen_random_uuid() as id, one as paper from unnest(:papers::text[]) one) shuffled
                         order by id
                        """)
                .param("election", election.id())
                .param("attempt", election.attempt())
                .param("batch", batch)
                .param("papers", papers.toArray(String[]::new))
                .update();
    }

    /** All papers, sorted by what stands on them. */
    List<String> all(Election election) {
        return jdbc.sql("""
                        select paper from assembly.ballot_paper
                         where election = :election and attempt = :attempt order by paper collate "C"
                        """)
                .param("election", election.id())
                .param("attempt", election.attempt())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
