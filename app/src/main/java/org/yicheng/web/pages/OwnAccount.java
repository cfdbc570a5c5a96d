package org.yicheng.web.pages;

import org.springframework.stereotype.Component;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Caller;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The account of who is calling. */
@Component
class OwnAccount {

    private final Accounts accounts;

    OwnAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    Account account() {
        return Caller.current().account().flatMap(accounts::byId).orElseThrow();
    }

    /** Members and the shared personas of the demo sign in otherwise: nobody may lock the others out. */
    Account staff() {
        Account account = account();
        if (!isStaff(account)) {
            throw new RefusedException(Refusal.plain("web.not-a-staff-account"));
        }
        return account;
    }

    static boolean isStaff(Account account) {
        return account.kind() == Accounts.Kind.STAFF && !account.demo();
    }
}
