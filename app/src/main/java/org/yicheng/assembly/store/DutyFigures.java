package org.yicheng.assembly.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Duties;

/** Attendance and participation by member, straight from the tables; that somebody voted, never how. */
@Component
class DutyFigures implements Duties {

    private final JdbcClient jdbc;

    DutyFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figures> of(String body, String subject) {
        return jdbc.sql("""
                        with held as (
                            select id, opened_at from assembly.sitting
                             where body = :body and subject = :subject and opened_at is not null),
                        ballots as (
                            select q.id, h.id as sitting, q.opened_at from assembly.question q join held h on h.id = q.sitting
                             where q.closed_at is not null and q.opened_at is not null
                               and q.mode not in ('SHOW_OF_HANDS', 'ACCLAMATION', 'UNANIMOUS_CONSENT')),
                        due as (
                            select m.id as mandate, m.number, h.id as sitting
                              from assembly.mandate m cross join held h
                             where m.body = :body and m.effective_from <= h.opened_at
                               and (m.ended_at is null or m.ended_at > h.opened_at)),
                        seen as (
                            select distinct sitting, mandate from assembly.attendance
                             where effect <> 'REJECTED' and direction = 'IN' and sitting in (select id from held)),
                        taken as (
                            select question, mandate from assembly.participation where question in (select id from ballots)
                            union
                            select question, mandate from assembly.voice where question in (select id from ballots)),
                        votes as (
                            select m.id as mandate, count(*) as votes, count(t.question) as taken
                              from assembly.mandate m cross join ballots b
                              left join taken t on t.question = b.id and t.mandate = m.id
                             where m.body = :body and m.effective_from <= b.opened_at
                               and (m.ended_at is null or m.ended_at > b.opened_at)
                             group by m.id)
                        select d.number, count(*) as sittings, count(s.mandate) as attended,
                               count(*) filter (where s.mandate is null and l.mandate is not null) as on_leave,
                               coalesce(max(v.votes), 0) as votes, coalesce(max(v.taken), 0) as taken
                          from due d
                          left join seen s on s.sitting = d.sitting and s.mandate = d.mandate
                          left join assembly.leave l on l.sitting = d.sitting and l.mandate = d.mandate
                          left join votes v on v.mandate = d.mandate
                         group by d.number
                         order by d.number
                        """)
                .param("body", body)
                .param("subject", subject)
                .query((row, _) -> new Figures(
                        row.getString("number"),
                        row.getInt("sittings"),
                        row.getInt("attended"),
                        row.getInt("on_leave"),
                        row.getInt("votes"),
                        row.getInt("taken")))
                .list();
    }
}
