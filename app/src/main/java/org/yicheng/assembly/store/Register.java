package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.instant;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The register of mandates. Every change locks the body, so that two clerks never change the same mandate. */
@Component
class Register implements Mandates {

    private static final Citation SUSPENSION = Citation.of(Law.DEPUTIES, 61);
    private static final Citation END = Citation.of(Law.DEPUTIES, 62);
    private static final Citation BY_ELECTION = Citation.of(Law.ELECTORAL, 57);
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int LONGEST_DECISION = 200;

    private final JdbcClient jdbc;
    private final JdbcBodies bodies;
    private final JdbcSittings sittings;
    private final Accounts accounts;
    private final Acts acts;
    private final Clock clock;

    Register(JdbcClient jdbc, JdbcBodies bodies, JdbcSittings sittings, Accounts accounts, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.sittings = sittings;
        this.accounts = accounts;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Change> suspend(String body, String number, Ground ground, Instant effective, String decision) {
        List<Refusal> reasons = commonFaults(body, number, effective, decision, SUSPENSION, MandateStatus.IN_OFFICE);
        if (!ground.suspends()) {
            reasons.add(Refusal.at("ground", "assembly.ground-does-not-suspend", "ground", word(ground)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Member member = bodies.memberByNumber(body, number).orElseThrow();
        signOut(member, decision);
        set(member.mandate(), MandateStatus.SUSPENDED, null);
        return registered(member, MandateStatus.SUSPENDED, ground, effective, decision, null, SUSPENSION);
    }

    @Override
    @Transactional
    public Ruling<Change> resume(String body, String number, Instant effective, String decision) {
        List<Refusal> reasons = commonFaults(body, number, effective, decision, SUSPENSION, MandateStatus.SUSPENDED);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Member member = bodies.memberByNumber(body, number).orElseThrow();
        set(member.mandate(), MandateStatus.IN_OFFICE, null);
        return registered(member, MandateStatus.IN_OFFICE, Ground.CAUSE_GONE, effective, decision, null, SUSPENSION);
    }

    @Override
    @Transactional
    public Ruling<Change> end(String body, String number, Ground ground, Instant effective, String decision) {
        List<Refusal> reasons =
                commonFaults(body, number, effective, decision, END, MandateStatus.IN_OFFICE, MandateStatus.SUSPENDED);
        if (!ground.ends()) {
            reasons.add(Refusal.at("ground", "assembly.ground-does-not-end", "ground", word(ground)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Member member = bodies.memberByNumber(body, number).orElseThrow();
        leave(member, effective, decision);
        return registered(member, MandateStatus.TERMINATED, ground, effective, decision, null, endLaw(body, ground));
    }

    /** A seat in a standing committee ends by other articles than a deputy's mandate. */
    private Citation endLaw(String body, Ground ground) {
        boolean committee = bodies.byId(body)
                .filter(one -> one.kind() == Body.Kind.STANDING_COMMITTEE)
                .isPresent();
        if (!committee) {
            return END;
        }
        return switch (ground) {
            case RESIGNED -> Citation.of(Law.ORGANIC, "32(1)");
            case RECALLED -> Citation.of(Law.ORGANIC, "31(1)");
            default -> Citation.of(Law.ORGANIC, 48);
        };
    }

    /** Out of the hall, of the bodies below, and of the card. */
    private void leave(Member member, Instant effective, String decision) {
        List<Member> all = new ArrayList<>();
        all.add(member);
        bodies.childrenOf(member.body())
                .forEach(child -> bodies.memberOf(child.id(), member.person()).ifPresent(all::add));
        for (Member one : all) {
            signOut(one, decision);
            set(one.mandate(), MandateStatus.TERMINATED, effective);
            accounts.byPerson(one.person())
                    .ifPresent(account -> accounts.endRole(account.id(), Role.MEMBER, one.body()));
        }
        boolean elsewhere = jdbc.sql(
                        "select 1 from assembly.mandate where person = :person and status <> 'TERMINATED' limit 1")
                .param("person", member.person())
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!elsewhere) {
            bodies.cardsOf(member.person()).stream()
                    .filter(card -> card.status() != Credential.Status.REVOKED)
                    .forEach(card -> bodies.changeCard(card.code(), Credential.Status.REVOKED, decision)
                            .orThrow());
        }
    }

    private void signOut(Member member, String reason) {
        Optional<Credential> card = bodies.activeCardOf(member.person());
        if (card.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select p.sitting from assembly.presence p join assembly.sitting s on s.id = p.sitting
                         where p.mandate = :mandate and p.present and s.state in ('SIGN_IN', 'OPEN', 'PAUSED')
                        """)
                .param("mandate", member.mandate())
                .query(String.class)
                .list()
                .forEach(sitting ->
                        sittings.signInByHand(sitting, card.get().code(), SignInEvent.Direction.OUT, reason));
    }

    private void set(UUID mandate, MandateStatus status, @Nullable Instant ended) {
        jdbc.sql("update assembly.mandate set status = :status, ended_at = :ended, valid_to = :to where id = :id")
                .param("status", status.name())
                .param("ended", ended == null ? null : stamp(ended))
                .param(
                        "to",
                        ended == null ? null : ended.atZone(clock.getZone()).toLocalDate())
                .param("id", mandate)
                .update();
    }

    @Override
    @Transactional
    public Ruling<Change> succeed(
            String body, String vacated, NewMember successor, String card, Instant effective, String decision) {
        List<Refusal> reasons = commonFaults(body, vacated, effective, decision, BY_ELECTION, MandateStatus.TERMINATED);
        Optional<Member> old = bodies.memberByNumber(body, vacated);
        old.flatMap(this::successorOf)
                .ifPresent(by ->
                        reasons.add(Refusal.by(BY_ELECTION, "assembly.vacancy-filled", "number", vacated, "by", by)));
        if (!CODE.matcher(card).matches()
                || bodies.card(card).isPresent()
                || accounts.byLogin(card).isPresent()) {
            reasons.add(Refusal.at("card", "assembly.card-not-free", "value", card));
        }
        if (!CODE.matcher(successor.number()).matches()) {
            reasons.add(Refusal.at("number", "assembly.number-form", "value", successor.number()));
        }
        old.filter(member -> endedAt(member).isAfter(effective))
                .ifPresent(member -> reasons.add(Refusal.by(
                        BY_ELECTION,
                        "assembly.succession-before-end",
                        "number",
                        vacated,
                        "ended",
                        local(endedAt(member)))));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        if (bodies.enrol(body, List.of(successor)) instanceof Ruling.Refused<Integer>(List<Refusal> faults)) {
            return Ruling.refused(faults);
        }
        Member elected = bodies.memberByNumber(body, successor.number()).orElseThrow();
        // Enrolling counts from the start of the day; a by-election counts from its own instant.
        jdbc.sql("update assembly.mandate set effective_from = :at where id = :id")
                .param("at", stamp(effective))
                .param("id", elected.mandate())
                .update();
        bodies.cardsOf(elected.person()).stream()
                .filter(one -> one.status() != Credential.Status.REVOKED)
                .forEach(one -> bodies.changeCard(one.code(), Credential.Status.REVOKED, decision)
                        .orThrow());
        bodies.issueCards(List.of(new Credential(card, elected.person(), Credential.Status.ACTIVE)));
        return registered(
                elected,
                MandateStatus.IN_OFFICE,
                null,
                effective,
                decision,
                old.orElseThrow().mandate(),
                BY_ELECTION);
    }

    private Instant endedAt(Member member) {
        return jdbc.sql("select ended_at from assembly.mandate where id = :id")
                .param("id", member.mandate())
                .query((row, _) -> Rows.optionalInstant(row, "ended_at").orElse(Instant.EPOCH))
                .single();
    }

    private Optional<String> successorOf(Member old) {
        return jdbc.sql("select number from assembly.mandate where body = :body and replaces = :number limit 1")
                .param("body", old.body())
                .param("number", old.number())
                .query(String.class)
                .optional();
    }

    private List<Refusal> commonFaults(
            String body, String number, Instant effective, String decision, Citation ground, MandateStatus... needed) {
        jdbc.sql("select 1 from assembly.body where id = :id for update")
                .param("id", body)
                .query(Integer.class)
                .optional();
        List<Refusal> reasons = new ArrayList<>();
        Optional<Member> member = bodies.memberByNumber(body, number);
        if (member.isEmpty()) {
            reasons.add(Refusal.at("number", "assembly.member.unknown", "value", number));
        } else if (!List.of(needed).contains(member.get().status())) {
            reasons.add(Refusal.by(
                    ground,
                    "assembly.mandate-status",
                    "number",
                    number,
                    "status",
                    word(member.get().status()),
                    "needed",
                    Stream.of(needed).map(Register::word).toList()));
        }
        Instant now = clock.instant();
        Instant earliest = member.map(this::effectiveFrom).orElse(Instant.EPOCH);
        if (effective.isAfter(now) || effective.isBefore(earliest)) {
            reasons.add(Refusal.at(
                    "effective",
                    "assembly.mandate-instant",
                    "value",
                    local(effective),
                    "from",
                    local(earliest),
                    "to",
                    local(now)));
        }
        if (decision.isBlank() || decision.length() > LONGEST_DECISION) {
            reasons.add(Refusal.at(
                    "decision", "assembly.decision-missing", "value", decision.length(), "most", LONGEST_DECISION));
        }
        return reasons;
    }

    private String local(Instant at) {
        return at.atZone(clock.getZone()).toLocalDateTime().withNano(0).toString();
    }

    private Instant effectiveFrom(Member member) {
        return jdbc.sql("select effective_from from assembly.mandate where id = :id")
                .param("id", member.mandate())
                .query((row, _) -> instant(row, "effective_from"))
                .single();
    }

    private static Phrase word(MandateStatus status) {
        return Phrase.of("assembly.mandate-is-" + status.name());
    }

    private static Phrase word(Ground ground) {
        return Phrase.of("assembly.ground-" + ground.name());
    }

    /** @param replaced for a by-election the mandate whose vacancy is filled; then {@code member} is the successor */
    private Ruling<Change> registered(
            Member member,
            MandateStatus to,
            @Nullable Ground ground,
            Instant effective,
            String decision,
            @Nullable UUID replaced,
            Citation law) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into assembly.mandate_change (id, body, mandate, status, ground, decision, effective_at,
                                                             recorded_at, recorded_by, successor)
                        values (:id, :body, :mandate, :status, :ground, :decision, :effective, :now, :by, :successor)
                        """)
                .param("id", id)
                .param("body", member.body())
                .param("mandate", replaced == null ? member.mandate() : replaced)
                .param("status", to.name())
                .param("ground", ground == null ? null : ground.name())
                .param("decision", decision)
                .param("effective", stamp(effective))
                .param("now", stamp(clock.instant()))
                .param("by", Caller.current().actor())
                .param("successor", replaced == null ? null : member.mandate())
                .update();
        acts.write(
                Permission.CREDENTIAL_CHANGE,
                law,
                "assembly.mandate.register",
                "body:" + member.body(),
                "number",
                member.number(),
                "status",
                to,
                "ground",
                ground == null ? "BY_ELECTION" : ground,
                "effective",
                effective,
                "due",
                bodies.due(member.body(), clock.instant()));
        return Ruling.granted(changes(member.body()).stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private record Line(Change change, UUID mandate, Optional<UUID> successor) {}

    private static Line line(ResultSet row, int at) throws SQLException {
        Change change = new Change(
                uuid(row, "id"),
                row.getString("body"),
                "",
                "",
                MandateStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("ground")).map(Ground::valueOf),
                row.getString("decision"),
                instant(row, "effective_at"),
                instant(row, "recorded_at"),
                Optional.empty());
        return new Line(change, uuid(row, "mandate"), Optional.ofNullable(row.getObject("successor", UUID.class)));
    }

    @Override
    public List<Change> changes(String body) {
        List<Line> lines = jdbc.sql(
                        "select * from assembly.mandate_change where body = :body order by recorded_at desc, id")
                .param("body", body)
                .query(Register::line)
                .list();
        Set<UUID> mandates = new HashSet<>();
        lines.forEach(line -> {
            mandates.add(line.mandate());
            line.successor().ifPresent(mandates::add);
        });
        Map<UUID, Member> members = bodies.byMandates(mandates);
        return lines.stream()
                .map(line -> named(
                        line.change(),
                        Objects.requireNonNull(members.get(line.mandate())),
                        line.successor().map(members::get).map(Member::number)))
                .toList();
    }

    private static Change named(Change change, Member member, Optional<String> successor) {
        return new Change(
                change.id(),
                change.body(),
                member.number(),
                member.name(),
                change.to(),
                change.ground(),
                change.decision(),
                change.effective(),
                change.recorded(),
                successor);
    }

    @Override
    public List<Member> vacancies(String body) {
        List<Member> members = bodies.membersOf(body);
        Set<String> filled = new HashSet<>();
        members.forEach(member -> member.replaces().ifPresent(filled::add));
        return members.stream()
                .filter(member -> member.status() == MandateStatus.TERMINATED && !filled.contains(member.number()))
                .toList();
    }

    @Override
    public List<Dual> dual(String body) {
        record Pair(UUID mandate, String body, String number) {}
        List<Pair> pairs = jdbc.sql("""
                        select m.id, o.body, o.number
                          from assembly.mandate m
                          join assembly.mandate o on o.person = m.person and o.body <> m.body and o.status <> 'TERMINATED'
                          join assembly.body b on b.id = o.body and b.kind = 'CONGRESS'
                          join assembly.body own on own.id = m.body
                          left join assembly.area a on a.body = m.body
                          left join assembly.area x on x.body = o.body
                         where m.body = :body and m.status <> 'TERMINATED'
                           and b.parent is distinct from own.id and own.parent is distinct from b.id
                           and (a.code is null or x.code is null)
                         order by m.number, o.body
                        """)
                .param("body", body)
                .query((row, _) -> new Pair(uuid(row, "id"), row.getString("body"), row.getString("number")))
                .list();
        Set<UUID> mandates = new HashSet<>();
        pairs.forEach(pair -> mandates.add(pair.mandate()));
        Map<UUID, Member> members = bodies.byMandates(mandates);
        List<Dual> dual = new ArrayList<>();
        for (Pair pair : pairs) {
            Optional<Body> other = bodies.byId(pair.body());
            Member member = members.get(pair.mandate());
            if (other.isPresent() && member != null) {
                dual.add(new Dual(member, other.get(), pair.number()));
            }
        }
        return dual;
    }
}
