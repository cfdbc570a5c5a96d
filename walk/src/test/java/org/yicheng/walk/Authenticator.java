package org.yicheng.walk;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The fingerprint reader of a window's device, as Chromium's WebAuthn domain plays it: its owner is always verified. */
final class Authenticator {

    private final CDPSession browser;
    private final String id;

    private Authenticator(CDPSession browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    static Authenticator of(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String able :
                new String[] {"hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"
                }) {
            options.addProperty(able, true);
        }
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        String id = browser.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
        return new Authenticator(browser, id);
    }

    /** How many passkeys lie on the device. */
    int passkeys() {
        return browser.send("WebAuthn.getCredentials", named())
                .getAsJsonArray("credentials")
                .size();
    }

    /** Loses every passkey. */
    void wipe() {
        browser.send("WebAuthn.clearCredentials", named());
    }

    /** Puts a passkey for this host on the device that the platform has never seen. */
    void addStranger() {
        JsonObject credential = new JsonObject();
        credential.addProperty("credentialId", base64("a stranger's key".getBytes(StandardCharsets.UTF_8)));
        credential.addProperty("isResidentCredential", true);
        credential.addProperty("rpId", "localhost");
        credential.addProperty("privateKey", base64(privateKey()));
        credential.addProperty("userHandle", base64(new byte[16]));
        credential.addProperty("signCount", 1);
        JsonObject added = named();
        added.add("credential", credential);
        browser.send("WebAuthn.addCredential", added);
    }

    private static byte[] privateKey() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return keys.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject named() {
        JsonObject named = new JsonObject();
        named.addProperty("authenticatorId", id);
        return named;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
