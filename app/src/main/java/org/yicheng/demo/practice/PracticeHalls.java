package org.yicheng.demo.practice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Credential;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.demo.practice.SyntheticRoster.Invented;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Persons;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;

/** Builds practice halls: a body of invented members, all signed in, its sitting open, a token for each. */
@Component
@ConditionalOnProperty(name = "yicheng.demo", havingValue = "true")
class PracticeHalls {

    /** As many as may get a token in one call, and more than any hall seats. */
    static final int LARGEST = 10_000;

    private static final int EVENTS_A_BATCH = 1_000;
    private static final Duration TOKENS_LAST = Duration.ofHours(12);
    private static final long SEED = 20_240_126L;

    /** A hall ready for votes; the tokens are shown once and stored only as digests. */
    record Hall(
            String body, String sitting, int members, String firstCard, String chairToken, List<String> memberTokens) {}

    private final Bodies bodies;
    private final Sittings sittings;
    private final Persons persons;
    private final Accounts accounts;
    private final TransactionOperations transaction;
    private final Clock clock;

    PracticeHalls(
            Bodies bodies,
            Sittings sittings,
            Persons persons,
            Accounts accounts,
            TransactionOperations transaction,
            Clock clock) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.persons = persons;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Builds a hall with this many members, 1..{@value #LARGEST}. */
    Hall build(int members) {
        String id = "practice-" + UUID.randomUUID().toString().substring(0, 8);
        List<Invented> invented = new SyntheticRoster(id.substring(9), SEED).members(members);
        List<Account> people = invented.stream().map(PracticeHalls::account).toList();
        Account chair = transaction.execute(_ -> {
            enrol(id, invented, people);
            return chair(id);
        });
        String sitting = open(id, invented);
        // A token lasts by the real clock, not by the demo's.
        Instant until = Clock.systemUTC().instant().plus(TOKENS_LAST);
        return new Hall(
                id,
                sitting,
                members,
                invented.getFirst().card(),
                accounts.issueToken(chair.id(), until),
                accounts.issueTokens(people.stream().map(Account::id).toList(), until));
    }

    private void enrol(String id, List<Invented> invented, List<Account> people) {
        Bilingual name = new Bilingual("演练会场 " + id + "（演示）", "Practice hall " + id + " (demo)");
        bodies.add(new Body(id, Body.Kind.CONGRESS, name, name, "cn-city-congress", Optional.empty(), true));
        bodies.addGroups(List.of(new Group(id, "all", "全体（演示）", 1)));
        persons.add(invented.stream().map(Invented::person).toList());
        accounts.createMembers(people);
        LocalDate from = LocalDate.now(clock);
        bodies.enrol(id, invented.stream().map(one -> mandate(one, from)).toList())
                .orThrow();
        bodies.issueCards(invented.stream()
                .map(one -> new Credential(one.card(), one.person().id(), Credential.Status.ACTIVE))
                .toList());
        accounts.giveRoles(people.stream().map(Account::id).toList(), Role.MEMBER, id);
    }

    private Account chair(String id) {
        Account chair = accounts.create(Accounts.Kind.STAFF, id + "-chair", "主持人（演示）", Optional.empty(), true);
        accounts.giveRole(chair.id(), Role.CHAIR, id);
        accounts.giveRole(chair.id(), Role.SECRETARIAT, id);
        return chair;
    }

    private String open(String id, List<Invented> invented) {
        String sitting = id + "-sitting";
        Bilingual name = new Bilingual("演练会议（演示）", "Practice sitting (demo)");
        sittings.schedule(new Sittings.NewSitting(
                sitting, id, "practice:" + id, Sitting.Kind.PLENARY, 1, name, "演练会场", clock.instant()));
        sittings.namePresiding(sitting, "主持人（演示）").orThrow();
        sittings.openSignIn(sitting).orThrow();
        List<SignInEvent> events = events(sitting, invented);
        for (int from = 0; from < events.size(); from += EVENTS_A_BATCH) {
            sittings.signIn(sitting, events.subList(from, Math.min(events.size(), from + EVENTS_A_BATCH)));
        }
        sittings.open(sitting).orThrow();
        return sitting;
    }

    private List<SignInEvent> events(String sitting, List<Invented> invented) {
        Instant now = clock.instant();
        List<SignInEvent> events = new ArrayList<>(invented.size());
        IntStream.range(0, invented.size())
                .forEach(i -> events.add(new SignInEvent(
                        sitting + "-" + i, now, invented.get(i).card(), SignInEvent.Direction.IN, "PRACTICE", i)));
        return events;
    }

    private static NewMember mandate(Invented one, LocalDate from) {
        return new NewMember(
                one.number(),
                one.person().id(),
                "all",
                "演练（演示）",
                MandateStatus.IN_OFFICE,
                from,
                Optional.empty(),
                Optional.empty(),
                one.seat());
    }

    private static Account account(Invented one) {
        UUID id = UUID.nameUUIDFromBytes(("account " + one.card()).getBytes(StandardCharsets.UTF_8));
        return new Account(
                id,
                Accounts.Kind.MEMBER,
                one.card(),
                one.person().name(),
                Optional.of(one.person().id()),
                true,
                true);
    }
}
