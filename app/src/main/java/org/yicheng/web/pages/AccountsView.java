package org.yicheng.web.pages;

import java.util.List;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;

/** The accounts of staff and devices. */
public record AccountsView(List<Accounts.Account> accounts, List<Role> roles) {}
