package org.yicheng.party;

import java.util.UUID;
import org.yicheng.rule.Ruling;

/** What a member of staff signs in with: a password and one-time codes; passkeys are {@link Passkeys}. */
public interface Keys {

    /** The shortest password, in characters. */
    int LEAST_PASSWORD = 12;

    /** The longest, in bytes of UTF-8: bcrypt reads no further. */
    int MOST_PASSWORD_BYTES = 72;

    /**
     * How far an account has come.
     *
     * @param firstPassword the password is a first one that somebody else chose
     * @param codes one-time codes are set up
     * @param passkeys how many passkeys it has
     * @param unfinished the first sign-in is not finished: no role counts until password and second key are its own
     */
    record State(boolean firstPassword, boolean codes, int passkeys, boolean unfinished) {

        /** Nothing but a password: a second key is still to be set up. */
        public boolean withoutSecondKey() {
            return !codes && passkeys == 0;
        }
    }

    State of(UUID account);

    /**
     * Begins anew: a fresh first password, good for seven days; one-time codes, passkeys and sessions end. Given to the
     * person out of band; shown once, stored only as a hash.
     */
    String startOver(UUID account);

    /** Replaces the own password. Ends every session of the account and returns the token of a new one. */
    Ruling<String> changePassword(UUID account, String old, String fresh, String address);

    /**
     * Makes a secret for one-time codes that counts once {@link #confirmCodes} has seen a code of it. The password is
     * asked for unless the account is still at its first sign-in.
     *
     * @return the otpauth:// address for a QR code
     */
    Ruling<String> proposeCodes(UUID account, String password, String address);

    /** Puts the proposed secret in force. */
    Ruling<State> confirmCodes(UUID account, String code, String address);
}
