package org.yicheng.web.pages;

import java.util.Optional;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;

/** The own account; a fresh one-time-code secret is shown once. */
public record AccountView(Accounts.Account account, Caller caller, Optional<AccountPages.QrPath> secret) {

    /** Whether password and one-time code are this account's way to sign in. */
    public boolean staff() {
        return account.kind() == Accounts.Kind.STAFF && !account.demo();
    }
}
