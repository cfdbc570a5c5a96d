package org.yicheng.assembly.store;

import static org.yicheng.assembly.store.Rows.bilingual;
import static org.yicheng.assembly.store.Rows.optionalDate;
import static org.yicheng.assembly.store.Rows.stamp;
import static org.yicheng.assembly.store.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AreaCode;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.RuleSet;
import org.yicheng.party.Permission;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Bodies, groups, mandates and cards. */
@Component
class JdbcBodies implements Bodies {

    private static final String MEMBERS = """
            select m.*, coalesce(g.name, '') as group_name, coalesce(g.position, 0) as position
              from assembly.mandate m
              left join assembly.member_group g on g.body = m.body and g.code = m.group_code
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Persons persons;
    private final RuleSets ruleSets;
    private final Areas areas;
    private final Acts acts;
    private final Clock clock;

    JdbcBodies(
            JdbcClient jdbc,
            JdbcTemplate template,
            Persons persons,
            RuleSets ruleSets,
            Areas areas,
            Acts acts,
            Clock clock) {
        this.areas = areas;
        this.jdbc = jdbc;
        this.template = template;
        this.persons = persons;
        this.ruleSets = ruleSets;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(Body body) {
        ruleSets.byId(body.ruleSet());
        jdbc.sql("""
                        insert into assembly.body (id, kind, name_zh, name_en, short_zh, short_en, rule_set, parent, demo)
                        values (:id, :kind, :nameZh, :nameEn, :shortZh, :shortEn, :ruleSet, :parent, :demo)
                        """)
                .param("id", body.id())
                .param("kind", body.kind().name())
                .param("nameZh", body.name().zh())
                .param("nameEn", body.name().en())
                .param("shortZh", body.shortName().zh())
                .param("shortEn", body.shortName().en())
                .param("ruleSet", body.ruleSet())
                .param("parent", body.parent().orElse(null))
                .param("demo", body.demo())
                .update();
        acts.write(Permission.SITTING_PREPARE, "assembly.body.add", "body:" + body.id(), "ruleSet", body.ruleSet());
    }

    @Override
    public Optional<Body> byId(String id) {
        return jdbc.sql("select * from assembly.body where id = :id")
                .param("id", id)
                .query(JdbcBodies::body)
                .optional();
    }

    @Override
    public List<Body> childrenOf(String parent) {
        return jdbc.sql("select * from assembly.body where parent = :parent order by id")
                .param("parent", parent)
                .query(JdbcBodies::body)
                .list();
    }

    private static Body body(ResultSet row, int at) throws SQLException {
        return new Body(
                row.getString("id"),
                Body.Kind.valueOf(row.getString("kind")),
                bilingual(row, "name"),
                bilingual(row, "short"),
                row.getString("rule_set"),
                Optional.ofNullable(row.getString("parent")),
                row.getBoolean("demo"));
    }

    @Override
    @Transactional
    public void addGroups(List<Group> groups) {
        template.batchUpdate(
                "insert into assembly.member_group (body, code, name, position) values (?, ?, ?, ?)",
                groups.stream()
                        .map(group -> new Object[] {group.body(), group.code(), group.name(), group.order()})
                        .toList());
    }

    @Override
    public List<Group> groupsOf(String body) {
        return jdbc.sql("select * from assembly.member_group where body = :body order by position, code")
                .param("body", body)
                .query((row, _) -> new Group(
                        row.getString("body"), row.getString("code"), row.getString("name"), row.getInt("position")))
                .list();
    }

    @Override
    @Transactional
    public Ruling<Integer> enrol(String body, List<NewMember> members) {
        List<Refusal> reasons = enrolmentFaults(body, members);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        template.batchUpdate(
                """
                insert into assembly.mandate (id, body, number, person, group_code, electing_unit, status, valid_from,
                                              valid_to, effective_from, ended_at, replaces, seat)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, members.stream().map(member -> row(body, member)).toList());
        acts.write(Permission.ROSTER_IMPORT, "assembly.members.enrol", "body:" + body, "members", members.size());
        return Ruling.granted(members.size());
    }

    private Object[] row(String body, NewMember member) {
        boolean ended = member.status() == MandateStatus.TERMINATED;
        LocalDate end = member.to().orElse(member.from());
        return new Object[] {
            UUID.randomUUID(),
            body,
            member.number(),
            member.person(),
            member.group(),
            member.electingUnit(),
            member.status().name(),
            member.from(),
            member.to().orElse(null),
            stamp(startOfDay(member.from())),
            ended ? stamp(startOfDay(end)) : null,
            member.replaces().orElse(null),
            member.seat()
        };
    }

    private Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private List<Refusal> enrolmentFaults(String body, List<NewMember> members) {
        List<Refusal> reasons = new ArrayList<>();
        Set<String> groups = groupsOf(body).stream().map(Group::code).collect(Collectors.toSet());
        List<Member> present = membersOf(body);
        Set<String> numbers = present.stream().map(Member::number).collect(Collectors.toCollection(HashSet::new));
        Set<UUID> inOffice = present.stream()
                .filter(member -> member.status() != MandateStatus.TERMINATED)
                .map(Member::person)
                .collect(Collectors.toCollection(HashSet::new));
        Map<UUID, Person> known =
                persons.byIds(members.stream().map(NewMember::person).toList());
        for (NewMember member : members) {
            if (!numbers.add(member.number())) {
                reasons.add(Refusal.at("number", "assembly.member-twice", "value", member.number()));
            }
            if (!known.containsKey(member.person())) {
                reasons.add(Refusal.at("person", "assembly.person.unknown", "value", member.person()));
            }
            if (!member.group().isEmpty() && !groups.contains(member.group())) {
                reasons.add(Refusal.at("group", "assembly.group.unknown", "value", member.group()));
            }
            if (member.status() != MandateStatus.TERMINATED && !inOffice.add(member.person())) {
                reasons.add(Refusal.at("person", "assembly.mandate-twice", "value", member.number()));
            }
        }
        reasons.addAll(apart(body, members, known));
        return reasons;
    }

    /** EL 48: nobody is entered who is a deputy of an area that is neither above nor below this one. */
    private List<Refusal> apart(String body, List<NewMember> members, Map<UUID, Person> known) {
        Optional<AreaCode> own =
                byId(body).filter(found -> found.kind() == Body.Kind.CONGRESS).flatMap(found -> areas.of(found.id()));
        if (own.isEmpty()) {
            return List.of();
        }
        List<UUID> entering = members.stream()
                .filter(member -> member.status() != MandateStatus.TERMINATED)
                .map(NewMember::person)
                .toList();
        return areas.elsewhere(body, entering).stream()
                .flatMap(one -> Areas.apart(
                        "person",
                        Optional.ofNullable(known.get(one.person()))
                                .map(Person::name)
                                .orElse(""),
                        own.get(),
                        one.area(),
                        one.congress().zh())
                        .stream())
                .toList();
    }

    @Override
    public List<Member> membersOf(String body) {
        return named(jdbc.sql(MEMBERS + " where m.body = :body order by m.status = 'TERMINATED', position, m.number")
                .param("body", body)
                .query(JdbcBodies::unnamed)
                .list());
    }

    @Override
    public Optional<Member> memberByNumber(String body, String number) {
        return named(jdbc.sql(MEMBERS + " where m.body = :body and m.number = :number")
                        .param("body", body)
                        .param("number", number)
                        .query(JdbcBodies::unnamed)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Member> memberOf(String body, UUID person) {
        return named(jdbc.sql(MEMBERS + " where m.body = :body and m.person = :person and m.status <> 'TERMINATED'")
                        .param("body", body)
                        .param("person", person)
                        .query(JdbcBodies::unnamed)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public Map<UUID, Member> byMandates(Set<UUID> mandates) {
        if (mandates.isEmpty()) {
            return Map.of();
        }
        return named(jdbc.sql(MEMBERS + " where m.id = any(:ids)")
                        .param("ids", mandates.toArray(UUID[]::new))
                        .query(JdbcBodies::unnamed)
                        .list())
                .stream()
                .collect(Collectors.toMap(Member::mandate, member -> member));
    }

    private static Member unnamed(ResultSet row, int at) throws SQLException {
        return new Member(
                uuid(row, "id"),
                row.getString("body"),
                row.getString("number"),
                uuid(row, "person"),
                "",
                false,
                row.getString("group_code"),
                row.getString("group_name"),
                row.getString("electing_unit"),
                MandateStatus.valueOf(row.getString("status")),
                row.getObject("valid_from", LocalDate.class),
                optionalDate(row, "valid_to"),
                Optional.ofNullable(row.getString("replaces")),
                row.getString("seat"));
    }

    private List<Member> named(List<Member> members) {
        Map<UUID, Person> known = members.isEmpty()
                ? new HashMap<>()
                : persons.byIds(members.stream().map(Member::person).toList());
        List<Member> named = new ArrayList<>(members.size());
        for (Member member : members) {
            Person person = known.get(member.person());
            if (person == null) {
                throw new IllegalStateException("mandate " + member.mandate() + " has no person");
            }
            named.add(withName(member, person));
        }
        return named;
    }

    private static Member withName(Member m, Person person) {
        return new Member(
                m.mandate(),
                m.body(),
                m.number(),
                m.person(),
                person.name(),
                person.demo(),
                m.group(),
                m.groupName(),
                m.electingUnit(),
                m.status(),
                m.from(),
                m.to(),
                m.replaces(),
                m.seat());
    }

    @Override
    public int due(String body, Instant at) {
        return jdbc.sql("""
                        select count(*) from assembly.mandate
                         where body = :body and effective_from <= :at and (ended_at is null or ended_at > :at)
                        """)
                .param("body", body)
                .param("at", stamp(at))
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional
    public Ruling<Member> changeStatus(String body, String number, MandateStatus status, Instant from, String reason) {
        Optional<Member> member = memberByNumber(body, number);
        if (member.isEmpty()) {
            return Ruling.refused(Refusal.at("number", "assembly.member.unknown", "value", number));
        }
        if (member.get().status() == MandateStatus.TERMINATED) {
            return Ruling.refused(
                    Refusal.by(Citation.of(Law.DEPUTIES, 62), "assembly.mandate-ended", "number", number));
        }
        jdbc.sql("update assembly.mandate set status = :status, ended_at = :ended, valid_to = :to where id = :id")
                .param("status", status.name())
                .param("ended", status == MandateStatus.TERMINATED ? stamp(from) : null)
                .param(
                        "to",
                        status == MandateStatus.TERMINATED
                                ? from.atZone(clock.getZone()).toLocalDate()
                                : null)
                .param("id", member.get().mandate())
                .update();
        Citation ground = Citation.of(Law.DEPUTIES, status == MandateStatus.TERMINATED ? 62 : 61);
        acts.write(
                Permission.CREDENTIAL_CHANGE,
                ground,
                "assembly.mandate.change",
                "body:" + body,
                "number",
                number,
                "status",
                status,
                "reason",
                reason);
        return Ruling.granted(memberByNumber(body, number).orElseThrow());
    }

    @Override
    @Transactional
    public void issueCards(List<Credential> cards) {
        Instant now = clock.instant();
        template.batchUpdate(
                "insert into assembly.credential (code, person, status, changed_at) values (?, ?, ?, ?)",
                cards.stream()
                        .map(card -> new Object[] {
                            card.code(), card.person(), card.status().name(), stamp(now)
                        })
                        .toList());
        acts.write(Permission.CREDENTIAL_CHANGE, "assembly.cards.issue", "cards", "cards", cards.size());
    }

    @Override
    public Optional<Credential> card(String code) {
        return jdbc.sql("select * from assembly.credential where code = :code")
                .param("code", code)
                .query(JdbcBodies::credential)
                .optional();
    }

    @Override
    public Optional<Credential> activeCardOf(UUID person) {
        return jdbc.sql("select * from assembly.credential where person = :person and status = 'ACTIVE'")
                .param("person", person)
                .query(JdbcBodies::credential)
                .optional();
    }

    @Override
    public List<Credential> cardsOf(UUID person) {
        return jdbc.sql("""
                        select * from assembly.credential where person = :person
                         order by status <> 'ACTIVE', changed_at desc, code
                        """)
                .param("person", person)
                .query(JdbcBodies::credential)
                .list();
    }

    @Override
    public Map<UUID, String> activeCards(String body) {
        Map<UUID, String> cards = new HashMap<>();
        jdbc.sql("""
                        select c.person, c.code from assembly.credential c
                          join assembly.mandate m on m.person = c.person and m.body = :body and m.status <> 'TERMINATED'
                         where c.status = 'ACTIVE'
                        """)
                .param("body", body)
                .query((row, _) -> cards.put(uuid(row, "person"), row.getString("code")))
                .list();
        return cards;
    }

    private static Credential credential(ResultSet row, int at) throws SQLException {
        return new Credential(
                row.getString("code"), uuid(row, "person"), Credential.Status.valueOf(row.getString("status")));
    }

    @Override
    @Transactional
    public Ruling<Credential> changeCard(String code, Credential.Status status, String reason) {
        Optional<Credential> card = card(code);
        if (card.isEmpty()) {
            return Ruling.refused(Refusal.at("code", "assembly.card.unknown", "value", code));
        }
        if (card.get().status() == Credential.Status.REVOKED) {
            return Ruling.refused(
                    Refusal.by(Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.3"), "assembly.card-revoked", "card", code));
        }
        jdbc.sql("update assembly.credential set status = :status, changed_at = :at where code = :code")
                .param("status", status.name())
                .param("at", stamp(clock.instant()))
                .param("code", code)
                .update();
        acts.write(
                Permission.CREDENTIAL_CHANGE,
                Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.3"),
                "assembly.card.change",
                "card:" + code,
                "status",
                status,
                "reason",
                reason);
        return Ruling.granted(card(code).orElseThrow());
    }

    @Override
    public RuleSet rulesById(String id) {
        return ruleSets.byId(id);
    }

    @Override
    public RuleSet rules(String body) {
        return ruleSets.byId(byId(body)
                .orElseThrow(() -> new IllegalArgumentException("no body " + body))
                .ruleSet());
    }
}
