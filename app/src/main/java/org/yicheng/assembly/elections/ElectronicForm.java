package org.yicheng.assembly.elections;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Secrecy;
import org.yicheng.rule.Refusal;

/**
 * Electronic papers without a link to their voters. The box is one row that holds all papers sorted by what stands on
 * them; who has voted is a list without times. Closing spreads the papers under random names and empties the box.
 */
@Component
class ElectronicForm implements BallotForm {

    private final JdbcClient jdbc;

    ElectronicForm(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean serves(Secrecy secrecy) {
        return secrecy == Secrecy.ELECTRONIC_UNRECORDED;
    }

    @Override
    public int issue(Election election, int present, int counted) {
        return present;
    }

    @Override
    public List<Refusal> beforeVoting(Election election) {
        jdbc.sql("insert into assembly.ballot_box (election, attempt, papers) values (:id, :attempt, '{}')")
                .param("id", election.id())
                .param("attempt", election.attempt())
                .update();
        return List.of();
    }

    /** How a member's paper went. */
    record Cast(boolean before, boolean again) {}

    /** What the list says of a member: nothing, voted, or voted by this very sending. */
    Optional<Cast> before(Election election, UUID mandate, String key) {
        return jdbc.sql("""
                        select key from assembly.ballot_roll
                         where election = :id and attempt = :attempt and mandate = :mandate and returned
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("mandate", mandate)
                .query((row, _) -> new Cast(true, key.equals(row.getString(1))))
                .optional();
    }

    /** Locks the box, so that papers go in one after the other; false if it is closed. */
    boolean lockBox(Election election) {
        return jdbc.sql("""
                        select 1 from assembly.ballot_box where election = :id and attempt = :attempt for update
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The paper goes in and the list is marked; both or neither. */
    void put(Election election, UUID mandate, BallotPaper paper, String key) {
        jdbc.sql("""
                        insert into assembly.ballot_roll (election, attempt, mandate, received, returned, key)
                        values (:id, :attempt, :mandate, true, true, :key)
                        on conflict (election, attempt, mandate) do update set returned = true, key = excluded.key
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("mandate", mandate)
                .param("key", key)
                .update();
        jdbc.sql("""
                        update assembly.ballot_box
                           set papers = (select array_agg(one order by one collate "C") from unnest(papers || :paper) one)
                         where election = :id and attempt = :attempt
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("paper", paper.code())
                .update();
    }

    @Override
    public Account collect(Election election, int counted) {
        List<String> papers = jdbc.sql(
                        "select papers from assembly.ballot_box where election = :id and attempt = :attempt for update")
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query((row, _) ->
                        Stream.of((String[]) row.getArray(1).getArray()).toList())
                .single();
        new PaperRows(jdbc).keep(election, 0, papers);
        jdbc.sql("delete from assembly.ballot_box where election = :id and attempt = :attempt")
                .param("id", election.id())
                .param("attempt", election.attempt())
                .update();
        // A member who signed in after the opening may vote as well: issued is everybody who could.
        jdbc.sql("""
                        insert into assembly.ballot_roll (election, attempt, mandate, received, returned)
                        select :id, :attempt, mandate, true, false from assembly.presence
                         where sitting = :sitting and present
                        on conflict do nothing
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("sitting", election.ballot().sitting().orElseThrow())
                .update();
        int issued = jdbc.sql("""
                        select count(*) from assembly.ballot_roll where election = :id and attempt = :attempt
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query(Integer.class)
                .single();
        return new Account(issued, issued, papers.size());
    }

    @Override
    public List<Refusal> beforeCount(Election election) {
        return List.of();
    }
}
