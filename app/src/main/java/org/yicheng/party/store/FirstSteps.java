package org.yicheng.party.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.home.HomeFolder;

/** The first sign-in: finished once the password is the person's own and a second key stands beside it. */
@Component
class FirstSteps {

    static final String FILE = "first-sign-in.txt";
    private static final Logger LOG = LoggerFactory.getLogger(FirstSteps.class);

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final PartyActs acts;
    private final HomeFolder home;

    FirstSteps(JdbcClient jdbc, Sessions sessions, PartyActs acts, HomeFolder home) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.acts = acts;
        this.home = home;
    }

    /** Finishes if nothing is missing; from then on the account's roles count. */
    void finish(UUID account) {
        int finished = jdbc.sql("""
                        update party.account a set unfinished = false
                         where id = :id and unfinished and first_until is null
                           and (totp is not null or exists (select from party.passkey p where p.account = a.id))
                        """).param("id", account).update();
        if (finished == 1) {
            sessions.changed(List.of(account));
            acts.byItself("party.first-sign-in.finish", account, Map.of());
            removeFile(account);
        }
    }

    private void removeFile(UUID account) {
        boolean first = jdbc.sql("select login = :first from party.account where id = :id")
                .param("first", FirstAdministrator.LOGIN)
                .param("id", account)
                .query(Boolean.class)
                .single();
        try {
            if (first) {
                Files.deleteIfExists(home.resolve(FILE));
            }
        } catch (IOException e) {
            LOG.warn("remove {} by hand: its password no longer works", home.resolve(FILE), e);
        }
    }
}
