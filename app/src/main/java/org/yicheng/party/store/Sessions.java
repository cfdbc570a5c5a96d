package org.yicheng.party.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;

/**
 * Sessions by the digest of their token. A session that was looked up is kept, so that thousands of presses a second do
 * not each ask the database; {@link SessionChanges} says which accounts to look up again: here at once, on other nodes
 * within a second. Sessions run on the machine's own clock, not on the demo's.
 */
@Component
class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /**
     * How a session is opened.
     *
     * @param way password, passkey, card or token
     * @param idle it ends when nothing comes for so long; empty: only at its end
     */
    record Term(String way, Instant until, Optional<Duration> idle) {}

    /** Tokens that nobody has are not kept: guessing must not push out those who are signed in. */
    private final Cache<String, KnownSession> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    private final AtomicLong forgotten = new AtomicLong();
    /** Tokens that were used and have an idle limit; written down every few seconds, all in one statement. */
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sessions-seen").daemon().factory());
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final SessionChanges changes;

    Sessions(JdbcClient jdbc, JdbcTemplate template, SessionChanges changes) {
        this.jdbc = jdbc;
        this.template = template;
        this.changes = changes;
        changes.onChange(this::forget, this::forgetAll);
        writer.scheduleWithFixedDelay(this::writeUsed, 5, 5, TimeUnit.SECONDS);
    }

    List<String> open(List<UUID> accounts, Term term) {
        Instant now = now();
        List<String> tokens = new ArrayList<>(accounts.size());
        List<Object[]> rows = new ArrayList<>(accounts.size());
        for (UUID account : accounts) {
            String token = Tokens.fresh();
            tokens.add(token);
            rows.add(new Object[] {
                Tokens.digest(token),
                account,
                term.way(),
                utc(now),
                utc(now),
                term.idle().map(idle -> utc(now.plus(idle))).orElse(null),
                utc(term.until())
            });
        }
        template.batchUpdate("""
                insert into party.session (token, account, way, created_at, seen_at, idle_until, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
        return tokens;
    }

    Optional<UUID> end(String token) {
        Optional<UUID> account = jdbc.sql(
                        "update party.session set ended_at = now() where token = :token and ended_at is null returning account")
                .param("token", Tokens.digest(token))
                .query(UUID.class)
                .optional();
        account.map(Set::of).ifPresent(changes::note);
        return account;
    }

    /** Ends every session and token of an account. */
    void endAll(UUID account) {
        jdbc.sql("update party.session set ended_at = now() where account = :account and ended_at is null")
                .param("account", account)
                .update();
        changes.note(Set.of(account));
    }

    /** Something about these accounts changes in the running transaction: their next request looks again. */
    void changed(Collection<UUID> accounts) {
        changes.note(accounts);
    }

    private void forget(Set<UUID> accounts) {
        forgotten.incrementAndGet();
        known.asMap().values().removeIf(one -> accounts.contains(one.account()));
    }

    private void forgetAll() {
        forgotten.incrementAndGet();
        known.invalidateAll();
    }

    Optional<Caller> callerOf(String token) {
        Instant now = now();
        KnownSession session = known.getIfPresent(token);
        if (session == null || session.idleAt(now)) {
            // Seen idle here, it may have been used on another node: the table knows.
            session = lookedUp(token).orElse(null);
        }
        if (session == null || session.endedAt(now) || session.idleAt(now)) {
            return Optional.empty();
        }
        if (session.use(now, EVERY)) {
            used.add(token);
        }
        return Optional.of(session.caller());
    }

    private Optional<KnownSession> lookedUp(String token) {
        long before = forgotten.get();
        Optional<KnownSession> found = load(token);
        found.ifPresent(session -> known.put(token, session));
        if (forgotten.get() != before) {
            // Something changed while we read: what was read may be old already.
            known.invalidate(token);
        }
        return found;
    }

    /** An account that has not finished its first sign-in has no roles yet. */
    private Optional<KnownSession> load(String token) {
        Set<Caller.Grant> grants = new HashSet<>();
        return jdbc
                .sql("""
                        select a.id, a.person, a.name, a.demo, s.seen_at, s.idle_until, s.expires_at, r.role, r.scope
                          from party.session s
                          join party.account a on a.id = s.account
                          left join party.role_held r on r.account = a.id and r.valid_to is null and not a.unfinished
                         where s.token = :token and s.ended_at is null and a.closed_at is null
                        """)
                .param("token", Tokens.digest(token))
                .query((row, _) -> {
                    if (row.getString("role") != null) {
                        grants.add(new Caller.Grant(Role.valueOf(row.getString("role")), row.getString("scope")));
                    }
                    return session(row, grants);
                })
                .list()
                .stream()
                // The last row was read when all roles were gathered.
                .reduce((_, last) -> last);
    }

    private static KnownSession session(ResultSet row, Set<Caller.Grant> grants) throws SQLException {
        Instant seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
        OffsetDateTime idle = row.getObject("idle_until", OffsetDateTime.class);
        return new KnownSession(
                new Caller(
                        Optional.of(row.getObject("id", UUID.class)),
                        Optional.ofNullable(row.getObject("person", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("demo"),
                        Set.copyOf(grants)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                idle == null ? Optional.empty() : Optional.of(Duration.between(seen, idle.toInstant())),
                seen);
    }

    /** Each session's idle limit is the distance between the two columns. */
    void writeUsed() {
        List<String> tokens = List.copyOf(used);
        if (tokens.isEmpty()) {
            return;
        }
        used.removeAll(tokens);
        try {
            jdbc.sql("""
                            update party.session set idle_until = :now + (idle_until - seen_at), seen_at = :now
                             where token = any(:tokens) and ended_at is null
                            """)
                    .param("now", utc(now()))
                    .param("tokens", tokens.stream().map(Tokens::digest).toArray(byte[][]::new))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("cannot write down which sessions were used: they may end a little early", e);
        }
    }

    @PreDestroy
    void close() {
        writer.shutdownNow();
        writeUsed();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
