package org.yicheng.party.store;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time hall codes: six digits that work once, with the card, until they expire or five wrong ones were tried. */
@Component
class HallCodeRows {

    static final int TRIES = 5;

    private record Stored(byte[] code, int tries) {}

    private final JdbcClient jdbc;
    private final HomeKey homeKey;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HallCodeRows(JdbcClient jdbc, HomeKey homeKey, Clock clock) {
        this.jdbc = jdbc;
        this.homeKey = homeKey;
        this.clock = clock;
    }

    /** A new code; an earlier one ends. */
    String issue(UUID account, Instant until) {
        String code = "%06d".formatted(random.nextInt(1_000_000));
        jdbc.sql("""
                        insert into party.hall_code (account, code, expires_at) values (:account, :code, :until)
                        on conflict (account) do update set code = excluded.code, expires_at = excluded.expires_at, tries = 0
                        """)
                .param("account", account)
                .param("code", homeKey.digest(account + code))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        return code;
    }

    /** Uses up the code if it is the right one; a wrong one counts as a try. */
    boolean take(UUID account, String hallCode) {
        Optional<Stored> stored = jdbc.sql("""
                        update party.hall_code set tries = tries + 1 where account = :account and expires_at > :now
                        returning code, tries
                        """)
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Stored(row.getBytes(1), row.getInt(2)))
                .optional();
        boolean right = stored.filter(one -> one.tries() <= TRIES)
                .filter(one -> MessageDigest.isEqual(one.code(), homeKey.digest(account + hallCode)))
                .isPresent();
        // Whoever deletes the row has the code; of two at once, one has it.
        return right
                && jdbc.sql("delete from party.hall_code where account = :account")
                                .param("account", account)
                                .update()
                        == 1;
    }
}
