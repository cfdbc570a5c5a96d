package org.yicheng.party.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Accounts.Kind;

/** The table of accounts, without what they sign in with. */
@Component
class AccountRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AccountRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(List<Account> accounts) {
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

    Optional<Account> byId(UUID id) {
        return one("id = :value", id);
    }

    Optional<Account> byLogin(String login) {
        return one("login = :value", login);
    }

    Optional<Account> byPerson(UUID person) {
        return one("person = :value and closed_at is null", person);
    }

    private Optional<Account> one(String where, Object value) {
        return jdbc.sql("select * from party.account where " + where + " limit 1")
                .param("value", value)
                .query(AccountRows::row)
                .optional();
    }

    List<Account> staffAndDevices() {
        return jdbc.sql("select * from party.account where kind <> 'MEMBER' order by closed_at is not null, login")
                .query(AccountRows::row)
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
}
