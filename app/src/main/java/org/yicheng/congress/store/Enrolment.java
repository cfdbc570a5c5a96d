package org.yicheng.congress.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.assembly.VotingWeights;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.SessionDrafts.RosterFrom;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Weight;
import org.yicheng.document.Sheets;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Fills a new body with members: from a file, or copied from the body of an earlier session. */
@Component
class Enrolment {

    private final Bodies bodies;
    private final Persons persons;
    private final Accounts accounts;
    private final VotingWeights weights;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Clock clock;

    Enrolment(
            Bodies bodies,
            Persons persons,
            Accounts accounts,
            VotingWeights weights,
            Rosters rosters,
            Sessions sessions,
            Clock clock) {
        this.bodies = bodies;
        this.persons = persons;
        this.accounts = accounts;
        this.weights = weights;
        this.rosters = rosters;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What a roster brings. */
    record Brought(int members, List<String> groups, Weight weight, List<Refusal> faults) {
        static Brought refused(Refusal reason) {
            return new Brought(0, List.of(), Weight.ZERO, List.of(reason));
        }
    }

    /** A congress's roster has its own columns; every other body's is short. */
    private static boolean isLong(SessionKind kind) {
        return kind.congress();
    }

    Brought look(
            SessionKind kind,
            RosterFrom from,
            Optional<String> body,
            Optional<String> source,
            Optional<byte[]> file,
            String prefix) {
        return switch (from) {
            case BODY ->
                body.map(this::inOffice).orElseGet(() -> Brought.refused(Refusal.at("body", "congress.body-missing")));
            case SESSION ->
                source.flatMap(sessions::byId)
                        .map(session -> inOffice(session.body()))
                        .orElseGet(() -> Brought.refused(
                                Refusal.at("source", "congress.session.unknown", "value", source.orElse("—"))));
            case FILE ->
                file.map(content -> ofFile(kind, content, prefix))
                        .orElseGet(() -> Brought.refused(Refusal.at("file", "congress.file-missing")));
        };
    }

    private Brought inOffice(String body) {
        List<Member> members = bodies.membersOf(body).stream()
                .filter(member -> member.status() != MandateStatus.TERMINATED)
                .toList();
        return new Brought(
                members.size(),
                bodies.groupsOf(body).stream().map(Group::name).toList(),
                Weight.sum(weights.of(body).values()),
                members.isEmpty() ? List.of(Refusal.at("roster", "congress.roster-empty", "body", body)) : List.of());
    }

    private Brought ofFile(SessionKind kind, byte[] content, String prefix) {
        return switch (Sheets.read(content)) {
            case Ruling.Refused<Sheets.Table>(List<Refusal> reasons) -> new Brought(0, List.of(), Weight.ZERO, reasons);
            case Ruling.Granted<Sheets.Table>(Sheets.Table table) ->
                isLong(kind) ? deputies(table) : members(table, prefix);
        };
    }

    private Brought deputies(Sheets.Table table) {
        RosterRows read = new RosterRows(table);
        List<Refusal> faults = new ArrayList<>(
                read.faults().stream().map(Rosters.Fault::reason).toList());
        for (RosterRows.Row row : read.rows()) {
            if (bodies.card(row.card()).isPresent()) {
                faults.add(Refusal.at("credential", "congress.card-taken", "row", row.line(), "value", row.card()));
            }
        }
        // A body that is still to be made has no area yet: nothing could say whether two areas go together (EL 48).
        read.rows().stream()
                .filter(row -> !row.elsewhere().isEmpty())
                .map(row -> Refusal.at(
                        "other_mandates",
                        OtherMandates.ONE_LINE,
                        "congress.roster-area-missing",
                        "row",
                        row.line(),
                        "name",
                        row.name(),
                        "value",
                        row.elsewhere().getFirst().code(),
                        "own",
                        ""))
                .forEach(faults::add);
        int due = (int) read.rows().stream()
                .filter(row -> row.status() != MandateStatus.TERMINATED)
                .count();
        List<String> groups =
                read.delegations().stream().map(read::delegationName).toList();
        return new Brought(due, groups, Weight.ZERO, faults);
    }

    private Brought members(Sheets.Table table, String prefix) {
        MemberRows read = new MemberRows(table, prefix);
        List<Refusal> faults = new ArrayList<>(read.faults());
        for (MemberRows.Row row : read.rows()) {
            if (bodies.card(row.card()).isPresent()
                    || accounts.byLogin(row.card()).isPresent()) {
                faults.add(Refusal.at("card", "congress.card-taken", "row", row.line(), "value", row.card()));
            }
        }
        return new Brought(read.rows().size(), List.copyOf(read.groups().keySet()), read.total(), faults);
    }

    /** Fills a body that was just made; the file was looked at before. */
    void fill(
            SessionKind kind,
            String body,
            RosterFrom from,
            Optional<String> source,
            Optional<byte[]> file,
            boolean demo) {
        switch (from) {
            case BODY -> {}
            case SESSION ->
                copy(sessions.byId(source.orElseThrow()).orElseThrow().body(), body);
            case FILE -> {
                if (isLong(kind)) {
                    rosters.take(body, file.orElseThrow(), demo).orThrow();
                } else {
                    take(body, new MemberRows(Sheets.read(file.orElseThrow()).orThrow(), body), demo);
                }
            }
        }
    }

    private void copy(String from, String to) {
        bodies.addGroups(bodies.groupsOf(from).stream()
                .map(group -> new Group(to, group.code(), group.name(), group.order()))
                .toList());
        List<Member> members = bodies.membersOf(from).stream()
                .filter(member -> member.status() != MandateStatus.TERMINATED)
                .toList();
        LocalDate today = clock.instant().atZone(clock.getZone()).toLocalDate();
        bodies.enrol(
                        to,
                        members.stream()
                                .map(member -> new NewMember(
                                        member.number(),
                                        member.person(),
                                        member.group(),
                                        member.electingUnit(),
                                        member.status(),
                                        today,
                                        Optional.empty(),
                                        Optional.empty(),
                                        member.seat()))
                                .toList())
                .orThrow();
        if (bodies.rules(to).weighted() && bodies.rules(from).weighted()) {
            weights.set(to, weights.of(from), from).orThrow();
        }
        accounts.giveRoles(
                members.stream()
                        .flatMap(member -> accounts.byPerson(member.person()).stream())
                        .map(Account::id)
                        .toList(),
                Role.MEMBER,
                to);
    }

    private void take(String body, MemberRows read, boolean demo) {
        List<Group> groups = new ArrayList<>();
        read.groups().forEach((name, code) -> groups.add(new Group(body, code, name, groups.size() + 1)));
        bodies.addGroups(groups);
        LocalDate today = clock.instant().atZone(clock.getZone()).toLocalDate();
        List<Person> people = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        List<Credential> cards = new ArrayList<>();
        List<Account> logins = new ArrayList<>();
        Map<String, Weight> carried = new LinkedHashMap<>();
        for (MemberRows.Row row : read.rows()) {
            UUID person = UUID.randomUUID();
            people.add(new Person(person, row.name(), Optional.empty(), Optional.empty(), Optional.empty(), demo));
            members.add(new NewMember(
                    row.number(),
                    person,
                    Optional.ofNullable(read.groups().get(row.group())).orElse(""),
                    row.group(),
                    MandateStatus.IN_OFFICE,
                    today,
                    Optional.empty(),
                    Optional.empty(),
                    ""));
            cards.add(new Credential(row.card(), person, Credential.Status.ACTIVE));
            logins.add(new Account(
                    UUID.randomUUID(), Accounts.Kind.MEMBER, row.card(), row.name(), Optional.of(person), demo, true));
            carried.put(row.number(), row.weight());
        }
        persons.add(people);
        bodies.enrol(body, members).orThrow();
        bodies.issueCards(cards);
        accounts.createMembers(logins);
        accounts.giveRoles(logins.stream().map(Account::id).toList(), Role.MEMBER, body);
        if (bodies.rules(body).weighted()) {
            weights.set(body, carried, "roster").orThrow();
        }
    }
}
