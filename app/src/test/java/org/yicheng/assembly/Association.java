package org.yicheng.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yicheng.count.Weight;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;
import org.yicheng.rule.Bilingual;

/** A body under any rule set for tests: members M1…Mn with weights and cards, one sitting that is signed in and open. */
@TestComponent
public class Association {

    @Autowired
    Bodies bodies;

    @Autowired
    Sittings sittings;

    @Autowired
    Questions questions;

    @Autowired
    VotingWeights weights;

    @Autowired
    Persons persons;

    @Autowired
    Congress congress;

    /** Members' persons in order; {@code carried} is what each carries, {@code 1} by heads. */
    public List<UUID> body(String id, String rules, Body.Kind kind, String... carried) {
        bodies.add(new Body(id, kind, new Bilingual(id, id), new Bilingual(id, id), rules, Optional.empty(), true));
        List<Person> people = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        List<Credential> cards = new ArrayList<>();
        Map<String, Weight> carry = new LinkedHashMap<>();
        for (int i = 0; i < carried.length; i++) {
            UUID person = UUID.randomUUID();
            people.add(new Person(person, "演示" + i, Optional.empty(), Optional.empty(), Optional.empty(), true));
            members.add(new NewMember(
                    "M" + (i + 1),
                    person,
                    "",
                    "",
                    Member.MandateStatus.IN_OFFICE,
                    LocalDate.of(2021, 1, 1),
                    Optional.empty(),
                    Optional.empty(),
                    ""));
            cards.add(new Credential(Congress.card(id, i), person, Credential.Status.ACTIVE));
            carry.put("M" + (i + 1), Weight.parse(carried[i]).orElseThrow());
        }
        persons.add(people);
        bodies.enrol(id, members).orThrow();
        bodies.issueCards(cards);
        if (bodies.rules(id).weighted()) {
            weights.set(id, carry, "test").orThrow();
        }
        return people.stream().map(Person::id).toList();
    }

    /** A sitting {@code <body>-1} with the first members signed in. */
    public void openSitting(String body, int present) {
        congress.sitting(body + "-1", body);
        congress.signIn(body + "-1", body, 0, present);
        sittings.open(body + "-1").orThrow();
    }

    public UUID listed(String body, VotingMode mode) {
        return questions
                .list(new Questions.NewQuestion(
                        body + "-1",
                        Question.Kind.RESOLUTION,
                        new Bilingual("议题", "Question"),
                        "议题",
                        "test:" + body,
                        mode))
                .id();
    }

    public UUID openVote(String body, VotingMode mode) {
        UUID id = listed(body, mode);
        questions.put(id).orThrow();
        questions.open(id).orThrow();
        return id;
    }
}
