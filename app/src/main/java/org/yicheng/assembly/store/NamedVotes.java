package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Voices.Parts;
import org.yicheng.assembly.Voices.Weighed;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Weight;
import org.yicheng.count.WeightedCount;
import org.yicheng.count.WeightedVote;

/** The tables of votes by name: parts of weights, what was frozen at opening, what closing counted. */
@Component
class NamedVotes {

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final Weightings weightings;
    private final Representations representations;
    private final Clock clock;

    NamedVotes(
            JdbcClient jdbc, JdbcBodies bodies, Weightings weightings, Representations representations, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.weightings = weightings;
        this.representations = representations;
        this.clock = clock;
    }

    /** One vote as stored. @param by mandate that gave it, absent in a roll call */
    record Row(UUID mandate, Weight carried, Parts parts, Optional<UUID> by, Instant at) {}

    /** The rules a question is decided by: the body's, with what the particular motion needs. */
    RuleSet rules(Question question) {
        RuleSet rules = bodies.rules(question.body());
        return special(question.id())
                .map(key -> rules.special().get(key))
                .map(one -> rules.deciding(one.decision()))
                .orElse(rules);
    }

    Optional<String> special(UUID question) {
        return jdbc.sql("select key from assembly.special_rule where question = :question")
                .param("question", question)
                .query(String.class)
                .optional();
    }

    /** Is this question voted name by name? */
    boolean byName(Question question) {
        return question.mode() == VotingMode.ROLL_CALL
                || (question.mode() == VotingMode.ELECTRONIC_RECORDED
                        && bodies.rules(question.body()).byName());
    }

    /** Freezes the weight of all members when the vote opens. */
    void freeze(UUID question, String body) {
        jdbc.sql("""
                        insert into assembly.weighing (question, all_weight)
                        select :question, coalesce(sum(weight), 0) from assembly.mandate
                         where body = :body and effective_from <= :at and (ended_at is null or ended_at > :at)
                        on conflict (question) do update set all_weight = excluded.all_weight
                        """)
                .param("question", question)
                .param("body", body)
                .param("at", stamp(clock.instant()))
                .update();
    }

    /** Mandates present in person now. */
    Set<UUID> present(String sitting) {
        return new HashSet<>(jdbc.sql("select mandate from assembly.presence where sitting = :sitting and present")
                .param("sitting", sitting)
                .query(UUID.class)
                .list());
    }

    /** Who is represented now: giver → holder; the holder is there, the giver is not. */
    Map<UUID, UUID> represented(String body, String sitting) {
        if (bodies.rules(body).proxies().isEmpty()) {
            return Map.of();
        }
        Set<UUID> present = present(sitting);
        Map<UUID, UUID> held = new HashMap<>(representations.inForce(body, sitting, clock.instant()));
        held.entrySet().removeIf(one -> present.contains(one.getKey()) || !present.contains(one.getValue()));
        return held;
    }

    Weight weight(UUID mandate) {
        return jdbc.sql("select weight from assembly.mandate where id = :id")
                .param("id", mandate)
                .query((row, _) -> Weight.of(row.getBigDecimal(1)))
                .single();
    }

    void store(UUID question, UUID mandate, Weight carried, Parts parts, @Nullable UUID by) {
        jdbc.sql("""
                        insert into assembly.voice (question, mandate, carried, votes_for, against, abstain, given_by, at)
                        values (:question, :mandate, :carried, :for, :against, :abstain, :by, :at)
                        on conflict (question, mandate) do update
                           set carried = excluded.carried, votes_for = excluded.votes_for, against = excluded.against,
                               abstain = excluded.abstain, given_by = excluded.given_by, at = excluded.at
                        """)
                .param("question", question)
                .param("mandate", mandate)
                .param("carried", carried.decimal())
                .param("for", parts.votesFor().decimal())
                .param("against", parts.against().decimal())
                .param("abstain", parts.abstain().decimal())
                .param("by", by)
                .param("at", stamp(clock.instant()))
                .update();
    }

    Map<UUID, Row> of(UUID question) {
        Map<UUID, Row> rows = new LinkedHashMap<>();
        jdbc.sql("select * from assembly.voice where question = :question")
                .param("question", question)
                .query((row, _) -> rows.put(
                        uuid(row, "mandate"),
                        new Row(
                                uuid(row, "mandate"),
                                Weight.of(row.getBigDecimal("carried")),
                                new Parts(
                                        Weight.of(row.getBigDecimal("votes_for")),
                                        Weight.of(row.getBigDecimal("against")),
                                        Weight.of(row.getBigDecimal("abstain"))),
                                Optional.ofNullable(row.getObject("given_by", UUID.class)),
                                Rows.instant(row, "at"))))
                .list();
        return rows;
    }

    int given(UUID question) {
        return jdbc.sql("select count(*) from assembly.voice where question = :question")
                .param("question", question)
                .query(Integer.class)
                .single();
    }

    void forget(UUID question) {
        for (String table : List.of("voice", "acclamation", "weighing")) {
            jdbc.sql("delete from assembly." + table + " where question = :question")
                    .param("question", question)
                    .update();
        }
    }

    /** Counts when the vote closes: those present or represented, and those who voted and left. */
    WeightedCount count(Question question) {
        Map<UUID, Row> voices = of(question.id());
        Map<UUID, Weight> weights = weightings.byMandate(question.body());
        Set<UUID> there = present(question.sitting());
        there.addAll(represented(question.body(), question.sitting()).keySet());
        List<WeightedVote> votes = new ArrayList<>();
        voices.values()
                .forEach(row -> votes.add(new WeightedVote(
                        row.carried(),
                        row.parts().votesFor(),
                        row.parts().against(),
                        row.parts().abstain())));
        there.stream()
                .filter(mandate -> !voices.containsKey(mandate))
                .forEach(mandate -> votes.add(WeightedVote.none(weights.getOrDefault(mandate, Weight.ZERO))));
        WeightedCount count = WeightedCount.of(frozen(question.id()), votes);
        jdbc.sql("""
                        update assembly.weighing set present = :present, votes_for = :for, against = :against, abstain = :abstain
                         where question = :question
                        """)
                .param("present", new Weight(count.weights().present()).decimal())
                .param("for", new Weight(count.weights().tally().yes()).decimal())
                .param("against", new Weight(count.weights().tally().no()).decimal())
                .param("abstain", new Weight(count.weights().tally().abstain()).decimal())
                .param("question", question.id())
                .update();
        return count;
    }

    private Weight frozen(UUID question) {
        return jdbc.sql("select all_weight from assembly.weighing where question = :question")
                .param("question", question)
                .query((row, _) -> Weight.of(row.getBigDecimal(1)))
                .single();
    }

    Optional<Weighed> weighed(UUID question) {
        return jdbc.sql("select * from assembly.weighing where question = :question and present is not null")
                .param("question", question)
                .query((row, _) -> new Weighed(
                        Weight.of(row.getBigDecimal("all_weight")),
                        Weight.of(row.getBigDecimal("present")),
                        new Parts(
                                Weight.of(row.getBigDecimal("votes_for")),
                                Weight.of(row.getBigDecimal("against")),
                                Weight.of(row.getBigDecimal("abstain")))))
                .optional();
    }

    void hear(UUID question, boolean carried) {
        jdbc.sql("""
                        insert into assembly.acclamation (question, carried, at) values (:question, :carried, :at)
                        on conflict (question) do update set carried = excluded.carried, at = excluded.at
                        """)
                .param("question", question)
                .param("carried", carried)
                .param("at", stamp(clock.instant()))
                .update();
    }

    Optional<Boolean> heard(UUID question) {
        return jdbc.sql("select carried from assembly.acclamation where question = :question")
                .param("question", question)
                .query(Boolean.class)
                .optional();
    }
}
