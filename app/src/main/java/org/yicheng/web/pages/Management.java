package org.yicheng.web.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Accounts.Kind;
import org.yicheng.party.Caller;
import org.yicheng.party.Keys;
import org.yicheng.party.Role;
import org.yicheng.party.Scopes.Scope;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;

/** What pages and API ask before they change the accounts of others. */
@Component
class Management {

    private static final Duration TOKEN = Duration.ofDays(30);
    private static final int LONGEST_NAME = 60;

    private final Accounts accounts;
    private final Keys keys;
    private final RoleNames places;

    Management(Accounts accounts, Keys keys, RoleNames places) {
        this.accounts = accounts;
        this.keys = keys;
        this.places = places;
    }

    /** @param secret the first password (staff) or a token (device), shown once */
    record Fresh(Account account, Optional<String> secret) {}

    List<Account> all() {
        return accounts.all();
    }

    /** An account of staff or a device; members' accounts come and go with the roster. */
    Account account(UUID id) {
        return accounts.byId(id)
                .filter(account -> account.kind() != Kind.MEMBER)
                .orElseThrow(() -> new RefusedException(Refusal.plain("web.account.unknown", "value", id)));
    }

    Map<UUID, List<AccountView.Held>> rolesOf(List<Account> some) {
        Map<UUID, List<AccountView.Held>> held = new HashMap<>();
        accounts.roles(some.stream().map(Account::id).toList())
                .forEach((id, grants) -> held.put(
                        id,
                        grants.stream()
                                .sorted(Comparator.comparing((Caller.Grant grant) -> grant.role())
                                        .thenComparing(Caller.Grant::scope))
                                .map(grant -> new AccountView.Held(grant, places.of(grant.scope())))
                                .toList()));
        return held;
    }

    @Transactional
    public Ruling<Fresh> create(Kind kind, String login, String name) {
        List<Refusal> faults = new ArrayList<>();
        if (!login.matches("[a-z0-9.-]{3,40}")) {
            faults.add(Refusal.at("login", "web.login-form", "value", login));
        } else if (accounts.byLogin(login).isPresent()) {
            faults.add(Refusal.at("login", "web.login-taken", "value", login));
        }
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(Refusal.at("name", "web.name-length", "value", name.length(), "most", LONGEST_NAME));
        }
        if (kind == Kind.MEMBER) {
            faults.add(Refusal.at("kind", "web.member-from-roster"));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Account account = accounts.create(kind, login, name, Optional.empty(), false);
        String secret = kind == Kind.STAFF ? keys.startOver(account.id()) : token(account.id(), TOKEN);
        return Ruling.granted(new Fresh(account, Optional.of(secret)));
    }

    Ruling<Account> give(UUID id, Role role, String scope) {
        Account account = account(id);
        List<Refusal> faults = new ArrayList<>();
        if (places.all().stream().map(Scope::id).noneMatch(scope::equals)) {
            faults.add(Refusal.at("scope", "web.scope-unknown", "value", scope));
        } else if (role.everywhereOnly() && !scope.equals(Caller.EVERYWHERE)) {
            faults.add(Refusal.at("scope", "web.role-everywhere-only", "role", role.name(), "value", scope));
        }
        if (role == Role.MEMBER) {
            faults.add(Refusal.at("role", "web.member-from-roster"));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        accounts.giveRole(id, role, scope);
        return Ruling.granted(account);
    }

    Ruling<Account> end(UUID id, Role role, String scope) {
        changeable(id);
        return accounts.endRole(id, role, scope);
    }

    Ruling<Account> close(UUID id) {
        changeable(id);
        return accounts.close(id);
    }

    /** The demo's personas are shared by its visitors: nobody may take one away from the others. */
    private void changeable(UUID id) {
        if (account(id).demo()) {
            throw new RefusedException(Refusal.plain("web.demo-account"));
        }
    }

    String startOver(UUID id) {
        if (!OwnAccount.isStaff(account(id))) {
            throw new RefusedException(Refusal.plain("web.not-a-staff-account"));
        }
        return keys.startOver(id);
    }

    String token(UUID id, Duration length) {
        if (account(id).kind() != Kind.DEVICE) {
            throw new RefusedException(Refusal.plain("web.not-a-device"));
        }
        // Sessions run on the machine's clock, not on the demo's.
        return accounts.issueToken(id, Clock.systemUTC().instant().plus(length));
    }
}
