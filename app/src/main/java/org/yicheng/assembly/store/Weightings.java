package org.yicheng.assembly.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.VotingWeights;
import org.yicheng.count.Weight;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Members' weights, exact to the millionth. */
@Component
class Weightings implements VotingWeights {

    private static final Citation WEIGHTS = Citation.of(Law.PRODUCT, "association.weights");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JdbcBodies bodies;
    private final Acts acts;

    Weightings(JdbcClient jdbc, JdbcTemplate template, JdbcBodies bodies, Acts acts) {
        this.jdbc = jdbc;
        this.template = template;
        this.bodies = bodies;
        this.acts = acts;
    }

    @Override
    @Transactional
    public Ruling<Integer> set(String body, Map<String, Weight> weights, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        if (!bodies.rules(body).weighted()) {
            reasons.add(Refusal.by(
                    WEIGHTS,
                    "assembly.votes-by-heads",
                    "rules",
                    bodies.rules(body).name()));
        }
        if (reason.isBlank()) {
            reasons.add(Refusal.at("reason", "assembly.reason-missing"));
        }
        Map<String, Weight> now = new LinkedHashMap<>(of(body));
        weights.keySet().stream()
                .filter(number -> !now.containsKey(number))
                .forEach(number -> reasons.add(Refusal.at("number", "assembly.member.unknown", "value", number)));
        now.putAll(weights);
        if (tooMuch(now)) {
            reasons.add(Refusal.by(WEIGHTS, "assembly.weights-too-large", "most", Weight.MOST));
        }
        if (voting(body)) {
            reasons.add(Refusal.by(WEIGHTS, "assembly.weights-while-voting"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        template.batchUpdate(
                "update assembly.mandate set weight = ? where body = ? and number = ?",
                weights.entrySet().stream()
                        .map(entry -> new Object[] {entry.getValue().decimal(), body, entry.getKey()})
                        .toList());
        acts.write(
                Permission.ROSTER_IMPORT,
                WEIGHTS,
                "assembly.weights.set",
                "body:" + body,
                "members",
                weights.size(),
                "reason",
                reason);
        return Ruling.granted(weights.size());
    }

    private static boolean tooMuch(Map<String, Weight> weights) {
        Weight left = Weight.MOST;
        for (Weight weight : weights.values()) {
            if (weight.compareTo(left) > 0) {
                return true;
            }
            left = left.minus(weight);
        }
        return false;
    }

    private boolean voting(String body) {
        return jdbc.sql("""
                        select 1 from assembly.question q join assembly.sitting s on s.id = q.sitting
                         where s.body = :body and q.state = 'VOTING' limit 1
                        """).param("body", body).query(Integer.class).optional().isPresent();
    }

    @Override
    public Map<String, Weight> of(String body) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        jdbc.sql(
                        "select number, weight from assembly.mandate where body = :body and status <> 'TERMINATED' order by number")
                .param("body", body)
                .query((row, _) -> weights.put(row.getString(1), Weight.of(row.getBigDecimal(2))))
                .list();
        return weights;
    }

    /** The weight of every mandate of a body that counts now. */
    Map<UUID, Weight> byMandate(String body) {
        Map<UUID, Weight> weights = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, weight from assembly.mandate where body = :body and status <> 'TERMINATED' order by number")
                .param("body", body)
                .query((row, _) -> weights.put(row.getObject(1, UUID.class), Weight.of(row.getBigDecimal(2))))
                .list();
        return weights;
    }
}
