package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Scrutiny.Identity;
import org.yicheng.assembly.Scrutiny.Settlement;
import org.yicheng.assembly.Scrutiny.WrittenName;
import org.yicheng.party.Permission;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Who is meant by the names written in: settled by the scrutineers, name by name, never by comparing strings. */
@Component
class WrittenNames {

    private static final Citation GROUND = Citation.of(Law.ORGANIC, 28);
    private static final int LONGEST_REASON = 200;

    private final ElectionRows rows;
    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Persons persons;
    private final ElectionActs acts;

    WrittenNames(ElectionRows rows, JdbcClient jdbc, Bodies bodies, Persons persons, ElectionActs acts) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.persons = persons;
        this.acts = acts;
    }

    private static Map<String, Integer> written(JdbcClient jdbc, Election election) {
        Map<String, Integer> times = new TreeMap<>();
        new PaperRows(jdbc)
                .all(election).stream()
                        .flatMap(code -> BallotPaper.of(code).writeIns().stream())
                        .forEach(name -> times.merge(name, 1, Integer::sum));
        return times;
    }

    static int unsettled(JdbcClient jdbc, Election election) {
        Set<String> settled = new HashSet<>(
                jdbc.sql("select written from assembly.written_name where election = :id and attempt = :attempt")
                        .param("id", election.id())
                        .param("attempt", election.attempt())
                        .query((row, _) -> row.getString(1))
                        .list());
        return (int) written(jdbc, election).keySet().stream()
                .filter(name -> !settled.contains(name))
                .count();
    }

    List<WrittenName> of(Election election) {
        Map<String, Integer> times = written(jdbc, election);
        Map<String, WrittenName> settled = new HashMap<>();
        jdbc.sql("select * from assembly.written_name where election = :id and attempt = :attempt")
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query(row -> {
                    String name = row.getString("written");
                    settled.put(
                            name,
                            new WrittenName(
                                    name,
                                    times.getOrDefault(name, 0),
                                    Optional.of(Identity.valueOf(row.getString("identity"))),
                                    Optional.ofNullable(row.getString("member")),
                                    Optional.of(row.getString("label")),
                                    row.getString("reason")));
                });
        return times.entrySet().stream()
                .map(entry -> settled.getOrDefault(
                        entry.getKey(),
                        new WrittenName(
                                entry.getKey(),
                                entry.getValue(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "")))
                .toList();
    }

    /** Members whose name is contained in the written one, or contains it; everybody of one name is shown. */
    List<Member> alike(Election election, String written) {
        String name = BallotPaper.name(written);
        return name.isEmpty()
                ? List.of()
                : bodies.membersOf(election.body()).stream()
                        .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                        .filter(member -> name.contains(BallotPaper.name(member.name()))
                                || BallotPaper.name(member.name()).contains(name))
                        .limit(50)
                        .toList();
    }

    /** The one meant. */
    private record Meant(UUID person, Optional<String> member, String label) {}

    Ruling<WrittenName> settle(Election election, Settlement settlement) {
        String written = BallotPaper.name(settlement.written());
        List<Refusal> reasons = faults(election, settlement, written);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Optional<Meant> meant =
                settlement.identity() == Identity.PERSON ? Optional.of(meant(election, settlement)) : Optional.empty();
        jdbc.sql("""
                        insert into assembly.written_name (election, attempt, written, identity, person, member, label, reason)
                        values (:id, :attempt, :written, :identity, :person, :member, :label, :reason)
                        on conflict (election, attempt, written) do update
                           set identity = excluded.identity, person = excluded.person, member = excluded.member,
                               label = excluded.label, reason = excluded.reason
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("written", written)
                .param("identity", settlement.identity().name())
                .param("person", meant.map(Meant::person).orElse(null))
                .param("member", meant.flatMap(Meant::member).orElse(null))
                // No label of a person begins like this, so what nobody is meant by never meets one.
                .param("label", meant.map(Meant::label).orElse("×" + written))
                .param("reason", settlement.reason().strip())
                .update();
        acts.write(election, Permission.BALLOT_SCRUTINISE, GROUND, "settle-name", "identity", settlement.identity());
        return of(election).stream()
                .filter(one -> one.written().equals(written))
                .findFirst()
                .<Ruling<WrittenName>>map(Ruling::granted)
                .orElseThrow();
    }

    private List<Refusal> faults(Election election, Settlement settlement, String written) {
        List<Refusal> reasons = new ArrayList<>();
        if (election.state() != State.BALLOT_VALID) {
            reasons.add(ElectionRules.stateFault(election, ElectionStep.COUNT).orElseThrow());
            return reasons;
        }
        if (!written(jdbc, election).containsKey(written)) {
            reasons.add(Refusal.at("written", "assembly.written-name.unknown", "value", written));
        }
        if (settlement.identity() != Identity.PERSON) {
            int length = settlement.reason().strip().length();
            if (length == 0 || length > LONGEST_REASON) {
                reasons.add(Refusal.at("reason", "assembly.reason-missing"));
            }
            return reasons;
        }
        if (settlement.member().isPresent() == settlement.outsider().isPresent()) {
            reasons.add(Refusal.at("member", "assembly.written-name-one", "value", written));
        }
        settlement.member().ifPresent(number -> {
            Optional<Member> member = bodies.memberByNumber(election.body(), number);
            if (member.filter(one -> one.status() != Member.MandateStatus.TERMINATED)
                    .isEmpty()) {
                reasons.add(Refusal.at("member", "assembly.member.unknown", "value", number));
            }
        });
        settlement.outsider().ifPresent(outsider -> {
            if (outsider.isBlank() || outsider.length() > BallotPaper.LONGEST_NAME) {
                reasons.add(Refusal.at(
                        "outsider",
                        "assembly.nomination-name",
                        "value",
                        outsider.length(),
                        "most",
                        BallotPaper.LONGEST_NAME));
            }
            if (election.terms().membersOnly()) {
                reasons.add(Refusal.by(
                        Citation.of(Law.ORGANIC, "47(1)"), "assembly.nomination-members-only", "value", outsider));
            }
        });
        return reasons;
    }

    /** A listed candidate keeps the label of the list, so that the count sees one person; others get a free one. */
    private Meant meant(Election election, Settlement settlement) {
        if (settlement.outsider().isPresent()) {
            return outsider(election, settlement.outsider().get().strip());
        }
        Member member = bodies.memberByNumber(
                        election.body(), settlement.member().orElseThrow())
                .orElseThrow();
        return new Meant(
                member.person(),
                Optional.of(member.number()),
                listed(election, member.person())
                        .or(() -> known(election, member.person()))
                        .orElseGet(() -> free(election, member.name(), Lists.unit(member))));
    }

    /** Somebody outside the roster: a candidate of the list with this label, one settled before, or a new person. */
    private Meant outsider(Election election, String name) {
        Optional<Candidate> candidate = rows.candidates(election.id()).stream()
                .filter(one -> one.member().isEmpty() && one.label().equals(name))
                .findFirst();
        if (candidate.isPresent()) {
            return new Meant(
                    candidate.get().person(), Optional.empty(), candidate.get().label());
        }
        Optional<UUID> before = jdbc.sql("""
                        select person from assembly.written_name
                         where election = :id and attempt = :attempt and label = :label and person is not null
                           and member is null limit 1
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("label", name)
                .query(UUID.class)
                .optional();
        if (before.isPresent()) {
            return new Meant(before.get(), Optional.empty(), name);
        }
        UUID person = UUID.randomUUID();
        boolean demo = bodies.byId(election.body()).orElseThrow().demo();
        persons.add(List.of(new Person(person, name, Optional.empty(), Optional.empty(), Optional.empty(), demo)));
        return new Meant(
                person, Optional.empty(), free(election, name, person.toString().substring(0, 8)));
    }

    private Optional<String> listed(Election election, UUID person) {
        return rows.candidates(election.id()).stream()
                .filter(one -> one.person().equals(person))
                .map(Candidate::label)
                .findFirst();
    }

    private Optional<String> known(Election election, UUID person) {
        return jdbc.sql("""
                        select label from assembly.written_name
                         where election = :id and attempt = :attempt and person = :person limit 1
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** The name, with what tells this person apart where a candidate or somebody else written in has the same. */
    private String free(Election election, String name, String apart) {
        boolean taken = rows.candidates(election.id()).stream()
                        .anyMatch(one -> one.label().equals(name))
                || jdbc.sql("""
                                select count(*) from assembly.written_name
                                 where election = :id and attempt = :attempt and label = :label
                                """)
                                .param("id", election.id())
                                .param("attempt", election.attempt())
                                .param("label", name)
                                .query(Integer.class)
                                .single()
                        > 0;
        return taken ? name + "（" + apart + "）" : name;
    }
}
