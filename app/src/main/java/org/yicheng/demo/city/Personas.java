package org.yicheng.demo.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;

/** The roles a visitor can step into; each is an account like any other, marked as invented. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class Personas {

    static final String BODY = "sjz-npc-15";
    static final String CPPCC = "sjz-cppcc";

    /**
     * @param key names its words {@code demo.persona-<key>}
     * @param start where it begins to work
     * @param scope in which its roles are held
     */
    record Persona(String key, String login, Set<Role> roles, String start, String scope) {
        Persona(String key, String login, Set<Role> roles, String start) {
            this(key, login, roles, start, BODY);
        }
    }

    static final List<Persona> STAFF = List.of(
            new Persona("secretariat", "demo-secretariat", Set.of(Role.SECRETARIAT), "/sessions/sjz-npc-15-5"),
            new Persona("chair", "demo-chair", Set.of(Role.CHAIR), "/chair/sjz-npc-15-5-preliminary"),
            new Persona("teller1", "demo-teller-1", Set.of(Role.TELLER), "/sessions/sjz-npc-15-5"),
            new Persona("teller2", "demo-teller-2", Set.of(Role.TELLER), "/sessions/sjz-npc-15-5"),
            new Persona("scrutineer", "demo-scrutineer", Set.of(Role.SCRUTINEER), "/demo/elections/scrutiny"),
            new Persona("gate", "demo-gate", Set.of(Role.GATE), "/gate/sjz-npc-15-5-preliminary?gate=1"),
            new Persona("board", "demo-board", Set.of(Role.BOARD), "/demo/board"),
            new Persona("handler", "demo-handler", Set.of(Role.HANDLER), "/handling", DemoSuggestions.ORGAN),
            new Persona("reviewer", "demo-reviewer", Set.of(Role.HANDLER), "/handling", DemoSuggestions.ORGAN),
            new Persona("head", "demo-head", Set.of(Role.ORGAN_HEAD), "/handling", DemoSuggestions.ORGAN),
            new Persona("proposals", "demo-proposals", Set.of(Role.SECRETARIAT), "/handling/desk?body=" + CPPCC, CPPCC),
            new Persona("examiner1", "demo-examiner-1", Set.of(Role.SECRETARIAT), "/filings/desk?body=" + CPPCC, CPPCC),
            new Persona("examiner2", "demo-examiner-2", Set.of(Role.SECRETARIAT), "/filings/desk?body=" + CPPCC, CPPCC),
            new Persona("builder", "demo-builder", Set.of(Role.HANDLER), "/livelihood", DemoDeliveries.ORGAN),
            new Persona("treasurer", "demo-treasurer", Set.of(Role.TREASURER), "/ledger"),
            new Persona("auditor", "demo-auditor", Set.of(Role.AUDITOR), "/record"),
            new Persona("administrator", "demo-admin", Set.of(Role.ADMINISTRATOR), "/accounts"));

    /** Deputies to step into, by member number: one of the presidium, one not, one for large text. */
    static final List<String> DEPUTIES = List.of("S0001", "S0100", "S0003", "S0008");

    /** Members of the CPPCC committee: one with an answer to judge, one of the science sector, its convenor. */
    static final List<String> MEMBERS = List.of("W037", "W013");

    private final Accounts accounts;
    private final Bodies bodies;

    Personas(Accounts accounts, Bodies bodies) {
        this.accounts = accounts;
        this.bodies = bodies;
    }

    void create(java.util.function.Function<String, String> name) {
        for (Persona persona : STAFF) {
            Account account = accounts.create(
                    Accounts.Kind.STAFF, persona.login(), name.apply(persona.key()), Optional.empty(), true);
            for (Role role : persona.roles()) {
                accounts.giveRole(account.id(), role, role.scopeFor(persona.scope()));
            }
        }
    }

    /** A persona's key or a member number to its account; only accounts of the demo. */
    Optional<Account> account(String who) {
        Optional<String> login = STAFF.stream()
                .filter(persona -> persona.key().equals(who))
                .map(Persona::login)
                .findFirst();
        return login.flatMap(accounts::byLogin)
                .or(() -> member(who).flatMap(member -> accounts.byPerson(member.person())))
                .filter(Account::demo);
    }

    Optional<Member> member(String number) {
        return bodies.memberByNumber(number.startsWith("W") ? CPPCC : BODY, number);
    }

    List<Member> deputies() {
        return members(DEPUTIES);
    }

    List<Member> members() {
        return members(MEMBERS);
    }

    private List<Member> members(List<String> numbers) {
        List<Member> members = new ArrayList<>();
        numbers.forEach(number -> member(number).ifPresent(members::add));
        return members;
    }

    /** A deputy of the demo as a caller. */
    Caller caller(Member member) {
        return new Caller(
                accounts.byPerson(member.person()).map(Account::id),
                Optional.of(member.person()),
                member.name(),
                true,
                Set.of(new Caller.Grant(Role.MEMBER, member.body())));
    }

    /** Somebody of the demo as a caller, for what the script does in their name. */
    Caller caller(String who) {
        return caller(
                who,
                STAFF.stream()
                        .filter(one -> one.key().equals(who))
                        .findFirst()
                        .orElseThrow()
                        .scope());
    }

    /** The same for work in another body or organ. */
    Caller caller(String who, String scope) {
        Account account = account(who).orElseThrow();
        Persona persona =
                STAFF.stream().filter(one -> one.key().equals(who)).findFirst().orElseThrow();
        return new Caller(
                Optional.of(account.id()),
                Optional.<UUID>empty(),
                account.name(),
                true,
                Set.copyOf(persona.roles().stream()
                        .map(role -> new Caller.Grant(role, scope))
                        .toList()));
    }
}
