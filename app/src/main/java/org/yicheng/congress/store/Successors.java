package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.congress.ByElections;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** A by-election in one go: person, mandate, card, account. */
@Component
class Successors implements ByElections {

    private static final int LONGEST_NAME = 100;

    private final Mandates mandates;
    private final Bodies bodies;
    private final Persons persons;
    private final Accounts accounts;
    private final Clock clock;

    Successors(Mandates mandates, Bodies bodies, Persons persons, Accounts accounts, Clock clock) {
        this.mandates = mandates;
        this.bodies = bodies;
        this.persons = persons;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @throws RefusedException so that the person that was entered goes with the refusal */
    @Override
    @Transactional
    public Ruling<Mandates.Change> fill(
            String body, String vacated, Elected elected, Instant effective, String decision) {
        List<Refusal> reasons = new ArrayList<>();
        if (elected.name().isBlank() || elected.name().length() > LONGEST_NAME) {
            reasons.add(Refusal.at(
                    "name", "congress.name-length", "value", elected.name().length(), "most", LONGEST_NAME));
        }
        if (!elected.sex().map(Set.of("男", "女")::contains).orElse(true)) {
            reasons.add(Refusal.at(
                    "sex", "congress.sex-form", "value", elected.sex().orElse("")));
        }
        Optional<Member> old = bodies.memberByNumber(body, vacated);
        if (old.isEmpty()) {
            reasons.add(Refusal.at("number", "assembly.member.unknown", "value", vacated));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        UUID person = UUID.randomUUID();
        boolean demo = bodies.byId(body).orElseThrow().demo();
        persons.add(
                List.of(new Person(person, elected.name(), elected.sex(), Optional.empty(), Optional.empty(), demo)));
        NewMember member = new NewMember(
                elected.number(),
                person,
                old.orElseThrow().group(),
                old.orElseThrow().electingUnit(),
                Member.MandateStatus.IN_OFFICE,
                effective.atZone(clock.getZone()).toLocalDate(),
                Optional.empty(),
                Optional.of(vacated),
                elected.seat());
        Mandates.Change change = mandates.succeed(body, vacated, member, elected.card(), effective, decision)
                .orThrow();
        Account account = new Account(
                UUID.randomUUID(),
                Accounts.Kind.MEMBER,
                elected.card(),
                elected.name(),
                Optional.of(person),
                demo,
                true);
        accounts.createMembers(List.of(account));
        accounts.giveRoles(List.of(account.id()), Role.MEMBER, body);
        return Ruling.granted(change);
    }
}
