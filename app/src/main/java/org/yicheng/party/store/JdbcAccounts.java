package org.yicheng.party.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Caller.Grant;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Accounts and the roles they hold in PostgreSQL; how they sign in is {@link SignInWays}' business. */
@Component
class JdbcAccounts implements Accounts {

    private final AccountRows rows;
    private final RolesHeld held;
    private final Sessions sessions;
    private final HallCodeRows hallCodeRows;
    private final SignInWays signInWays;
    private final PartyActs acts;
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcAccounts(
            AccountRows rows,
            RolesHeld held,
            Sessions sessions,
            HallCodeRows hallCodeRows,
            SignInWays signInWays,
            PartyActs acts,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.held = held;
        this.sessions = sessions;
        this.hallCodeRows = hallCodeRows;
        this.signInWays = signInWays;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Account create(Kind kind, String login, String name, Optional<UUID> person, boolean demo) {
        Account account = new Account(UUID.randomUUID(), kind, login, name, person, demo, true);
        rows.insert(List.of(account));
        acts.onAccount("party.account.create", account.id(), Map.of("kind", kind.name()));
        return account;
    }

    @Override
    @Transactional
    public void createMembers(List<Account> accounts) {
        rows.insert(accounts);
        acts.onMany("party.accounts.create", "accounts", Map.of("accounts", "" + accounts.size()));
    }

    @Override
    public Optional<Account> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return rows.byLogin(login);
    }

    @Override
    public Optional<Account> byPerson(UUID person) {
        return rows.byPerson(person);
    }

    @Override
    public List<Account> all() {
        return rows.staffAndDevices();
    }

    @Override
    @Transactional
    public void changeLogin(UUID account, String login) {
        jdbc.sql("update party.account set login = :login where id = :id")
                .param("login", login)
                .param("id", account)
                .update();
        acts.onAccount("party.login.change", account, Map.of());
    }

    @Override
    @Transactional
    public Ruling<Account> close(UUID account) {
        Account found = rows.byId(account).orElseThrow();
        if (isAdministrator(account) && !held.anotherAdministrator(account)) {
            return Ruling.refused(Refusal.plain("party.last-administrator"));
        }
        jdbc.sql("update party.account set closed_at = :now where id = :id and closed_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", account)
                .update();
        held.endAll(account, clock.instant());
        sessions.endAll(account);
        acts.onAccount("party.account.close", account, Map.of());
        return Ruling.granted(found);
    }

    private boolean isAdministrator(UUID account) {
        return held.of(List.of(account)).getOrDefault(account, Set.of()).contains(grant(Role.ADMINISTRATOR, "*"));
    }

    @Override
    @Transactional
    public void giveRole(UUID account, Role role, String scope) {
        giveRoles(List.of(account), role, scope);
    }

    @Override
    @Transactional
    public void giveRoles(List<UUID> accounts, Role role, String scope) {
        if (role.everywhereOnly() && !scope.equals(Caller.EVERYWHERE)) {
            throw new IllegalArgumentException(role + " is held everywhere, got the scope " + scope);
        }
        held.give(accounts, grant(role, scope), clock.instant());
        sessions.changed(accounts);
        acts.onMany(
                "party.role.give",
                accounts.size() == 1 ? "account:" + accounts.getFirst() : "accounts",
                Map.of("role", role.name(), "scope", scope, "accounts", "" + accounts.size()));
    }

    @Override
    @Transactional
    public Ruling<Account> endRole(UUID account, Role role, String scope) {
        Account found = rows.byId(account).orElseThrow();
        if (role == Role.ADMINISTRATOR && !held.anotherAdministrator(account)) {
            return Ruling.refused(Refusal.plain("party.last-administrator"));
        }
        if (held.end(account, grant(role, scope), clock.instant())) {
            sessions.changed(List.of(account));
            acts.onAccount("party.role.end", account, Map.of("role", role.name(), "scope", scope));
        }
        return Ruling.granted(found);
    }

    private static Grant grant(Role role, String scope) {
        return new Grant(role, scope);
    }

    @Override
    public Map<UUID, Set<Grant>> roles(Collection<UUID> accounts) {
        return held.of(accounts);
    }

    @Override
    @Transactional
    public String issueToken(UUID account, Instant until) {
        String token = sessions.open(List.of(account), Terms.token(until)).getFirst();
        acts.onAccount("party.tokens.issue", account, Map.of("accounts", "1", "lasts", lasts(until)));
        return token;
    }

    @Override
    @Transactional
    public List<String> issueTokens(List<UUID> accounts, Instant until) {
        List<String> tokens = sessions.open(accounts, Terms.token(until));
        acts.onMany("party.tokens.issue", "accounts", Map.of("accounts", "" + accounts.size(), "lasts", lasts(until)));
        return tokens;
    }

    @Override
    @Transactional
    public String issueHallCode(UUID account, Instant until) {
        String code = hallCodeRows.issue(account, until);
        acts.onAccount("party.hall-code.issue", account, Map.of());
        return code;
    }

    @Override
    public Ruling<String> signInWithCard(String card, String hallCode, String address) {
        return signInWays.withCard(card, hallCode, address);
    }

    @Override
    public Ruling<String> signInWithPassword(String login, String password, String code, String address) {
        return signInWays.withPassword(login, password, code, address);
    }

    @Override
    public Ruling<String> signInWithToken(String token, String address) {
        return signInWays.withToken(token, address);
    }

    @Override
    @Transactional
    public void signOut(String token) {
        sessions.end(token).ifPresent(account -> acts.byItself("party.sign-out", account, Map.of()));
    }

    @Override
    @Transactional
    public void signOutEverywhere(UUID account) {
        sessions.endAll(account);
        acts.onAccount("party.sign-out.everywhere", account, Map.of());
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        return sessions.callerOf(token);
    }

    /**
     * For the record: how long a token lasts, in whole minutes. Tokens end by the machine's clock, acts are dated by the
     * platform's, which the demo moves; a length means the same on both.
     */
    private static String lasts(Instant until) {
        long seconds = Duration.between(Clock.systemUTC().instant(), until).toSeconds();
        return Duration.ofMinutes(Math.ceilDiv(Math.max(0, seconds), 60)).toString();
    }
}
