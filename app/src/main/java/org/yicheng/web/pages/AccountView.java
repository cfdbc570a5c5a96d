package org.yicheng.web.pages;

import java.util.List;
import java.util.Optional;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Keys;
import org.yicheng.party.Passkeys;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.Faults;

/**
 * The own account.
 *
 * @param keys what a member of staff signs in with; empty for members, devices and the demo's personas
 * @param secret a fresh secret for one-time codes, shown once
 * @param confirming a proposed secret waits for its first code
 * @param faults what was wrong with the form that came in
 */
public record AccountView(
        Accounts.Account account,
        List<Held> roles,
        Optional<Keys.State> keys,
        List<Passkeys.Passkey> passkeys,
        Optional<QrPath> secret,
        boolean confirming,
        Faults faults) {

    /** A role and where it is held. */
    public record Held(Caller.Grant grant, Bilingual place) {}
}
