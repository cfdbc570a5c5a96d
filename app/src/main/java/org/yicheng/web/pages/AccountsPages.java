package org.yicheng.web.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Accounts.Kind;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Confirmation;
import org.yicheng.web.Faults;
import org.yicheng.web.Pages;
import org.yicheng.web.Shell;

/** Managing the accounts of staff and devices. */
@Controller
@Needs(Permission.ACCOUNT_MANAGE)
public class AccountsPages {

    private final Management management;
    private final RoleNames places;
    private final Pages pages;

    AccountsPages(Management management, RoleNames places, Pages pages) {
        this.management = management;
        this.places = places;
        this.pages = pages;
    }

    @GetMapping("/accounts")
    View all() {
        return all("", "", List.of());
    }

    private View all(String login, String name, List<Refusal> reasons) {
        List<Account> accounts = management.all();
        return pages.show(
                "web/accounts",
                new AccountsView(accounts, management.rolesOf(accounts), login, name, new Faults(reasons)),
                reasons.isEmpty() ? 200 : 422);
    }

    /** A new account for staff comes with its first password, one for a device is given its token. */
    @PostMapping("/accounts")
    View create(@RequestParam Kind kind, @RequestParam String login, @RequestParam String name) {
        return switch (management.create(kind, login.strip(), name.strip())) {
            case Ruling.Granted<Management.Fresh>(Management.Fresh fresh) ->
                one(fresh.account(), fresh.secret(), List.of());
            case Ruling.Refused<Management.Fresh>(List<Refusal> reasons) -> all(login, name, reasons);
        };
    }

    @GetMapping("/accounts/{id}")
    View one(@PathVariable UUID id) {
        return one(management.account(id), Optional.empty(), List.of());
    }

    private View one(Account account, Optional<String> secret, List<Refusal> reasons) {
        List<AccountView.Held> held = management.rolesOf(List.of(account)).getOrDefault(account.id(), List.of());
        return pages.show(
                "web/accountone",
                new AccountsView.One(account, held, places.all(), secret, new Faults(reasons)),
                reasons.isEmpty() ? 200 : 422);
    }

    @PostMapping("/accounts/{id}/roles")
    Object give(@PathVariable UUID id, @RequestParam Role role, @RequestParam String scope) {
        return after(management.account(id), management.give(id, role, scope));
    }

    @PostMapping("/accounts/{id}/roles/end")
    Object end(@PathVariable UUID id, @RequestParam Role role, @RequestParam String scope) {
        return after(management.account(id), management.end(id, role, scope));
    }

    private Object after(Account account, Ruling<Account> ruling) {
        return switch (ruling) {
            case Ruling.Granted<Account> _ -> Moves.to("/accounts/" + account.id());
            case Ruling.Refused<Account>(List<Refusal> reasons) -> one(account, Optional.empty(), reasons);
        };
    }

    /** A device's next token, good for thirty days; shown once. */
    @PostMapping("/accounts/{id}/tokens")
    View token(@PathVariable UUID id) {
        return one(management.account(id), Optional.of(management.token(id, Duration.ofDays(30))), List.of());
    }

    @GetMapping("/accounts/{id}/start-over")
    View askStartOver(@PathVariable UUID id) {
        return ask(id, "start-over");
    }

    @PostMapping("/accounts/{id}/start-over")
    View startOver(@PathVariable UUID id) {
        return one(management.account(id), Optional.of(management.startOver(id)), List.of());
    }

    @GetMapping("/accounts/{id}/close")
    View askClose(@PathVariable UUID id) {
        return ask(id, "close");
    }

    @PostMapping("/accounts/{id}/close")
    Object close(@PathVariable UUID id) {
        return after(management.account(id), management.close(id));
    }

    private View ask(UUID id, String act) {
        return pages.show("web/accountact", new Asked(management.account(id), act));
    }

    /** An act on an account that is asked once more. */
    public record Asked(Account account, String act) {

        public Confirmation asked(Shell shell) {
            String path = "/accounts/" + account.id();
            return new Confirmation(
                    shell.say("web.account-" + act, "login", account.login()),
                    shell.say("web.account-" + act + "-means"),
                    shell.say("web.account-" + act + "-do"),
                    path + "/" + act,
                    Map.of(),
                    path);
        }
    }

    @GetMapping("/permissions")
    @Needs(Permission.PUBLIC_READ)
    View permissions() {
        return pages.show("web/permissions", new PermissionsView());
    }
}
