package org.yicheng.party.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;

@YichengTest
class SessionsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSignOutEndsTheSessionAtOnce() {
        String token = tokenOf(staff("ends-at-once"));
        assertThat(accounts.callerOf(token)).isPresent();

        accounts.signOut(token);

        assertThat(accounts.callerOf(token)).isEmpty();
    }

    @Test
    void aRoleCountsFromTheNextRequestOn() {
        Account account = staff("gets-a-role");
        String token = tokenOf(account);
        assertThat(accounts.callerOf(token).orElseThrow().may(Permission.RECORD_READ))
                .isFalse();

        accounts.giveRole(account.id(), Role.AUDITOR, "*");
        assertThat(accounts.callerOf(token).orElseThrow().may(Permission.RECORD_READ))
                .isTrue();

        accounts.endRole(account.id(), Role.AUDITOR, "*");
        assertThat(accounts.callerOf(token).orElseThrow().may(Permission.RECORD_READ))
                .isFalse();
    }

    /** Another node ends the session: it writes the tables, and we hear of it by reading on. */
    @Test
    void whatAnotherNodeEndsIsForgottenHereWithinSeconds() {
        Account account = staff("ended-elsewhere");
        String token = tokenOf(account);
        assertThat(accounts.callerOf(token)).isPresent();

        jdbc.sql("update party.session set ended_at = now() where account = :account")
                .param("account", account.id())
                .update();
        jdbc.sql("""
                        with next as (update party.session_epoch set number = number + 1 returning number)
                        insert into party.session_change (number, account) select number, :account from next
                        """).param("account", account.id()).update();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> accounts.callerOf(token).isEmpty());
    }

    @Test
    void anExpiredSessionIsNobodys() {
        Account account = staff("expires");
        String token =
                accounts.issueToken(account.id(), Clock.systemUTC().instant().plusMillis(50));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> accounts.callerOf(token).isEmpty());
    }

    private Account staff(String login) {
        return accounts.create(Accounts.Kind.STAFF, login, login, Optional.empty(), false);
    }

    private String tokenOf(Account account) {
        return accounts.issueToken(account.id(), Instant.now().plusSeconds(600));
    }
}
