package org.yicheng.web.pages;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;

/** The own account, the accounts of staff, and the permissions table. */
@Controller
public class AccountPages {

    private static final int LEAST_PASSWORD = 12;

    private final Accounts accounts;
    private final Pages pages;

    AccountPages(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/account")
    @Needs(Permission.OWN_ACCOUNT)
    View own() {
        return pages.show("web/account", new AccountView(own(Caller.current()), Caller.current(), Optional.empty()));
    }

    private Account own(Caller caller) {
        return caller.account().flatMap(accounts::byId).orElseThrow();
    }

    @PostMapping("/account/password")
    @Needs(Permission.OWN_ACCOUNT)
    ResponseEntity<Void> password(@RequestParam String password) {
        Account account = staff(own(Caller.current()));
        if (password.length() < LEAST_PASSWORD || password.length() > 200) {
            throw new RefusedException(
                    Refusal.at("password", "web.password-length", "value", password.length(), "least", LEAST_PASSWORD));
        }
        accounts.setPassword(account.id(), password);
        return to("/account");
    }

    /** Shows the new secret once, as a QR code and as text. */
    @PostMapping("/account/totp")
    @Needs(Permission.OWN_ACCOUNT)
    View totp() {
        Account account = staff(own(Caller.current()));
        String uri = accounts.renewTotp(account.id());
        return pages.show("web/account", new AccountView(account, Caller.current(), Optional.of(QrPath.of(uri))));
    }

    /** Members and the shared personas of the demo sign in otherwise: nobody may lock the others out. */
    private static Account staff(Account account) {
        if (account.kind() != Accounts.Kind.STAFF || account.demo()) {
            throw new RefusedException(Refusal.plain("web.not-a-staff-account"));
        }
        return account;
    }

    @GetMapping("/accounts")
    @Needs(Permission.ACCOUNT_MANAGE)
    View all() {
        return pages.show("web/accounts", new AccountsView(accounts.all(), List.of(Role.values())));
    }

    @PostMapping("/accounts")
    @Needs(Permission.ACCOUNT_MANAGE)
    ResponseEntity<Void> create(@RequestParam String login, @RequestParam String name) {
        if (!login.matches("[a-z0-9.-]{3,40}")) {
            throw new RefusedException(Refusal.at("login", "web.login-form", "value", login));
        }
        if (accounts.byLogin(login).isPresent()) {
            throw new RefusedException(Refusal.at("login", "web.login-taken", "value", login));
        }
        accounts.create(Accounts.Kind.STAFF, login, name.strip(), Optional.empty(), false);
        return to("/accounts");
    }

    @PostMapping("/accounts/{id}/roles")
    @Needs(Permission.ACCOUNT_MANAGE)
    ResponseEntity<Void> role(
            @PathVariable UUID id, @RequestParam Role role, @RequestParam String scope, @RequestParam boolean give) {
        if (give) {
            accounts.giveRole(id, role, scope.strip());
        } else {
            accounts.endRole(id, role, scope.strip());
        }
        return to("/accounts");
    }

    @GetMapping("/permissions")
    @Needs(Permission.PUBLIC_READ)
    View permissions() {
        return pages.show("web/permissions", new PermissionsView());
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    /** A QR code as the path of an SVG, one unit a module. */
    public record QrPath(String text, int size, String path) {
        static QrPath of(String text) {
            try {
                BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
                StringBuilder path = new StringBuilder();
                for (int y = 0; y < matrix.getHeight(); y++) {
                    for (int x = 0; x < matrix.getWidth(); x++) {
                        if (matrix.get(x, y)) {
                            path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                        }
                    }
                }
                return new QrPath(text, matrix.getWidth(), path.toString());
            } catch (WriterException e) {
                throw new IllegalStateException("a short address fits a QR code", e);
            }
        }
    }
}
