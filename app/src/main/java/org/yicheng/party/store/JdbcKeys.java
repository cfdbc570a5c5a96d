package org.yicheng.party.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.party.Keys;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Passwords and one-time codes. They run on the machine's own clock, not on the demo's. */
@Component
class JdbcKeys implements Keys {

    static final Duration FIRST_PASSWORD = Duration.ofDays(7);
    private static final int SECRET_BYTES = 20;

    private record Stored(
            String login,
            Optional<String> password,
            Optional<Instant> firstUntil,
            Optional<byte[]> totp,
            Optional<byte[]> totpNext,
            long step,
            boolean unfinished) {

        static Stored of(ResultSet row, int at) throws SQLException {
            OffsetDateTime until = row.getObject("first_until", OffsetDateTime.class);
            return new Stored(
                    row.getString("login"),
                    Optional.ofNullable(row.getString("password")),
                    Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                    Optional.ofNullable(row.getBytes("totp")),
                    Optional.ofNullable(row.getBytes("totp_next")),
                    row.getLong("totp_step"),
                    row.getBoolean("unfinished"));
        }
    }

    private final JdbcClient jdbc;
    private final HomeKey homeKey;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final FirstSteps firstSteps;
    private final PartyActs acts;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    JdbcKeys(
            JdbcClient jdbc,
            HomeKey homeKey,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            FirstSteps firstSteps,
            PartyActs acts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.homeKey = homeKey;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.firstSteps = firstSteps;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public State of(UUID account) {
        Stored stored = stored(account);
        int passkeys = jdbc.sql("select count(*) from party.passkey where account = :id")
                .param("id", account)
                .query(Integer.class)
                .single();
        return new State(stored.firstUntil().isPresent(), stored.totp().isPresent(), passkeys, stored.unfinished());
    }

    private Stored stored(UUID account) {
        return jdbc.sql("""
                        select login, password, first_until, totp, totp_next, totp_step, unfinished
                          from party.account where id = :id
                        """).param("id", account).query(Stored::of).single();
    }

    /** Whether password and code are right; a code that was right is used up. Not inside a transaction: it takes time. */
    boolean right(UUID account, String password, String code) {
        Stored stored = stored(account);
        boolean expired =
                stored.firstUntil().filter(until -> !now().isBefore(until)).isPresent();
        if (!passwords.matches(password, stored.password()) || expired) {
            return false;
        }
        return stored.totp().isPresent() ? takeCode(account, stored.totp().get(), stored, code) : stored.unfinished();
    }

    /** For a login that nobody has, the same work. */
    boolean nobodys(String password) {
        return passwords.matches(password, Optional.empty());
    }

    private boolean takeCode(UUID account, byte[] sealed, Stored stored, String code) {
        OptionalLong step = Totp.matchingStep(homeKey.open(sealed), code, now(), stored.step());
        // Of two that bring the same code at once, one comes in.
        return step.isPresent()
                && jdbc.sql("update party.account set totp_step = :step where id = :id and totp_step < :step")
                                .param("step", step.getAsLong())
                                .param("id", account)
                                .update()
                        == 1;
    }

    @Override
    @Transactional
    public String startOver(UUID account) {
        String first = passwords.first();
        jdbc.sql("""
                        update party.account
                           set password = :password, first_until = :until, totp = null, totp_next = null, unfinished = true
                         where id = :id
                        """)
                .param("password", passwords.hash(first))
                .param("until", now().plus(FIRST_PASSWORD).atOffset(ZoneOffset.UTC))
                .param("id", account)
                .update();
        jdbc.sql("delete from party.passkey where account = :id")
                .param("id", account)
                .update();
        sessions.endAll(account);
        acts.onAccount("party.keys.start-over", account, Map.of());
        return first;
    }

    @Override
    public Ruling<String> changePassword(UUID account, String old, String fresh, String address) {
        Stored stored = stored(account);
        Optional<Refusal> wrong = wrongPassword(stored, old, address);
        if (wrong.isPresent()) {
            return Ruling.refused(wrong.get());
        }
        List<Refusal> faults = Passwords.faults(fresh, old, stored.login());
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        String hash = passwords.hash(fresh);
        return Ruling.granted(transaction.execute(_ -> replace(account, hash)));
    }

    private String replace(UUID account, String hash) {
        jdbc.sql("update party.account set password = :password, first_until = null where id = :id")
                .param("password", hash)
                .param("id", account)
                .update();
        sessions.endAll(account);
        String token = sessions.open(List.of(account), Terms.staff("password")).getFirst();
        acts.byItself("party.password.set", account, Map.of());
        firstSteps.finish(account);
        return token;
    }

    private Optional<Refusal> wrongPassword(Stored stored, String password, String address) {
        Optional<Refusal> slow = throttle.attempt(stored.login(), address);
        if (slow.isPresent()) {
            return slow;
        }
        if (passwords.matches(password, stored.password())) {
            throttle.succeeded(stored.login());
            return Optional.empty();
        }
        throttle.failed(address);
        return Optional.of(Refusal.at("old", "party.wrong-old-password"));
    }

    @Override
    public Ruling<String> proposeCodes(UUID account, String password, String address) {
        Stored stored = stored(account);
        Optional<Refusal> wrong = stored.unfinished() ? Optional.empty() : wrongPassword(stored, password, address);
        if (wrong.isPresent()) {
            return Ruling.refused(wrong.get());
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("update party.account set totp_next = :next where id = :id")
                .param("next", homeKey.seal(secret))
                .param("id", account)
                .update();
        return Ruling.granted("otpauth://totp/Yicheng:" + URLEncoder.encode(stored.login(), StandardCharsets.UTF_8)
                + "?secret=" + Totp.base32(secret) + "&issuer=Yicheng");
    }

    @Override
    public Ruling<State> confirmCodes(UUID account, String code, String address) {
        Stored stored = stored(account);
        Optional<Refusal> slow = throttle.attempt(stored.login(), address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        OptionalLong step = stored.totpNext().isEmpty()
                ? OptionalLong.empty()
                : Totp.matchingStep(homeKey.open(stored.totpNext().get()), code, now(), 0);
        if (step.isEmpty()) {
            throttle.failed(address);
            return Ruling.refused(Refusal.at("code", "party.code-not-confirmed"));
        }
        throttle.succeeded(stored.login());
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                            update party.account set totp = totp_next, totp_next = null, totp_step = :step
                             where id = :id and totp_next is not null
                            """).param("step", step.getAsLong()).param("id", account).update();
            acts.byItself("party.totp.renew", account, Map.of());
            firstSteps.finish(account);
        });
        return Ruling.granted(of(account));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
