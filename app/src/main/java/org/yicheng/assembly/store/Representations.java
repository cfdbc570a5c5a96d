package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.optionalInstant;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.Proxies;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.RuleSet.Proxying;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Proxies: one in force a giver, a limit a holder, nobody represented who is there. */
@Component
class Representations implements Proxies {

    private static final int LONGEST_DOCUMENT = 200;
    private static final Citation PROXIES = Citation.of(Law.PRODUCT, "association.proxies");

    private static final String SELECT = """
            select x.*, g.number as giver_number, g.person as giver_person, h.number as holder_number, h.person as holder_person
              from assembly.proxy x
              join assembly.mandate g on g.id = x.giver
              join assembly.mandate h on h.id = x.holder
            """;

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final Acts acts;
    private final Floor floor;
    private final Clock clock;

    Representations(JdbcClient jdbc, JdbcBodies bodies, Acts acts, Floor floor, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.acts = acts;
        this.floor = floor;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Proxy> give(String body, Optional<String> sitting, String giver, String holder, String document) {
        // One proxy of a body at a time, so that the holder's limit holds.
        jdbc.sql("select 1 from assembly.body where id = :id for update")
                .param("id", body)
                .query(Integer.class)
                .optional();
        Optional<Member> from = bodies.memberByNumber(body, giver);
        Optional<Member> to = bodies.memberByNumber(body, holder);
        List<Refusal> reasons = faults(body, sitting, giver, holder, document);
        reasons.addAll(notInOffice("giver", giver, from));
        reasons.addAll(notInOffice("holder", holder, to));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into assembly.proxy (id, body, sitting, giver, holder, document, given_at)
                        values (:id, :body, :sitting, :giver, :holder, :document, :at)
                        """)
                .param("id", id)
                .param("body", body)
                .param("sitting", sitting.orElse(null))
                .param("giver", from.orElseThrow().mandate())
                .param("holder", to.orElseThrow().mandate())
                .param("document", document)
                .param("at", stamp(clock.instant()))
                .update();
        sitting.ifPresent(floor::rollChanged);
        acts.write(
                Permission.CREDENTIAL_CHANGE,
                bodies.rules(body).proxies().map(Proxying::source).orElse(PROXIES),
                "assembly.proxy.give",
                "body:" + body,
                "giver",
                giver,
                "holder",
                holder,
                "sitting",
                sitting.orElse("*"));
        return Ruling.granted(byId(id).orElseThrow());
    }

    private List<Refusal> faults(String body, Optional<String> sitting, String giver, String holder, String document) {
        List<Refusal> reasons = new ArrayList<>();
        RuleSet rules = bodies.rules(body);
        List<Proxy> inForce =
                of(body).stream().filter(proxy -> proxy.withdrawnAt().isEmpty()).toList();
        if (rules.proxies().isEmpty()) {
            reasons.add(Refusal.by(PROXIES, "assembly.no-proxies", "rules", rules.name()));
        }
        if (giver.equals(holder)) {
            reasons.add(Refusal.at("holder", "assembly.proxy-to-oneself", "value", holder));
        }
        if (document.length() > LONGEST_DOCUMENT) {
            reasons.add(Refusal.at(
                    "document", "assembly.proxy-document", "value", document.length(), "most", LONGEST_DOCUMENT));
        }
        inForce.stream()
                .filter(proxy -> proxy.giver().equals(giver))
                .findFirst()
                .ifPresent(proxy -> reasons.add(
                        Refusal.by(PROXIES, "assembly.proxy-given", "giver", giver, "holder", proxy.holder())));
        if (inForce.stream().anyMatch(proxy -> proxy.giver().equals(holder))) {
            reasons.add(Refusal.by(PROXIES, "assembly.proxy-chain", "holder", holder));
        }
        if (inForce.stream().anyMatch(proxy -> proxy.holder().equals(giver))) {
            reasons.add(Refusal.by(PROXIES, "assembly.proxy-holder-gives", "giver", giver));
        }
        rules.proxies().ifPresent(limit -> {
            long held = inForce.stream()
                    .filter(proxy -> proxy.holder().equals(holder))
                    .count();
            if (held >= limit.mostPerHolder()) {
                reasons.add(Refusal.by(
                        limit.source(),
                        "assembly.proxy-limit",
                        "holder",
                        holder,
                        "held",
                        held,
                        "most",
                        limit.mostPerHolder()));
            }
        });
        sitting.filter(id -> !belongs(id, body))
                .ifPresent(id -> reasons.add(Refusal.at("sitting", "assembly.sitting.unknown", "value", id)));
        return reasons;
    }

    private boolean belongs(String sitting, String body) {
        return jdbc.sql("select 1 from assembly.sitting where id = :id and body = :body")
                .param("id", sitting)
                .param("body", body)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static List<Refusal> notInOffice(String field, String number, Optional<Member> member) {
        if (member.isEmpty()) {
            return List.of(Refusal.at(field, "assembly.member.unknown", "value", number));
        }
        return member.get().status() == MandateStatus.IN_OFFICE
                ? List.of()
                : List.of(Refusal.at(field, "assembly.proxy-not-in-office", "value", number));
    }

    @Override
    @Transactional
    public Ruling<Proxy> withdraw(UUID id) {
        Optional<Proxy> proxy = byId(id);
        if (proxy.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.proxy.unknown", "value", id));
        }
        if (proxy.get().withdrawnAt().isPresent()) {
            return Ruling.refused(Refusal.by(
                    PROXIES, "assembly.proxy-withdrawn", "giver", proxy.get().giver()));
        }
        jdbc.sql("update assembly.proxy set withdrawn_at = :at where id = :id")
                .param("at", stamp(clock.instant()))
                .param("id", id)
                .update();
        proxy.get().sitting().ifPresent(floor::rollChanged);
        acts.write(
                Permission.CREDENTIAL_CHANGE,
                PROXIES,
                "assembly.proxy.withdraw",
                "body:" + proxy.get().body(),
                "giver",
                proxy.get().giver());
        return Ruling.granted(byId(id).orElseThrow());
    }

    @Override
    public Optional<Proxy> byId(UUID id) {
        return named(jdbc.sql(SELECT + " where x.id = :id")
                        .param("id", id)
                        .query(Representations::row)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public List<Proxy> of(String body) {
        return named(
                jdbc.sql(SELECT + " where x.body = :body order by x.withdrawn_at is not null, x.given_at desc, x.id")
                        .param("body", body)
                        .query(Representations::row)
                        .list());
    }

    private record Row(Proxy proxy, UUID giver, UUID holder) {}

    private static Row row(ResultSet row, int at) throws SQLException {
        Proxy proxy = new Proxy(
                uuid(row, "id"),
                row.getString("body"),
                Optional.ofNullable(row.getString("sitting")),
                row.getString("giver_number"),
                "",
                row.getString("holder_number"),
                "",
                row.getString("document"),
                Rows.instant(row, "given_at"),
                optionalInstant(row, "withdrawn_at"));
        return new Row(proxy, uuid(row, "giver"), uuid(row, "holder"));
    }

    private List<Proxy> named(List<Row> rows) {
        Map<UUID, Member> members = bodies.byMandates(rows.stream()
                .flatMap(row -> java.util.stream.Stream.of(row.giver(), row.holder()))
                .collect(java.util.stream.Collectors.toSet()));
        return rows.stream()
                .map(row -> new Proxy(
                        row.proxy().id(),
                        row.proxy().body(),
                        row.proxy().sitting(),
                        row.proxy().giver(),
                        name(members, row.giver()),
                        row.proxy().holder(),
                        name(members, row.holder()),
                        row.proxy().document(),
                        row.proxy().givenAt(),
                        row.proxy().withdrawnAt()))
                .toList();
    }

    private static String name(Map<UUID, Member> members, UUID mandate) {
        Member member = members.get(mandate);
        return member == null ? "" : member.name();
    }

    /** Proxies in force at an instant: giver's mandate → holder's mandate. */
    Map<UUID, UUID> inForce(String body, String sitting, Instant at) {
        Map<UUID, UUID> holders = new java.util.HashMap<>();
        jdbc.sql("""
                        select x.giver, x.holder from assembly.proxy x
                          join assembly.mandate g on g.id = x.giver
                         where x.body = :body and (x.sitting is null or x.sitting = :sitting)
                           and x.given_at <= :at and (x.withdrawn_at is null or x.withdrawn_at > :at)
                           and (g.ended_at is null or g.ended_at > :at) and g.status <> 'SUSPENDED'
                        """)
                .param("body", body)
                .param("sitting", sitting)
                .param("at", stamp(at))
                .query((row, _) -> holders.put(uuid(row, "giver"), uuid(row, "holder")))
                .list();
        return holders;
    }
}
