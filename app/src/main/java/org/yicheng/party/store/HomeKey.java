package org.yicheng.party.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yicheng.home.HomeFolder;

/** The key of this house, in the home folder and never in the database: seals TOTP secrets, digests hall codes. */
@Component
class HomeKey {

    private static final int NONCE = 12;
    private static final int LENGTH = 32;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    HomeKey(HomeFolder home) {
        this.key = readOrMake(home.resolve("house.key"));
    }

    private byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[LENGTH];
                random.nextBytes(fresh);
                // Written whole under another name first: half a key would lock everybody out.
                Path whole = file.resolveSibling(file.getFileName() + ".new");
                Files.deleteIfExists(whole);
                Files.createFile(
                        whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(whole, HexFormat.of().formatHex(fresh), StandardOpenOption.SYNC);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
            byte[] read = HexFormat.of().parseHex(Files.readString(file).strip());
            if (read.length != LENGTH) {
                throw new IllegalStateException(file + " holds " + read.length + " bytes, a key has " + LENGTH);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key of this house", e);
        }
    }

    byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] sealed) {
        return cipher(
                Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            return aes.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of this house does not open what it sealed", e);
        }
    }

    byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
