package org.yicheng.web.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.party.Accounts.Account;
import org.yicheng.web.Faults;

/**
 * The accounts of staff and devices.
 *
 * @param roles the roles held, by account
 * @param login what was typed into the form for a new account
 */
public record AccountsView(
        List<Account> accounts, Map<UUID, List<AccountView.Held>> roles, String login, String name, Faults faults) {

    /**
     * One account as who manages accounts sees it.
     *
     * @param secret a first password or token, shown once
     */
    public record One(
            Account account,
            List<AccountView.Held> roles,
            List<org.yicheng.party.Scopes.Scope> places,
            Optional<String> secret,
            Faults faults) {}
}
