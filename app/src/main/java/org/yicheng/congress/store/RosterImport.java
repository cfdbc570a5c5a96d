package org.yicheng.congress.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.store.RosterRows.Row;
import org.yicheng.document.Sheets;
import org.yicheng.document.Uploads;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Takes a roster: persons, delegations, mandates, cards, accounts. */
@Component
class RosterImport implements Rosters {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final Bodies bodies;
    private final Persons persons;
    private final Accounts accounts;
    private final OtherMandates others;
    private final Uploads uploads;

    RosterImport(Bodies bodies, Persons persons, Accounts accounts, OtherMandates others, Uploads uploads) {
        this.others = others;
        this.uploads = uploads;
        this.bodies = bodies;
        this.persons = persons;
        this.accounts = accounts;
    }

    @Override
    public Ruling<Preview> preview(String body, byte[] content) {
        if (bodies.byId(body).isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.body.unknown", "value", body));
        }
        if (bodies.byId(body)
                .filter(found -> found.kind() == Body.Kind.STANDING_COMMITTEE)
                .isPresent()) {
            return Ruling.refused(Refusal.by(Citation.of(Law.ORGANIC, "47(1)"), "congress.roster-of-committee"));
        }
        return Sheets.read(content).map(table -> preview(table, checked(body, table)));
    }

    /** The rows, with faults against what is stored already added. */
    private RosterRows checked(String body, Sheets.Table table) {
        RosterRows read = new RosterRows(table);
        Set<String> known = bodies.membersOf(body).stream().map(Member::number).collect(Collectors.toSet());
        for (Row row : read.rows()) {
            if (known.contains(row.number())) {
                read.faults()
                        .add(new Fault(
                                row.line(),
                                Refusal.at(
                                        "deputy_id",
                                        "congress.already-there",
                                        "row",
                                        row.line(),
                                        "value",
                                        row.number())));
            }
            if (bodies.card(row.card()).isPresent()) {
                read.faults()
                        .add(new Fault(
                                row.line(),
                                Refusal.at(
                                        "credential", "congress.card-taken", "row", row.line(), "value", row.card())));
            }
        }
        read.rows().forEach(row -> read.faults().addAll(apart(body, row)));
        return read;
    }

    /** EL 48, row by row. */
    private List<Fault> apart(String body, Row row) {
        return row.elsewhere().stream()
                .flatMap(one -> others.against(body, row.name(), one.code()).stream()
                        .map(reason -> new Fault(row.line(), inRow(row, one.code(), reason))))
                .toList();
    }

    private static Refusal inRow(Row row, String code, Refusal reason) {
        return Refusal.at(
                "other_mandates",
                OtherMandates.ONE_LINE,
                reason.code().replace("assembly.", "congress.roster-"),
                "row",
                row.line(),
                "name",
                row.name(),
                "value",
                code,
                "own",
                reason.facts().getOrDefault("own", ""));
    }

    private static Preview preview(Sheets.Table table, RosterRows read) {
        int inOffice = (int) read.rows().stream()
                .filter(row -> row.status() == MandateStatus.IN_OFFICE)
                .count();
        return new Preview(
                table.rows().size(),
                inOffice,
                read.rows().size() - inOffice,
                read.delegations().stream().map(read::delegationName).toList(),
                table.encoding(),
                read.faults().stream()
                        .sorted(Comparator.comparingInt(Fault::row))
                        .toList(),
                table.rows().stream()
                        .limit(Preview.SHOWN)
                        .map(line -> new Line(
                                line.number(), COLUMNS.stream().map(line::get).toList()))
                        .toList());
    }

    @Override
    public UUID keep(String body, byte[] content) {
        return uploads.keep("roster:" + body, content);
    }

    @Override
    public Optional<byte[]> kept(String body, UUID id) {
        return uploads.kept("roster:" + body, id);
    }

    @Override
    @Transactional
    public Ruling<Credential> reissue(String body, String number, String code, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Member> member =
                bodies.memberByNumber(body, number).filter(one -> one.status() != MandateStatus.TERMINATED);
        if (member.isEmpty()) {
            reasons.add(Refusal.at("member", "congress.not-in-office", "value", number));
        }
        if (!CODE.matcher(code).matches()) {
            reasons.add(Refusal.at("code", "congress.card-form", "value", code));
        } else if (bodies.card(code).isPresent() || accounts.byLogin(code).isPresent()) {
            reasons.add(Refusal.at("code", "congress.card-taken-now", "value", code));
        }
        if (reason.isBlank()) {
            reasons.add(Refusal.at("reason", "congress.reason-missing"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID person = member.orElseThrow().person();
        bodies.cardsOf(person).stream()
                .filter(card -> card.status() != Credential.Status.REVOKED)
                .forEach(card -> bodies.changeCard(card.code(), Credential.Status.REVOKED, reason)
                        .orThrow());
        Credential card = new Credential(code, person, Credential.Status.ACTIVE);
        bodies.issueCards(List.of(card));
        accounts.byPerson(person)
                .filter(account -> account.kind() == Accounts.Kind.MEMBER)
                .ifPresent(account -> accounts.changeLogin(account.id(), code));
        return Ruling.granted(card);
    }

    @Override
    @Transactional
    public Ruling<Preview> take(String body, byte[] content, boolean demo) {
        Ruling<Preview> looked = preview(body, content);
        if (looked instanceof Ruling.Granted<Preview>(Preview preview)
                && !preview.faults().isEmpty()) {
            return Ruling.refused(preview.faults().stream().map(Fault::reason).toList());
        }
        if (looked instanceof Ruling.Granted<Preview>) {
            store(body, new RosterRows(Sheets.read(content).orThrow()), demo);
        }
        return looked;
    }

    private void store(String body, RosterRows read, boolean demo) {
        Set<String> known =
                bodies.groupsOf(body).stream().map(Group::code).collect(Collectors.toCollection(HashSet::new));
        List<Group> groups = new ArrayList<>();
        for (String code : read.delegations()) {
            if (known.add(code)) {
                groups.add(new Group(body, code, read.delegationName(code), known.size()));
            }
        }
        bodies.addGroups(groups);
        List<Person> people = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        List<Credential> cards = new ArrayList<>();
        List<Account> logins = new ArrayList<>();
        for (Row row : read.rows()) {
            UUID person = UUID.randomUUID();
            boolean former = row.status() == MandateStatus.TERMINATED;
            people.add(new Person(person, row.name(), row.sex(), row.birthYear(), row.ethnicity(), demo));
            members.add(new NewMember(
                    row.number(),
                    person,
                    row.delegation(),
                    row.electingUnit(),
                    row.status(),
                    row.from(),
                    row.to(),
                    row.replaces(),
                    row.seat()));
            cards.add(
                    new Credential(row.card(), person, former ? Credential.Status.REVOKED : Credential.Status.ACTIVE));
            if (!former) {
                logins.add(new Account(
                        UUID.randomUUID(),
                        Accounts.Kind.MEMBER,
                        row.card(),
                        row.name(),
                        Optional.of(person),
                        demo,
                        true));
            }
        }
        persons.add(people);
        bodies.enrol(body, members).orThrow();
        for (Row row : read.rows()) {
            for (RosterRows.Elsewhere one : row.elsewhere()) {
                if (row.status() != MandateStatus.TERMINATED) {
                    others.declare(body, row.number(), one.code(), one.title()).orThrow();
                }
            }
        }
        bodies.issueCards(cards);
        accounts.createMembers(logins);
        accounts.giveRoles(logins.stream().map(Account::id).toList(), Role.MEMBER, body);
    }
}
