package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.stamp;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.count.Opening;
import org.yicheng.count.QuorumRule;
import org.yicheng.count.Share;
import org.yicheng.count.Weight;

/**
 * Counts the roll: distinct members whose last accepted event at or before the instant is IN. The live roll is kept in
 * {@code presence}; the past is replayed from {@code attendance}.
 */
@Component
class Rolls {

    /** The last accepted event of each mandate at or before the instant. */
    private static final String LAST = """
            select distinct on (a.mandate) a.mandate, a.direction
              from assembly.attendance a
             where a.sitting = :sitting and a.effect <> 'REJECTED' and a.at <= :at
             order by a.mandate, a.at desc, a.sequence desc, a.arrival desc
            """;

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final Representations representations;
    private final Weightings weightings;
    private final Clock clock;

    Rolls(JdbcClient jdbc, JdbcBodies bodies, Representations representations, Weightings weightings, Clock clock) {
        this.weightings = weightings;
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.representations = representations;
        this.clock = clock;
    }

    Roll now(Sitting sitting) {
        int present = jdbc.sql("select count(*) from assembly.presence where sitting = :sitting and present")
                .param("sitting", sitting.id())
                .query(Integer.class)
                .single();
        return roll(sitting, clock.instant(), present);
    }

    Roll at(Sitting sitting, Instant at) {
        int present = jdbc.sql("select count(*) from (" + LAST + ") last where direction = 'IN'")
                .param("sitting", sitting.id())
                .param("at", stamp(at))
                .query(Integer.class)
                .single();
        return roll(sitting, at, present);
    }

    private Roll roll(Sitting sitting, Instant at, int present) {
        int due = bodies.due(sitting.body(), at);
        RuleSet rules = bodies.rules(sitting.body());
        QuorumRule rule = rules.quorum();
        Set<UUID> represented = rules.proxies().isEmpty() ? Set.of() : represented(sitting, at);
        int counted = present + represented.size();
        Opening opening = rule.decide(new org.yicheng.count.Roll(due, Math.min(counted, due)));
        return new Roll(
                sitting.id(),
                at,
                due,
                counted,
                opening.threshold(),
                onLeave(sitting.id()),
                reachedAt(sitting.id(), at, opening.threshold()),
                opening,
                rule.weight().map(share -> byWeight(sitting, at, represented, share)));
    }

    private Roll.ByWeight byWeight(Sitting sitting, Instant at, Set<UUID> represented, Share share) {
        Map<UUID, Weight> weights = weightings.byMandate(sitting.body());
        Set<UUID> there = new HashSet<>(present(sitting.id(), at));
        there.addAll(represented);
        Weight all = Weight.sum(weights.values());
        Weight present = Weight.sum(weights.entrySet().stream()
                .filter(one -> there.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList());
        return new Roll.ByWeight(all, present, new Weight(share.threshold(all.millionths())), share.source());
    }

    private Set<UUID> present(String sitting, Instant at) {
        return new HashSet<>(jdbc.sql("select mandate from (" + LAST + ") last where direction = 'IN'")
                .param("sitting", sitting)
                .param("at", stamp(at))
                .query(UUID.class)
                .list());
    }

    /** Where proxies are admitted, a member counts as present whose holder is there. */
    private Set<UUID> represented(Sitting sitting, Instant at) {
        Set<UUID> present = present(sitting.id(), at);
        return representations.inForce(sitting.body(), sitting.id(), at).entrySet().stream()
                .filter(one -> !present.contains(one.getKey()) && present.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private int onLeave(String sitting) {
        return jdbc.sql("""
                        select count(*) from assembly.leave l
                          left join assembly.presence p on p.sitting = l.sitting and p.mandate = l.mandate
                         where l.sitting = :sitting and not coalesce(p.present, false)
                        """).param("sitting", sitting).query(Integer.class).single();
    }

    /** When the number present first reached the quorum: each event moves the running count by one. */
    private Optional<Instant> reachedAt(String sitting, Instant at, int required) {
        return jdbc.sql("""
                        with moves as (
                            select at, sequence, arrival,
                                   case direction when 'IN' then 1 else 0 end
                                   - coalesce(lag(case direction when 'IN' then 1 else 0 end)
                                         over (partition by mandate order by at, sequence, arrival), 0) as step
                              from assembly.attendance
                             where sitting = :sitting and effect <> 'REJECTED' and at <= :at),
                        running as (select at, sum(step) over (order by at, sequence, arrival) as present from moves)
                        select min(at) from running where present >= :required
                        """)
                .param("sitting", sitting)
                .param("at", stamp(at))
                .param("required", required)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, java.time.OffsetDateTime.class)))
                .single()
                .map(java.time.OffsetDateTime::toInstant);
    }

    List<Roll.OfGroup> byGroup(Sitting sitting, Instant at) {
        // Member by member along the index: a join with all last events is planned for few and is slow for hundreds.
        return jdbc.sql("""
                        select g.code, g.name, g.position, count(*) as due,
                               count(*) filter (where last.direction = 'IN') as present,
                               count(*) filter (where l.mandate is not null and last.direction is distinct from 'IN') as on_leave
                          from assembly.mandate m
                          join assembly.member_group g on g.body = m.body and g.code = m.group_code
                          left join lateral (
                                select a.direction from assembly.attendance a
                                 where a.sitting = :sitting and a.mandate = m.id and a.effect <> 'REJECTED' and a.at <= :at
                                 order by a.at desc, a.sequence desc, a.arrival desc limit 1) last on true
                          left join assembly.leave l on l.sitting = :sitting and l.mandate = m.id
                         where m.body = :body and m.effective_from <= :at and (m.ended_at is null or m.ended_at > :at)
                         group by g.code, g.name, g.position
                         order by g.position, g.code
                        """)
                .param("sitting", sitting.id())
                .param("body", sitting.body())
                .param("at", stamp(at))
                .query((row, _) -> new Roll.OfGroup(
                        new Group(sitting.body(), row.getString("code"), row.getString("name"), row.getInt("position")),
                        row.getInt("due"),
                        row.getInt("present"),
                        row.getInt("on_leave")))
                .list();
    }

    List<String> presentMembers(String sitting, Instant at) {
        return jdbc.sql(
                        "select m.number from (" + LAST
                                + ") last join assembly.mandate m on m.id = last.mandate where last.direction = 'IN' order by m.number")
                .param("sitting", sitting)
                .param("at", stamp(at))
                .query((row, _) -> row.getString(1))
                .list();
    }

    int everPresent(String sitting) {
        return jdbc.sql("""
                        select count(distinct mandate) from assembly.attendance
                         where sitting = :sitting and effect <> 'REJECTED' and direction = 'IN'
                        """).param("sitting", sitting).query(Integer.class).single();
    }
}
