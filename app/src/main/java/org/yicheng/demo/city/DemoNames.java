package org.yicheng.demo.city;

import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Words;
import org.yicheng.web.AccountNames;

/** The demo's accounts in both languages: the roles by their words, a deputy by member number. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoNames implements AccountNames {

    private final Accounts accounts;
    private final Bodies bodies;
    private final Words words;

    DemoNames(Accounts accounts, Bodies bodies, Words words) {
        this.accounts = accounts;
        this.bodies = bodies;
        this.words = words;
    }

    @Override
    public Optional<Bilingual> of(UUID account) {
        return accounts.byId(account)
                .filter(Account::demo)
                .flatMap(found -> persona(found).or(() -> deputy(found)));
    }

    private Optional<Bilingual> persona(Account account) {
        return Personas.STAFF.stream()
                .filter(persona -> persona.login().equals(account.login()))
                .map(persona -> words.both(Phrase.of("demo.persona-" + persona.key())))
                .findFirst();
    }

    private Optional<Bilingual> deputy(Account account) {
        return account.person()
                .flatMap(person -> named("demo.deputy-named", Personas.BODY, person)
                        .or(() -> named("demo.member-named", Personas.CPPCC, person)));
    }

    private Optional<Bilingual> named(String key, String body, UUID person) {
        return bodies.memberOf(body, person).map(member -> words.both(Phrase.of(key, "number", member.number())));
    }
}
