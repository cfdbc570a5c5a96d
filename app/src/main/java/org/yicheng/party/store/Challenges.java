package org.yicheng.party.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Challenges of passkeys, in the database: no server session holds them, and any node can take the answer. The signed
 * client data names its challenge; each is taken once.
 */
@Component
class Challenges {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** @param account who registers; empty when somebody signs in */
    record Challenge(Bytes value, Optional<UUID> account) {}

    private final JdbcClient jdbc;

    Challenges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Bytes give(@Nullable UUID account) {
        Bytes fresh = Bytes.random();
        Instant now = Clock.systemUTC().instant();
        jdbc.sql("""
                        with old as (delete from party.passkey_challenge where expires_at < :now)
                        insert into party.passkey_challenge (challenge, account, expires_at)
                        values (:challenge, :account, :until)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("challenge", fresh.getBytes())
                .param("account", account)
                .param("until", now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return fresh;
    }

    /** Takes the challenge that the client data answers; empty if it was not given out, has expired or was taken. */
    Optional<Challenge> take(Bytes clientData) {
        Optional<byte[]> named = named(clientData);
        return named.flatMap(challenge -> jdbc.sql("""
                        delete from party.passkey_challenge where challenge = :challenge and expires_at > :now
                        returning account
                        """)
                .param("challenge", challenge)
                .param("now", Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Challenge(new Bytes(challenge), Optional.ofNullable(row.getObject("account", UUID.class))))
                .optional());
    }

    private static Optional<byte[]> named(Bytes clientData) {
        try {
            String text = JsonMapper.shared()
                    .readTree(clientData.getBytes())
                    .path("challenge")
                    .asString("");
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
