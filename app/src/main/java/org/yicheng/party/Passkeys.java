package org.yicheng.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/**
 * Passkeys (WebAuthn Level 3), always with the user verified on the device. Options and answers are the JSON of {@code
 * PublicKeyCredential.parseCreationOptionsFromJSON} and {@code toJSON}.
 */
public interface Passkeys {

    /** How many passkeys an account may have. */
    int MOST = 10;

    /** @param id the credential's id, base64url */
    record Passkey(String id, String label, Instant created, Optional<Instant> used) {}

    /** What a browser needs to make a passkey for this account; good for five minutes. */
    Ruling<String> creationOptions(UUID account);

    /** Keeps the passkey that the browser made. */
    Ruling<Passkey> register(UUID account, String label, String answer);

    /** What a browser needs to sign in; good for five minutes. */
    Ruling<String> requestOptions(String address);

    /** The browser's answer → session token. */
    Ruling<String> signIn(String answer, String address);

    /** The passkeys of an account, oldest first. */
    List<Passkey> of(UUID account);

    /** Removes one; refused when it is the only second key. */
    Ruling<Passkey> remove(UUID account, String id);
}
