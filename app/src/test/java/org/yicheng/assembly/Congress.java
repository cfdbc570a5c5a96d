package org.yicheng.assembly;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yicheng.assembly.SignInEvent.Direction;
import org.yicheng.party.Accounts;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;

/** A congress of any size for tests: bodies, members with cards, a sitting, sign-in. */
@TestComponent
public class Congress {

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Persons persons;

    @Autowired
    Clock clock;

    @Autowired
    Accounts accounts;

    /** A token with an office in a body. */
    public String token(String body, Role role) {
        UUID account = accounts.create(
                        Accounts.Kind.DEVICE, body + "-" + role + "-" + UUID.randomUUID(), body, Optional.empty(), true)
                .id();
        accounts.giveRole(account, role, body);
        return accounts.issueToken(account, Instant.now().plus(Duration.ofHours(1)));
    }

    /** A member's own token: may vote in the body, as the person. */
    public String memberToken(String body, UUID person) {
        UUID account = accounts.create(
                        Accounts.Kind.STAFF, "member-" + UUID.randomUUID(), "演示", Optional.of(person), true)
                .id();
        accounts.giveRole(account, Role.MEMBER, body);
        return accounts.issueToken(account, Instant.now().plus(Duration.ofHours(1)));
    }

    /** Creates a congress with members M1…Mn and cards K1…Kn prefixed by the body's id. */
    public List<UUID> congress(String body, int members) {
        bodies.add(body(body, "cn-city-congress", Body.Kind.CONGRESS, Optional.empty()));
        bodies.addGroups(List.of(new Group(body, "A", "长安区", 1), new Group(body, "B", "正定县", 2)));
        List<UUID> people = people(members);
        enrol(body, people);
        bodies.issueCards(IntStream.range(0, members)
                .mapToObj(i -> new Credential(card(body, i), people.get(i), Credential.Status.ACTIVE))
                .toList());
        return people;
    }

    public void presidium(String body, String parent, List<UUID> people) {
        bodies.add(body(body, "cn-presidium", Body.Kind.PRESIDIUM, Optional.of(parent)));
        bodies.addGroups(List.of(new Group(body, "A", "主席团", 1), new Group(body, "B", "主席团二", 2)));
        enrol(body, people);
    }

    /** A standing committee of a congress, with cards of its own. */
    public void committee(String body, String parent, List<UUID> people) {
        bodies.add(body(body, "cn-standing-committee", Body.Kind.STANDING_COMMITTEE, Optional.of(parent)));
        bodies.addGroups(List.of(new Group(body, "A", "主任会议", 1), new Group(body, "B", "委员", 2)));
        enrol(body, people);
        bodies.issueCards(IntStream.range(0, people.size())
                .mapToObj(i -> new Credential(card(body, i), people.get(i), Credential.Status.ACTIVE))
                .toList());
    }

    private static Body body(String id, String rules, Body.Kind kind, Optional<String> parent) {
        return new Body(id, kind, new Bilingual(id, id), new Bilingual(id, id), rules, parent, true);
    }

    public List<UUID> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(new Person(
                    UUID.randomUUID(), "演示" + i, Optional.empty(), Optional.empty(), Optional.empty(), true));
        }
        persons.add(people);
        return people.stream().map(Person::id).toList();
    }

    private void enrol(String body, List<UUID> people) {
        List<NewMember> members = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            members.add(new NewMember(
                    "M" + (i + 1),
                    people.get(i),
                    i % 2 == 0 ? "A" : "B",
                    "长安区",
                    Member.MandateStatus.IN_OFFICE,
                    LocalDate.of(2021, 9, 1),
                    Optional.empty(),
                    Optional.empty(),
                    "01-" + i));
        }
        bodies.enrol(body, members).orThrow();
    }

    public static String card(String body, int member) {
        return body + "-K" + (member + 1);
    }

    public Sitting sitting(String id, String body) {
        Sitting sitting = sittings.schedule(new Sittings.NewSitting(
                id,
                body,
                "test:" + body,
                Sitting.Kind.PLENARY,
                1,
                new Bilingual("全体会议", "Plenary"),
                "大礼堂",
                clock.instant()));
        sittings.namePresiding(id, "主持人").orThrow();
        sittings.openSignIn(id).orThrow();
        return sitting;
    }

    public List<SignInReceipt> signIn(String sitting, String cardsOf, int from, int to) {
        Instant now = clock.instant();
        List<SignInEvent> events = IntStream.range(from, to)
                .mapToObj(i -> new SignInEvent(sitting + "-in-" + i, now, card(cardsOf, i), Direction.IN, "GATE-1", i))
                .toList();
        List<SignInReceipt> receipts = new ArrayList<>();
        for (int at = 0; at < events.size(); at += 1_000) {
            receipts.addAll(sittings.signIn(sitting, events.subList(at, Math.min(events.size(), at + 1_000))));
        }
        return receipts;
    }
}
