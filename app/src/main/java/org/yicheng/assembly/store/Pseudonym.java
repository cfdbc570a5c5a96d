package org.yicheng.assembly.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A voter's name on one question while its vote runs: HMAC-SHA256 of the mandate under the question's key. */
record Pseudonym(byte[] bytes) {

    static Pseudonym of(byte[] key, UUID mandate) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new Pseudonym(mac.doFinal(ByteBuffer.allocate(16)
                    .putLong(mandate.getMostSignificantBits())
                    .putLong(mandate.getLeastSignificantBits())
                    .array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pseudonym(byte[] theirs) && Arrays.equals(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Pseudonym";
    }
}
