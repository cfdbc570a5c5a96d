package org.yicheng.party.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller.Grant;
import org.yicheng.party.Role;

/** Who holds which role where, from when to when; nothing is deleted. */
@Component
class RolesHeld {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RolesHeld(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void give(List<UUID> accounts, Grant grant, Instant from) {
        template.batchUpdate(
                "insert into party.role_held (account, role, scope, valid_from) values (?, ?, ?, ?) on conflict do nothing",
                accounts.stream()
                        .map(id -> new Object[] {id, grant.role().name(), grant.scope(), from.atOffset(ZoneOffset.UTC)})
                        .toList());
    }

    /** Whether there was something to end. */
    boolean end(UUID account, Grant grant, Instant now) {
        return jdbc.sql("""
                        update party.role_held set valid_to = :now
                         where account = :account and role = :role and scope = :scope and valid_to is null
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .param("role", grant.role().name())
                        .param("scope", grant.scope())
                        .update()
                > 0;
    }

    void endAll(UUID account, Instant now) {
        jdbc.sql("update party.role_held set valid_to = :now where account = :account and valid_to is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    Map<UUID, Set<Grant>> of(Collection<UUID> accounts) {
        Map<UUID, Set<Grant>> held = new HashMap<>();
        jdbc.sql("select account, role, scope from party.role_held where account = any(:accounts) and valid_to is null")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(row -> {
                    held.computeIfAbsent(row.getObject("account", UUID.class), _ -> new HashSet<>())
                            .add(new Grant(Role.valueOf(row.getString("role")), row.getString("scope")));
                });
        return held;
    }

    /** Whether somebody else manages accounts; holds others who would end that role until this transaction is over. */
    boolean anotherAdministrator(UUID account) {
        return jdbc.sql("""
                        select h.account from party.role_held h join party.account a on a.id = h.account
                         where h.role = 'ADMINISTRATOR' and h.scope = '*' and h.valid_to is null and a.closed_at is null
                           for update of h
                        """).query(UUID.class).list().stream().anyMatch(holder -> !holder.equals(account));
    }
}
