package org.yicheng.party.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Accounts, roles and sign-in in PostgreSQL. */
@Component
class JdbcAccounts implements Accounts {

    private static final Duration STAFF_SESSION = Duration.ofHours(8);
    private static final Duration MEMBER_SESSION = Duration.ofHours(16);
    private static final int CODE_TRIES = 5;
    /** bcrypt of a random string: unknown logins cost the same time as known ones. */
    private static final String NOBODY = "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5z6GgHh2Jr3vV8H8n6y5y9y0J5l8K";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final HomeKey homeKey;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Journal journal;
    private final Clock clock;
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();
    private final SecureRandom random = new SecureRandom();

    JdbcAccounts(
            JdbcClient jdbc,
            JdbcTemplate template,
            HomeKey homeKey,
            Throttle throttle,
            Sessions sessions,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.homeKey = homeKey;
        this.throttle = throttle;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Account create(Kind kind, String login, String name, Optional<UUID> person, boolean demo) {
        Account account = new Account(UUID.randomUUID(), kind, login, name, person, demo, true);
        insert(List.of(account));
        act("party.account.create", account.id(), Map.of("kind", kind.name()));
        return account;
    }

    @Override
    @Transactional
    public void createMembers(List<Account> accounts) {
        insert(accounts);
        journal.append(draft("party.accounts.create", "accounts", Map.of("accounts", "" + accounts.size())));
    }

    private void insert(List<Account> accounts) {
        template.batchUpdate(
                "insert into party.account (id, kind, login, name, person, demo) values (?, ?, ?, ?, ?, ?)",
                accounts.stream()
                        .map(account -> new Object[] {
                            account.id(),
                            account.kind().name(),
                            account.login(),
                            account.name(),
                            account.person().orElse(null),
                            account.demo()
                        })
                        .toList());
    }

    private void act(String verb, UUID account, Map<String, String> facts) {
        journal.append(draft(verb, "account:" + account, facts));
    }

    private ActDraft draft(String verb, String subject, Map<String, String> facts) {
        Caller caller = Caller.current();
        return new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.signedIn() ? "ACCOUNT" : "PUBLIC",
                verb,
                subject,
                Optional.empty(),
                facts);
    }

    @Override
    public Optional<Account> byId(UUID id) {
        return one("id = :value", id);
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return one("login = :value", login);
    }

    @Override
    public Optional<Account> byPerson(UUID person) {
        return one("person = :value and closed_at is null", person);
    }

    private Optional<Account> one(String where, Object value) {
        return jdbc.sql("select * from party.account where " + where + " limit 1")
                .param("value", value)
                .query(JdbcAccounts::row)
                .optional();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql("select * from party.account where kind <> 'MEMBER' order by login")
                .query(JdbcAccounts::row)
                .list();
    }

    private static Account row(ResultSet row, int at) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("login"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                row.getBoolean("demo"),
                row.getObject("closed_at") == null);
    }

    @Override
    @Transactional
    public void setPassword(UUID account, String password) {
        jdbc.sql("update party.account set password = :password where id = :id")
                .param("password", passwords.encode(password))
                .param("id", account)
                .update();
        act("party.password.set", account, Map.of());
    }

    @Override
    @Transactional
    public void changeLogin(UUID account, String login) {
        jdbc.sql("update party.account set login = :login where id = :id")
                .param("login", login)
                .param("id", account)
                .update();
        act("party.login.change", account, Map.of());
    }

    @Override
    @Transactional
    public String renewTotp(UUID account) {
        byte[] secret = new byte[20];
        random.nextBytes(secret);
        jdbc.sql("update party.account set totp = :totp, totp_step = 0 where id = :id")
                .param("totp", homeKey.seal(secret))
                .param("id", account)
                .update();
        act("party.totp.renew", account, Map.of());
        String login = byId(account).orElseThrow().login();
        return "otpauth://totp/Yicheng:" + java.net.URLEncoder.encode(login, StandardCharsets.UTF_8) + "?secret="
                + Totp.base32(secret) + "&issuer=Yicheng";
    }

    @Override
    @Transactional
    public void giveRole(UUID account, Role role, String scope) {
        giveRoles(List.of(account), role, scope);
    }

    @Override
    @Transactional
    public void giveRoles(List<UUID> accounts, Role role, String scope) {
        Instant now = clock.instant();
        template.batchUpdate(
                "insert into party.role_held (account, role, scope, valid_from) values (?, ?, ?, ?) on conflict do nothing",
                accounts.stream()
                        .map(id -> new Object[] {id, role.name(), scope, now.atOffset(ZoneOffset.UTC)})
                        .toList());
        sessions.changed(accounts);
        journal.append(draft(
                "party.role.give",
                accounts.size() == 1 ? "account:" + accounts.getFirst() : "accounts",
                Map.of("role", role.name(), "scope", scope, "accounts", "" + accounts.size())));
    }

    @Override
    @Transactional
    public void endRole(UUID account, Role role, String scope) {
        jdbc.sql("""
                        update party.role_held set valid_to = :now
                         where account = :account and role = :role and scope = :scope and valid_to is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("role", role.name())
                .param("scope", scope)
                .update();
        sessions.changed(List.of(account));
        act("party.role.end", account, Map.of("role", role.name(), "scope", scope));
    }

    @Override
    @Transactional
    public String issueToken(UUID account, Instant until) {
        return issueTokens(List.of(account), until).getFirst();
    }

    @Override
    @Transactional
    public List<String> issueTokens(List<UUID> accounts, Instant until) {
        List<String> tokens = sessions.open(accounts, until);
        journal.append(draft("party.tokens.issue", "accounts", Map.of("accounts", "" + accounts.size())));
        return tokens;
    }

    @Override
    @Transactional
    public String issueHallCode(UUID account, Instant until) {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        jdbc.sql("""
                        insert into party.hall_code (account, code, expires_at) values (:account, :code, :until)
                        on conflict (account) do update set code = excluded.code, expires_at = excluded.expires_at, tries = 0
                        """)
                .param("account", account)
                .param("code", homeKey.digest(account + code))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        act("party.hall-code.issue", account, Map.of());
        return code;
    }

    @Override
    @Transactional
    public Ruling<String> signInWithCard(String card, String hallCode, String address) {
        Optional<Refusal> slow = throttle.attempt(card, address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        Optional<Account> account = byLogin(card).filter(found -> found.kind() == Kind.MEMBER && found.open());
        if (account.isEmpty() || !takeCode(account.get().id(), hallCode)) {
            return failed(account, "card");
        }
        return signedIn(account.get(), "card", MEMBER_SESSION);
    }

    /** Uses up the code if it is the right one; too many wrong tries use it up too. */
    private boolean takeCode(UUID account, String hallCode) {
        record Stored(byte[] code, int tries) {}
        Optional<Stored> stored = jdbc.sql("""
                        update party.hall_code set tries = tries + 1 where account = :account and expires_at > :now
                        returning code, tries
                        """)
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Stored(row.getBytes(1), row.getInt(2)))
                .optional();
        boolean right = stored.isPresent()
                && stored.get().tries() <= CODE_TRIES
                && MessageDigest.isEqual(stored.get().code(), homeKey.digest(account + hallCode));
        if (right) {
            jdbc.sql("delete from party.hall_code where account = :account")
                    .param("account", account)
                    .update();
        }
        return right;
    }

    @Override
    @Transactional
    public Ruling<String> signInWithPassword(String login, String password, String totp, String address) {
        Optional<Refusal> slow = throttle.attempt(login, address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        Optional<Account> account = byLogin(login).filter(found -> found.kind() == Kind.STAFF && found.open());
        boolean right = account.map(found -> passwordAndCode(found.id(), password, totp))
                .orElseGet(() -> {
                    passwords.matches(password, NOBODY);
                    return false;
                });
        return right ? signedIn(account.orElseThrow(), "password", STAFF_SESSION) : failed(account, "password");
    }

    private boolean passwordAndCode(UUID account, String password, String code) {
        record Stored(Optional<String> password, Optional<byte[]> totp, long step) {}
        Stored stored = jdbc.sql("select password, totp, totp_step from party.account where id = :id for update")
                .param("id", account)
                .query((row, _) -> new Stored(
                        Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getBytes(2)), row.getLong(3)))
                .single();
        if (!passwords.matches(password, stored.password().orElse(NOBODY))
                || stored.totp().isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.matchingStep(
                homeKey.open(stored.totp().get()), code, Clock.systemUTC().instant(), stored.step());
        step.ifPresent(used -> jdbc.sql("update party.account set totp_step = :step where id = :id")
                .param("step", used)
                .param("id", account)
                .update());
        return step.isPresent();
    }

    private Ruling<String> signedIn(Account account, String way, Duration length) {
        String token = sessions.open(
                        List.of(account.id()), Clock.systemUTC().instant().plus(length))
                .getFirst();
        act("party.sign-in", account.id(), Map.of("way", way));
        return Ruling.granted(token);
    }

    private Ruling<String> failed(Optional<Account> account, String way) {
        account.ifPresent(found -> act("party.sign-in.failed", found.id(), Map.of("way", way)));
        return Ruling.refused(Refusal.plain("party.wrong-" + way));
    }

    @Override
    @Transactional
    public void signOut(String token) {
        sessions.end(token).ifPresent(account -> act("party.sign-out", account, Map.of()));
    }

    @Override
    public Optional<Caller> callerOf(String token) {
        return sessions.callerOf(token);
    }
}
