package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.DeliveryRules.CHANGE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Reportings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Keeps where decisions were reported; a row a decision. */
@Component
class JdbcReportings implements Reportings {

    private final JdbcClient jdbc;
    private final DeliveryRows deliveries;
    private final Rounds rounds;
    private final Sittings sittings;
    private final DeliveryActs acts;
    private final Clock clock;

    JdbcReportings(
            JdbcClient jdbc,
            DeliveryRows deliveries,
            Rounds rounds,
            Sittings sittings,
            DeliveryActs acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.sittings = sittings;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public List<Which> open(UUID round) {
        List<Which> reported = of(round).stream().map(Reported::which).toList();
        return deliveries.ofRound(round).stream()
                .flatMap(one -> one.decisions().stream().map(each -> new Which(one.id(), each.number())))
                .filter(which -> !reported.contains(which))
                .toList();
    }

    @Override
    public List<Reported> of(UUID round) {
        return jdbc.sql("""
                select r.* from livelihood.decision_report r join livelihood.delivery d on d.id = r.delivery
                 where d.round = :round order by d.number, r.number
                """)
                .param("round", round)
                .query((row, _) -> new Reported(
                        new Which(row.getObject("delivery", UUID.class), row.getInt("number")),
                        row.getString("meeting"),
                        row.getObject("day", LocalDate.class),
                        Optional.of(row.getString("sitting")).filter(id -> !id.isEmpty())))
                .list();
    }

    @Override
    public List<Sitting> plenaries(UUID round) {
        return rounds.byId(round).map(Round::body).stream()
                .flatMap(body -> sittings.ofBody(body).stream())
                .filter(one ->
                        one.kind() == Sitting.Kind.PLENARY && one.openedAt().isPresent())
                .sorted(Comparator.comparing(Sitting::plannedAt).reversed())
                .toList();
    }

    @Override
    @Transactional
    public Ruling<List<Reported>> report(UUID round, List<Which> which, String sitting) {
        return plenaries(round).stream()
                .filter(one -> one.id().equals(sitting))
                .findFirst()
                .map(one -> report(round, which, one.name().zh(), opened(one), one.id()))
                .orElseGet(() ->
                        Ruling.refused(Refusal.at("sitting", CHANGE, "livelihood.report-sitting", "value", sitting)));
    }

    private LocalDate opened(Sitting sitting) {
        return LocalDate.ofInstant(sitting.openedAt().orElseThrow(), clock.getZone());
    }

    @Override
    @Transactional
    public Ruling<List<Reported>> report(UUID round, List<Which> which, String meeting, LocalDate day) {
        return report(round, which, meeting, day, "");
    }

    private Ruling<List<Reported>> report(
            UUID round, List<Which> which, String meeting, LocalDate day, String sitting) {
        if (rounds.byId(round).isEmpty()) {
            return Ruling.refused(Refusal.plain("livelihood.round.unknown", "value", round.toString()));
        }
        jdbc.sql("select 1 from livelihood.round where id = :round for update")
                .param("round", round)
                .query(Integer.class)
                .single();
        List<Refusal> reasons = new ArrayList<>();
        DeliveryRules.words(reasons, "meeting", meeting, LONGEST_MEETING);
        if (which.isEmpty()) {
            reasons.add(Refusal.at(
                    "which",
                    CHANGE,
                    "livelihood.report-none",
                    "open",
                    open(round).size()));
        }
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            reasons.add(Refusal.at(
                    "day",
                    CHANGE,
                    "livelihood.report-future",
                    "day",
                    OfficialDate.day(day),
                    "today",
                    OfficialDate.day(today)));
        }
        Set<Which> seen = new HashSet<>();
        which.forEach(one -> against(round, one, day, seen.add(one)).ifPresent(reasons::add));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        which.forEach(one -> insert(one, meeting.strip(), day, sitting));
        return Ruling.granted(of(round));
    }

    private Optional<Refusal> against(UUID round, Which which, LocalDate day, boolean first) {
        Optional<Delivery.Decision> decision = deliveries
                .byId(which.delivery())
                .filter(one -> one.round().equals(round))
                .flatMap(one -> one.decisions().stream()
                        .filter(each -> each.number() == which.decision())
                        .findFirst());
        if (decision.isEmpty() || !first) {
            return Optional.of(Refusal.at(
                    "which", CHANGE, "livelihood.report-stranger", "value", which.delivery(), "n", which.decision()));
        }
        Optional<Reported> before =
                of(round).stream().filter(one -> one.which().equals(which)).findFirst();
        if (before.isPresent()) {
            return Optional.of(Refusal.at(
                    "which",
                    CHANGE,
                    "livelihood.report-twice",
                    "n",
                    which.decision(),
                    "day",
                    OfficialDate.day(before.get().day()),
                    "meeting",
                    before.get().meeting()));
        }
        return day.isBefore(decision.get().day())
                ? Optional.of(Refusal.at(
                        "day",
                        CHANGE,
                        "livelihood.report-early",
                        "day",
                        OfficialDate.day(day),
                        "decided",
                        OfficialDate.day(decision.get().day())))
                : Optional.empty();
    }

    private void insert(Which which, String meeting, LocalDate day, String sitting) {
        jdbc.sql("insert into livelihood.decision_report values (:delivery, :number, :meeting, :day, :sitting)")
                .param("delivery", which.delivery())
                .param("number", which.decision())
                .param("meeting", meeting)
                .param("day", day)
                .param("sitting", sitting)
                .update();
        acts.write(
                EvaluationRules.DELIVERY + which.delivery(),
                "delivery.report-decision",
                CHANGE,
                "number",
                which.decision(),
                "meeting",
                meeting);
    }
}
