package org.yicheng.assembly.elections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Nominations;
import org.yicheng.count.Office;
import org.yicheng.document.NameOrder;
import org.yicheng.party.Permission;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Nominations by the presidium and by members jointly (OL 26; EL 30). */
@Component
class JdbcNominations implements Nominations {

    private static final Citation WHO = Citation.of(Law.ORGANIC, "26(2)");
    private static final Citation CAP = Citation.of(Law.ORGANIC, "26(3)");
    private static final Citation PROFILE = Citation.of(Law.ORGANIC, "26(4)");
    private static final Citation COMMITTEE = Citation.of(Law.ORGANIC, "47(1)");
    private static final Citation UPPER_WHO = Citation.of(Law.ELECTORAL, "30(2)");
    private static final Citation UPPER_CAP = Citation.of(Law.ELECTORAL, "30(3)");

    /** Signers of a joint nomination for an office of the body itself, by its rule set. */
    private static final Map<String, Integer> JOINT =
            Map.of("cn-province-congress", 30, "cn-city-congress", 20, "cn-county-congress", 10);

    private static final int UPPER_LEVEL = 10;
    private static final int USUAL = 20;
    private static final int LONGEST_PROFILE = 5_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REFERENCE = 100;

    private final ElectionRows rows;
    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Persons persons;
    private final NameOrder order;
    private final ElectionActs acts;
    private final JdbcOtherOffices offices;
    private final Clock clock;

    JdbcNominations(
            ElectionRows rows,
            JdbcClient jdbc,
            Bodies bodies,
            Persons persons,
            NameOrder order,
            ElectionActs acts,
            JdbcOtherOffices offices,
            Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.persons = persons;
        this.order = order;
        this.acts = acts;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public JointRule jointRule(Election election) {
        if (election.terms().office() == Office.UPPER_LEVEL_DEPUTY) {
            return new JointRule(UPPER_LEVEL, UPPER_WHO);
        }
        String ruleSet = bodies.rules(election.body()).id();
        return new JointRule(JOINT.getOrDefault(ruleSet, USUAL), WHO);
    }

    private static Citation cap(Election election) {
        return election.terms().office() == Office.UPPER_LEVEL_DEPUTY ? UPPER_CAP : CAP;
    }

    private static Optional<Refusal> closed(Election election) {
        return election.state() == Election.State.NOMINATING
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        WHO,
                        "assembly.election-state",
                        "title",
                        election.title(),
                        "state",
                        ElectionRules.word(election.state()),
                        "needed",
                        List.of(ElectionRules.word(Election.State.NOMINATING))));
    }

    @Override
    @Transactional
    public Ruling<List<Nomination>> ofPresidium(UUID id, List<Nominee> nominees) {
        Optional<Election> locked = rows.locked(id);
        if (locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id));
        }
        Election election = locked.get();
        List<Refusal> reasons = new ArrayList<>(closed(election).stream().toList());
        int seats = election.terms().seats();
        if (nominees.size() > seats) {
            reasons.add(Refusal.by(
                    cap(election), "assembly.nomination-cap-presidium", "value", nominees.size(), "seats", seats));
        }
        Set<String> seen = new HashSet<>();
        for (Nominee nominee : nominees) {
            reasons.addAll(nomineeFaults(election, nominee));
            if (!seen.add(nominee.member().or(nominee::name).orElse(""))) {
                reasons.add(Refusal.at(
                        "nominees",
                        "assembly.nomination-twice",
                        "value",
                        nominee.member().or(nominee::name).orElse("")));
            }
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        update assembly.nomination set state = 'WITHDRAWN'
                         where election = :id and source = 'PRESIDIUM' and state = 'SUBMITTED'
                        """).param("id", id).update();
        for (Nominee nominee : nominees) {
            if (standing(election, nominee).isEmpty()) {
                add(election, Source.PRESIDIUM, nominee, Optional.empty(), State.SUBMITTED);
            }
        }
        acts.write(election, Permission.SITTING_PREPARE, WHO, "nominate", "by", "PRESIDIUM", "value", nominees.size());
        return Ruling.granted(of(id));
    }

    private List<Refusal> nomineeFaults(Election election, Nominee nominee) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Member> member = nominee.member().flatMap(number -> bodies.memberByNumber(election.body(), number));
        if (nominee.member().isPresent()
                && member.filter(found -> found.status() != Member.MandateStatus.TERMINATED)
                        .isEmpty()) {
            reasons.add(Refusal.at(
                    "member",
                    "assembly.member.unknown",
                    "value",
                    nominee.member().get()));
        }
        member.ifPresent(found -> reasons.addAll(offices.against(election, found.number())));
        if (nominee.member().isEmpty()) {
            String name = nominee.name().map(String::strip).orElse("");
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                reasons.add(
                        Refusal.at("name", "assembly.nomination-name", "value", name.length(), "most", LONGEST_NAME));
            }
            if (election.terms().membersOnly()) {
                reasons.add(Refusal.by(COMMITTEE, "assembly.nomination-members-only", "value", name));
            }
        }
        if (nominee.profile().isBlank() || nominee.profile().length() > LONGEST_PROFILE) {
            reasons.add(Refusal.by(
                    PROFILE,
                    "assembly.nomination-profile",
                    "value",
                    nominee.profile().length(),
                    "most",
                    LONGEST_PROFILE));
        }
        return reasons;
    }

    private Optional<Nomination> standing(Election election, Nominee nominee) {
        return nominee.member()
                .flatMap(number -> of(election.id()).stream()
                        .filter(one -> one.member().equals(Optional.of(number)))
                        .findFirst());
    }

    private UUID add(Election election, Source source, Nominee nominee, Optional<UUID> firstSigner, State state) {
        UUID id = UUID.randomUUID();
        Optional<Member> member = nominee.member().flatMap(number -> bodies.memberByNumber(election.body(), number));
        UUID person = member.map(Member::person).orElseGet(() -> newPerson(election, nominee));
        jdbc.sql("""
                        insert into assembly.nomination (id, election, source, person, name, member, profile, first_signer, state)
                        values (:id, :election, :source, :person, :name, :member, :profile, :first, :state)
                        """)
                .param("id", id)
                .param("election", election.id())
                .param("source", source.name())
                .param("person", person)
                .param(
                        "name",
                        member.map(Member::name).or(nominee::name).orElseThrow().strip())
                .param("member", nominee.member().orElse(null))
                .param("profile", nominee.profile().strip())
                .param("first", firstSigner.orElse(null))
                .param("state", state.name())
                .update();
        return id;
    }

    private UUID newPerson(Election election, Nominee nominee) {
        UUID id = UUID.randomUUID();
        boolean demo = bodies.byId(election.body()).orElseThrow().demo();
        persons.add(List.of(new Person(
                id, nominee.name().orElseThrow().strip(), Optional.empty(), Optional.empty(), Optional.empty(), demo)));
        return id;
    }

    @Override
    @Transactional
    public Ruling<Nomination> begin(UUID id, UUID person, Nominee nominee) {
        Optional<Election> locked = rows.locked(id);
        if (locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id));
        }
        Election election = locked.get();
        List<Refusal> reasons = new ArrayList<>(closed(election).stream().toList());
        Optional<Member> member = bodies.memberOf(election.body(), person);
        reasons.addAll(signerFaults(election, member, Optional.empty()));
        reasons.addAll(nomineeFaults(election, nominee));
        standing(election, nominee)
                .ifPresent(one -> reasons.add(Refusal.at("member", "assembly.nomination-twice", "value", one.name())));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID mandate = member.orElseThrow().mandate();
        UUID nomination = add(election, Source.JOINT, nominee, Optional.of(mandate), State.COSIGNING);
        write(nomination, mandate);
        acts.write(election, Permission.VOTE, WHO, "nomination-begin", "nomination", nomination);
        return Ruling.granted(byId(nomination).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Nomination> onPaper(UUID id, Nominee nominee, List<String> members, String reference) {
        Optional<Election> locked = rows.locked(id);
        if (locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id));
        }
        Election election = locked.get();
        List<Refusal> reasons = new ArrayList<>(closed(election).stream().toList());
        reasons.addAll(nomineeFaults(election, nominee));
        standing(election, nominee)
                .ifPresent(one -> reasons.add(Refusal.at("member", "assembly.nomination-twice", "value", one.name())));
        if (reference.isBlank() || reference.strip().length() > LONGEST_REFERENCE) {
            reasons.add(Refusal.at(
                    "reference",
                    "assembly.nomination-reference",
                    "value",
                    reference.length(),
                    "most",
                    LONGEST_REFERENCE));
        }
        List<Member> signers = paperSigners(election, members, reasons);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID nomination = add(
                election, Source.JOINT, nominee, Optional.of(signers.getFirst().mandate()), State.SUBMITTED);
        signers.forEach(signer -> write(nomination, signer.mandate()));
        acts.write(
                election,
                Permission.SITTING_PREPARE,
                jointRule(election).source(),
                "nominate",
                "by",
                "JOINT",
                "nomination",
                nomination,
                "signers",
                signers.size(),
                "reference",
                reference.strip());
        return Ruling.granted(byId(nomination).orElseThrow());
    }

    /** The members who signed a paper, each once; adds a reason for each who may not, and one if they are too few. */
    private List<Member> paperSigners(Election election, List<String> numbers, List<Refusal> reasons) {
        List<Member> signers = new ArrayList<>();
        for (String number : new LinkedHashSet<>(numbers)) {
            Optional<Member> member = bodies.memberByNumber(election.body(), number)
                    .filter(one -> one.status() != Member.MandateStatus.TERMINATED);
            List<Refusal> faults = signerFaults(election, member, Optional.empty());
            if (faults.isEmpty()) {
                signers.add(member.orElseThrow());
            }
            faults.forEach(fault -> reasons.add(named(number, fault)));
        }
        tooFew(jointRule(election), signers.size()).ifPresent(reasons::add);
        return signers;
    }

    /** The same reason, saying whose name on the paper it is about. */
    private static Refusal named(String number, Refusal fault) {
        return new Refusal(
                "assembly.nomination-signer",
                Map.of("number", number, "why", new Phrase(fault.code(), fault.facts(), List.of())),
                Optional.of("members"),
                fault.ground());
    }

    private static Optional<Refusal> tooFew(JointRule rule, int signers) {
        return signers >= rule.signers()
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        rule.source(),
                        "assembly.nomination-signers-missing",
                        "required",
                        rule.signers(),
                        "actual",
                        signers,
                        "missing",
                        rule.signers() - signers));
    }

    private void write(UUID nomination, UUID mandate) {
        jdbc.sql("""
                        insert into assembly.nomination_signature (nomination, mandate, at)
                        values (:nomination, :mandate, :at)
                        on conflict (nomination, mandate) do update set withdrawn = false, at = excluded.at
                        """)
                .param("nomination", nomination)
                .param("mandate", mandate)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Only members in office sign, each for no more nominees than seats (R17). */
    private List<Refusal> signerFaults(Election election, Optional<Member> member, Optional<UUID> besides) {
        if (member.isEmpty()) {
            return List.of(Refusal.by(WHO, "assembly.nomination-not-member"));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (member.get().status() != Member.MandateStatus.IN_OFFICE) {
            reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.mandate-suspended"));
        }
        int signed = jdbc.sql("""
                        select count(*) from assembly.nomination_signature s
                          join assembly.nomination n on n.id = s.nomination
                         where n.election = :election and n.state <> 'WITHDRAWN' and not s.withdrawn
                           and s.mandate = :mandate and n.id <> :besides
                        """)
                .param("election", election.id())
                .param("mandate", member.get().mandate())
                .param("besides", besides.orElse(new UUID(0, 0)))
                .query(Integer.class)
                .single();
        int seats = election.terms().seats();
        if (signed >= seats) {
            reasons.add(
                    Refusal.by(cap(election), "assembly.nomination-cap-member", "value", signed + 1, "seats", seats));
        }
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Nomination> sign(UUID nomination, UUID person) {
        return cosigning(nomination, (election, found) -> {
            Optional<Member> member = bodies.memberOf(election.body(), person);
            List<Refusal> reasons = signerFaults(election, member, Optional.of(nomination));
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            write(nomination, member.orElseThrow().mandate());
            acts.write(election, Permission.VOTE, WHO, "nomination-sign", "nomination", nomination);
            return Ruling.granted(byId(nomination).orElseThrow());
        });
    }

    @Override
    @Transactional
    public Ruling<Nomination> unsign(UUID nomination, UUID person) {
        return cosigning(nomination, (election, found) -> {
            Optional<Member> member = bodies.memberOf(election.body(), person);
            int gone = member.map(one -> jdbc.sql("""
                                    update assembly.nomination_signature set withdrawn = true
                                     where nomination = :nomination and mandate = :mandate and not withdrawn
                                    """)
                            .param("nomination", nomination)
                            .param("mandate", one.mandate())
                            .update())
                    .orElse(0);
            if (gone == 0) {
                return Ruling.refused(Refusal.by(WHO, "assembly.nomination-not-signed"));
            }
            acts.write(election, Permission.VOTE, WHO, "nomination-unsign", "nomination", nomination);
            return Ruling.granted(byId(nomination).orElseThrow());
        });
    }

    @Override
    @Transactional
    public Ruling<Nomination> submit(UUID nomination, UUID person) {
        return cosigning(nomination, (election, found) -> {
            JointRule rule = jointRule(election);
            List<Refusal> reasons = new ArrayList<>();
            Optional<String> own = bodies.memberOf(election.body(), person).map(Member::number);
            if (own.isEmpty() || !own.equals(found.firstSigner())) {
                reasons.add(Refusal.by(rule.source(), "assembly.nomination-first-signer"));
            }
            tooFew(rule, found.signers()).ifPresent(reasons::add);
            if (!reasons.isEmpty()) {
                return Ruling.refused(reasons);
            }
            set(nomination, State.SUBMITTED);
            acts.write(
                    election,
                    Permission.VOTE,
                    rule.source(),
                    "nominate",
                    "by",
                    "JOINT",
                    "nomination",
                    nomination,
                    "signers",
                    found.signers());
            return Ruling.granted(byId(nomination).orElseThrow());
        });
    }

    private void set(UUID nomination, State state) {
        jdbc.sql("update assembly.nomination set state = :state where id = :id")
                .param("state", state.name())
                .param("id", nomination)
                .update();
    }

    @Override
    @Transactional
    public Ruling<Nomination> withdraw(UUID nomination, String reason) {
        if (reason.isBlank()) {
            return Ruling.refused(Refusal.at("reason", "assembly.reason-missing"));
        }
        Optional<Nomination> found = byId(nomination);
        Optional<Election> locked = found.flatMap(one -> rows.locked(one.election()));
        if (found.isEmpty() || locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.nomination.unknown", "value", nomination));
        }
        boolean settled = locked.get().state() != Election.State.DISCUSSING;
        Optional<Refusal> closed = settled ? closed(locked.get()) : Optional.empty();
        if (closed.isPresent()) {
            return Ruling.refused(closed.get());
        }
        set(nomination, State.WITHDRAWN);
        acts.write(
                locked.get(),
                Permission.SITTING_PREPARE,
                WHO,
                "nomination-withdraw",
                "nomination",
                nomination,
                "reason",
                reason);
        return byId(nomination).<Ruling<Nomination>>map(Ruling::granted).orElseThrow();
    }

    /** Locks the election of a nomination that is still being signed. */
    private Ruling<Nomination> cosigning(UUID nomination, BiFunction<Election, Nomination, Ruling<Nomination>> move) {
        Optional<Election> locked = byId(nomination).flatMap(one -> rows.locked(one.election()));
        Optional<Nomination> found = byId(nomination);
        if (found.isEmpty() || locked.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.nomination.unknown", "value", nomination));
        }
        List<Refusal> reasons = new ArrayList<>(closed(locked.get()).stream().toList());
        if (found.get().state() != State.COSIGNING) {
            reasons.add(Refusal.by(
                    WHO, "assembly.nomination-over", "name", found.get().name()));
        }
        return reasons.isEmpty() ? move.apply(locked.get(), found.get()) : Ruling.refused(reasons);
    }

    private static final String NOMINATIONS = """
            select n.*, f.number as first_number,
                   (select count(*) from assembly.nomination_signature s join assembly.mandate m on m.id = s.mandate
                     where s.nomination = n.id and not s.withdrawn and m.status = 'IN_OFFICE') as signers
              from assembly.nomination n
              left join assembly.mandate f on f.id = n.first_signer
            """;

    private static Nomination row(ResultSet row, int at) throws SQLException {
        return new Nomination(
                row.getObject("id", UUID.class),
                row.getObject("election", UUID.class),
                Source.valueOf(row.getString("source")),
                row.getObject("person", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("member")),
                row.getString("profile"),
                Optional.ofNullable(row.getString("first_number")),
                State.valueOf(row.getString("state")),
                row.getInt("signers"));
    }

    @Override
    public Optional<Nomination> byId(UUID nomination) {
        return jdbc.sql(NOMINATIONS + " where n.id = :id")
                .param("id", nomination)
                .query(JdbcNominations::row)
                .optional();
    }

    @Override
    public List<Nomination> of(UUID election) {
        List<Nomination> all = jdbc.sql(NOMINATIONS + " where n.election = :id and n.state <> 'WITHDRAWN'")
                .param("id", election)
                .query(JdbcNominations::row)
                .list();
        return all.stream()
                .sorted(Comparator.comparing((Nomination one) -> one.state() != State.SUBMITTED)
                        .thenComparing(Nomination::name, order.byStrokes(NameOrder.SingleName.AS_ZERO)))
                .toList();
    }

    @Override
    public List<Signature> signatures(UUID nomination) {
        record Row(UUID mandate, boolean withdrawn) {}
        Optional<Election> election = byId(nomination).flatMap(one -> rows.byId(one.election()));
        if (election.isEmpty()) {
            return List.of();
        }
        Map<UUID, Member> members =
                bodies.membersOf(election.get().body()).stream().collect(Collectors.toMap(Member::mandate, one -> one));
        return jdbc
                .sql("select * from assembly.nomination_signature where nomination = :id order by at, mandate")
                .param("id", nomination)
                .query((row, _) -> new Row(row.getObject("mandate", UUID.class), row.getBoolean("withdrawn")))
                .list()
                .stream()
                .flatMap(row -> Optional.ofNullable(members.get(row.mandate())).stream()
                        .map(member -> new Signature(
                                member.number(),
                                member.name(),
                                member.groupName(),
                                !row.withdrawn() && member.status() == Member.MandateStatus.IN_OFFICE)))
                .toList();
    }
}
