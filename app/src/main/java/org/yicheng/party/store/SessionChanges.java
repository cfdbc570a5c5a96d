package org.yicheng.party.store;

import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which accounts changed, for every node's memory of sessions. A change takes the next number under a row lock, so that
 * numbers become visible in order and none is passed over; every node reads on from the last number once a second. A
 * node that cannot read forgets everything.
 */
@Component
class SessionChanges {

    private static final Logger LOG = LoggerFactory.getLogger(SessionChanges.class);

    private final JdbcClient jdbc;
    private final AtomicLong last;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("session-changes").daemon().factory());
    private volatile Consumer<Set<UUID>> changed = _ -> {};
    private volatile Runnable unknown = () -> {};

    SessionChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.last = new AtomicLong(jdbc.sql("select number from party.session_epoch")
                .query(Long.class)
                .single());
        reader.scheduleWithFixedDelay(this::read, 1, 1, TimeUnit.SECONDS);
    }

    /** Who forgets: named accounts, or everything when it is not known which. */
    void onChange(Consumer<Set<UUID>> changed, Runnable unknown) {
        this.changed = changed;
        this.unknown = unknown;
    }

    /** Notes the change with the running transaction, and forgets here as soon as it has committed. */
    void note(Collection<UUID> accounts) {
        Set<UUID> distinct = new HashSet<>(accounts);
        jdbc.sql("""
                        with next as (update party.session_epoch set number = number + 1 returning number),
                             old as (delete from party.session_change where at < now() - interval '1 hour')
                        insert into party.session_change (number, account)
                        select number, account from next, unnest(:accounts::uuid[]) as account
                        """).param("accounts", distinct.toArray(UUID[]::new)).update();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    changed.accept(distinct);
                }
            });
        } else {
            changed.accept(distinct);
        }
    }

    private void read() {
        try {
            Set<UUID> accounts = new HashSet<>();
            jdbc.sql("select number, account from party.session_change where number > :last")
                    .param("last", last.get())
                    .query(row -> {
                        accounts.add(row.getObject("account", UUID.class));
                        long number = row.getLong("number");
                        last.accumulateAndGet(number, Math::max);
                    });
            if (!accounts.isEmpty()) {
                changed.accept(accounts);
            }
        } catch (DataAccessException e) {
            LOG.warn("cannot read which accounts changed: every session is looked up again", e);
            unknown.run();
        }
    }

    @PreDestroy
    void end() {
        reader.shutdownNow();
    }
}
