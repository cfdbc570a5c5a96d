package org.yicheng.party.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.concurrent.atomic.AtomicLong;
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

    private record Known(Caller caller, Instant expires) {}

    /** Tokens that nobody has are not kept: guessing must not push out those who are signed in. */
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(50_000)
            .build();

    private final AtomicLong forgotten = new AtomicLong();
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final SessionChanges changes;

    Sessions(JdbcClient jdbc, JdbcTemplate template, SessionChanges changes) {
        this.jdbc = jdbc;
        this.template = template;
        this.changes = changes;
        changes.onChange(this::forget, this::forgetAll);
    }

    List<String> open(List<UUID> accounts, Instant until) {
        OffsetDateTime now = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC);
        List<String> tokens = new ArrayList<>(accounts.size());
        List<Object[]> rows = new ArrayList<>(accounts.size());
        for (UUID account : accounts) {
            String token = Tokens.fresh();
            tokens.add(token);
            rows.add(new Object[] {Tokens.digest(token), account, now, until.atOffset(ZoneOffset.UTC)});
        }
        template.batchUpdate(
                "insert into party.session (token, account, created_at, expires_at) values (?, ?, ?, ?)", rows);
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

    /** Something about these accounts changes in the running transaction: their next request looks again. */
    void changed(Collection<UUID> accounts) {
        changes.note(accounts);
    }

    private void forget(Set<UUID> accounts) {
        forgotten.incrementAndGet();
        known.asMap()
                .values()
                .removeIf(
                        one -> one.caller().account().filter(accounts::contains).isPresent());
    }

    private void forgetAll() {
        forgotten.incrementAndGet();
        known.invalidateAll();
    }

    Optional<Caller> callerOf(String token) {
        return Optional.ofNullable(known.getIfPresent(token))
                .or(() -> lookedUp(token))
                .filter(session -> session.expires().isAfter(Clock.systemUTC().instant()))
                .map(Known::caller);
    }

    private Optional<Known> lookedUp(String token) {
        long before = forgotten.get();
        Optional<Known> found = load(token);
        found.ifPresent(session -> known.put(token, session));
        if (forgotten.get() != before) {
            // Something changed while we read: what was read may be old already.
            known.invalidate(token);
        }
        return found;
    }

    private Optional<Known> load(String token) {
        Set<Caller.Grant> grants = new HashSet<>();
        List<Known> rows = jdbc.sql("""
                        select a.id, a.person, a.name, a.demo, s.expires_at, r.role, r.scope
                          from party.session s
                          join party.account a on a.id = s.account
                          left join party.role_held r on r.account = a.id and r.valid_to is null
                         where s.token = :token and s.ended_at is null and a.closed_at is null
                        """)
                .param("token", Tokens.digest(token))
                .query((row, _) -> {
                    if (row.getString("role") != null) {
                        grants.add(new Caller.Grant(Role.valueOf(row.getString("role")), row.getString("scope")));
                    }
                    return new Known(
                            new Caller(
                                    Optional.of(row.getObject("id", UUID.class)),
                                    Optional.ofNullable(row.getObject("person", UUID.class)),
                                    row.getString("name"),
                                    row.getBoolean("demo"),
                                    Set.of()),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                })
                .list();
        return rows.stream().findFirst().map(row -> withGrants(row, grants));
    }

    private static Known withGrants(Known row, Set<Caller.Grant> grants) {
        Caller bare = row.caller();
        return new Known(
                new Caller(bare.account(), bare.person(), bare.name(), bare.demo(), Set.copyOf(grants)), row.expires());
    }
}
