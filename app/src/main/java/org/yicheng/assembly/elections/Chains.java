package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.PersonTally;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.NewElection;
import org.yicheng.count.ElectionResult.Next;
import org.yicheng.count.Occasion;
import org.yicheng.count.Slate;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Ballots that follow from a ballot: pre-election, re-vote of those tied, supplementary election. */
@Component
class Chains {

    private static final Citation TIED = Citation.of(Law.ORGANIC, "29(1)");
    private static final Citation SUPPLEMENTARY = Citation.of(Law.ORGANIC, "29(2)");

    private final ElectionRows rows;
    private final Lists lists;
    private final JdbcClient jdbc;
    private final ElectionActs acts;

    Chains(ElectionRows rows, Lists lists, JdbcClient jdbc, ElectionActs acts) {
        this.rows = rows;
        this.lists = lists;
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** A ballot on all nominees that chooses as many as the method lets stand. */
    UUID preElection(Election election) {
        int stand = election.terms().seats() + election.terms().margin().orElseThrow();
        UUID id = rows.add(
                plan(
                        election,
                        Occasion.PRE_ELECTION,
                        election.terms().with(stand, Optional.of(0)),
                        "预选",
                        "pre-election"),
                State.LIST_FINAL,
                Optional.of(election));
        carry(id, lists.nominated(election), election.id());
        return id;
    }

    private static NewElection plan(
            Election election, Occasion occasion, Election.Terms terms, String zh, String english) {
        String plainZh = election.title().zh().replaceFirst("（(预选|再次投票|另行选举|再次票决)）$", "");
        String plainEn = election.title()
                .en()
                .replaceFirst(" \\((pre-election|second ballot|supplementary|further ballot)\\)$", "");
        return new NewElection(
                election.body(),
                new Bilingual(plainZh + "（" + zh + "）", plainEn + " (" + english + ")"),
                occasion,
                terms,
                election.method(),
                election.subject());
    }

    /** Takes nominees over into another ballot and settles its list. */
    private void carry(UUID to, List<Lists.Standing> standing, UUID from) {
        List<Lists.Standing> carried = new ArrayList<>();
        for (Lists.Standing one : standing) {
            UUID nomination = UUID.randomUUID();
            jdbc.sql("""
                            insert into assembly.nomination (id, election, source, person, name, member, profile, state)
                            select :id, :to, 'EARLIER_BALLOT', person, name, member, profile, 'SUBMITTED'
                              from assembly.nomination where id = :from
                            """)
                    .param("id", nomination)
                    .param("to", to)
                    .param("from", one.nomination())
                    .update();
            carried.add(new Lists.Standing(nomination, one.person(), one.name(), one.member()));
        }
        lists.settle(rows.byId(to).orElseThrow(), carried);
        copyScrutineers(from, to);
    }

    private void copyScrutineers(UUID from, UUID to) {
        jdbc.sql("""
                        insert into assembly.scrutineer (election, mandate, chief)
                        select :to, mandate, chief from assembly.scrutineer where election = :from
                        """).param("to", to).param("from", from).update();
    }

    /** The pre-election and its re-votes: all must be over and have chosen as many as the method lets stand. */
    List<Refusal> beforeSettling(Election election) {
        int needed = election.terms().seats() + election.terms().margin().orElseThrow();
        int chosen = chosenBefore(election).size();
        boolean over = rounds(election).stream().allMatch(round -> round.state().announced());
        return over && chosen == needed
                ? List.of()
                : List.of(Refusal.by(
                        ElectionStep.SETTLE_LIST.ground(),
                        "assembly.election-pre-election-unfinished",
                        "chosen",
                        chosen,
                        "needed",
                        needed));
    }

    /** The pre-election of this ballot and what follows from it. */
    private List<Election> rounds(Election election) {
        List<Election> found = new ArrayList<>();
        for (Election next : rows.where("follows", election.id())) {
            if (next.occasion() == Occasion.PRE_ELECTION || next.occasion() == Occasion.REVOTE_TIE) {
                found.add(next);
                found.addAll(rounds(next));
            }
        }
        return found;
    }

    List<Lists.Standing> chosenBefore(Election election) {
        List<UUID> chosen = rounds(election).stream()
                .flatMap(round -> round.outcome().stream())
                .flatMap(result -> result.elected().stream())
                .map(PersonTally::person)
                .toList();
        return lists.nominated(election).stream()
                .filter(one -> chosen.contains(one.person()))
                .toList();
    }

    /** What has to follow from a count, if anything has. */
    static Optional<Occasion> occasion(Election election) {
        return election.outcome().flatMap(result -> switch (Next.valueOf(result.next())) {
            case REVOTE_TIED -> Optional.of(Occasion.REVOTE_TIE);
            case SUPPLEMENTARY -> Optional.of(Occasion.SUPPLEMENTARY);
            case NONE, REVOTE_ALL -> Optional.empty();
        });
    }

    Ruling<Election> follow(Election election, boolean byVotes) {
        Optional<Election.Result> result = election.outcome();
        boolean counted = result.isPresent() && election.state().compareTo(State.VALIDITY_DECIDED) >= 0;
        if (!counted || result.get().next().equals(Next.NONE.name())) {
            return Ruling.refused(Refusal.by(
                    SUPPLEMENTARY,
                    "assembly.election-nothing-follows",
                    "state",
                    ElectionRules.word(election.state()),
                    "unfilled",
                    result.map(Election.Result::unfilled).orElse(0)));
        }
        Optional<Election> already = rows.where("follows", election.id()).stream()
                .filter(next -> next.occasion() != Occasion.PRE_ELECTION)
                .findFirst();
        if (already.isPresent()) {
            return Ruling.refused(Refusal.by(
                    SUPPLEMENTARY,
                    "assembly.election-followed",
                    "title",
                    already.get().title()));
        }
        if (result.get().next().equals(Next.REVOTE_TIED.name())) {
            return revote(election, result.get());
        }
        return election.projects()
                ? openPlaces(election, result.get())
                : supplementary(election, result.get(), byVotes);
    }

    /** Nothing may rest on it yet: no further ballot, no list that its pre-election settled. */
    List<Refusal> beforeSuperseding(Election election) {
        List<Refusal> reasons = new ArrayList<>();
        rows.where("follows", election.id()).stream()
                .filter(next -> next.occasion() != Occasion.PRE_ELECTION)
                .forEach(next -> reasons.add(Refusal.by(
                        ElectionStep.SUPERSEDE.ground(), "assembly.election-rests-on-it", "title", next.title())));
        if (election.occasion() == Occasion.PRE_ELECTION) {
            election.follows()
                    .flatMap(rows::byId)
                    .filter(first -> first.state().compareTo(State.LIST_FINAL) >= 0)
                    .ifPresent(first -> reasons.add(Refusal.by(
                            ElectionStep.SUPERSEDE.ground(), "assembly.election-rests-on-it", "title", first.title())));
        }
        return reasons;
    }

    /** Among all holders of the tied value, for the seats left; the scrutineers stay. */
    private Ruling<Election> revote(Election election, Election.Result result) {
        List<Lists.Standing> tied = standing(election, result.tied());
        UUID id = rows.add(
                plan(
                        election,
                        Occasion.REVOTE_TIE,
                        election.terms().with(result.unfilled(), Optional.of(tied.size() - result.unfilled())),
                        "再次投票",
                        "second ballot"),
                State.SCRUTINEERS_ADOPTED,
                Optional.of(election));
        carry(id, tied, election.id());
        return begun(id, election, election.projects() ? ElectionStep.PROJECTS : TIED, tied.size());
    }

    /** Among the projects that were not chosen, for the places left open; the scrutineers stay. */
    private Ruling<Election> openPlaces(Election election, Election.Result result) {
        List<PersonTally> left =
                result.tallies().stream().filter(tally -> !tally.elected()).toList();
        int seats = Math.min(result.unfilled(), left.size());
        UUID id = rows.add(
                plan(
                        election,
                        Occasion.SUPPLEMENTARY,
                        election.terms().with(seats, Optional.of(left.size() - seats)),
                        "再次票决",
                        "further ballot"),
                State.SCRUTINEERS_ADOPTED,
                Optional.of(election));
        carry(id, standing(election, left), election.id());
        return begun(id, election, ElectionStep.PROJECTS, left.size());
    }

    private Ruling<Election> supplementary(Election election, Election.Result result, boolean byVotes) {
        int seats = result.unfilled();
        Optional<Integer> margin = lawful(election, seats);
        NewElection plan =
                plan(election, Occasion.SUPPLEMENTARY, election.terms().with(seats, margin), "另行选举", "supplementary");
        if (!byVotes) {
            return begun(rows.add(plan, State.METHOD_ADOPTED, Optional.of(election)), election, SUPPLEMENTARY, 0);
        }
        List<PersonTally> next = result.tallies().stream()
                .filter(tally -> !tally.elected() && tally.approve() > 0)
                .sorted((a, b) -> Long.compare(b.approve(), a.approve()))
                .toList();
        int wanted = seats + margin.orElse(0);
        if (next.size() < wanted) {
            return Ruling.refused(Refusal.by(
                    SUPPLEMENTARY, "assembly.election-too-few-by-votes", "value", next.size(), "needed", wanted));
        }
        if (next.size() > wanted
                && next.get(wanted - 1).approve() == next.get(wanted).approve()) {
            return Ruling.refused(Refusal.by(
                    SUPPLEMENTARY,
                    "assembly.election-tie-by-votes",
                    "votes",
                    next.get(wanted).approve(),
                    "needed",
                    wanted));
        }
        UUID id = rows.add(plan, State.LIST_FINAL, Optional.of(election));
        List<Lists.Standing> standing = standing(election, next.subList(0, wanted));
        carry(id, standing, election.id());
        // A scrutineer who was written in and now stands cannot go on supervising.
        jdbc.sql("""
                        delete from assembly.scrutineer s using assembly.mandate m
                         where s.election = :id and m.id = s.mandate
                           and m.person in (select person from assembly.candidate where election = :id)
                        """).param("id", id).update();
        return begun(id, election, SUPPLEMENTARY, standing.size());
    }

    /** The same margin where the law allows it for fewer seats, else the nearest that it allows. */
    private static Optional<Integer> lawful(Election election, int seats) {
        if (election.occasion() == Occasion.BY_ELECTION
                || election.terms().margin().isEmpty()) {
            return election.terms().margin();
        }
        Slate slate = Slate.of(
                election.terms().office(), Occasion.SUPPLEMENTARY, seats, seats, java.util.OptionalInt.empty());
        int margin = Math.max(election.terms().margin().get(), slate.least() - seats);
        return Optional.of(
                slate.most().isPresent() ? Math.min(margin, slate.most().getAsInt() - seats) : margin);
    }

    /** The nominations of persons voted on; one who was written in gets a nomination from the ballot before. */
    private List<Lists.Standing> standing(Election election, List<PersonTally> tallies) {
        List<Lists.Standing> nominated = lists.nominated(election);
        List<Lists.Standing> standing = new ArrayList<>();
        for (PersonTally tally : tallies) {
            standing.add(nominated.stream()
                    .filter(one -> one.person().equals(tally.person()))
                    .findFirst()
                    .orElseGet(() -> written(election, tally)));
        }
        return standing;
    }

    private Lists.Standing written(Election election, PersonTally tally) {
        UUID id = UUID.randomUUID();
        Optional<String> member = jdbc.sql("""
                        select member from assembly.written_name
                         where election = :id and attempt = :attempt and person = :person and member is not null limit 1
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("person", tally.person())
                .query(String.class)
                .optional();
        jdbc.sql("""
                        insert into assembly.nomination (id, election, source, person, name, member, profile, state)
                        values (:id, :election, 'EARLIER_BALLOT', :person, :name, :member, '', 'WITHDRAWN')
                        """)
                .param("id", id)
                .param("election", election.id())
                .param("person", tally.person())
                .param("name", tally.label().replaceFirst("（.*）$", ""))
                .param("member", member.orElse(null))
                .update();
        return new Lists.Standing(id, tally.person(), tally.label().replaceFirst("（.*）$", ""), member);
    }

    private Ruling<Election> begun(UUID id, Election election, Citation ground, int candidates) {
        Election begun = rows.byId(id).orElseThrow();
        acts.write(
                begun,
                Permission.SITTING_PREPARE,
                ground,
                "follow",
                "follows",
                election.id(),
                "occasion",
                begun.occasion(),
                "seats",
                begun.terms().seats(),
                "candidates",
                candidates);
        return Ruling.granted(begun);
    }
}
