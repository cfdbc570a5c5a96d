package org.yicheng.web.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Accounts.Kind;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Managing accounts over REST. */
@RestController
@RequestMapping("/api/v1/accounts")
@Needs(Permission.ACCOUNT_MANAGE)
@Tag(name = "accounts", description = "账号和角色 Accounts and their roles")
class AccountsApi {

    private static final int MOST_DAYS = 366;

    private final Management management;

    AccountsApi(Management management) {
        this.management = management;
    }

    record NewAccount(Kind kind, String login, String name) {}

    /** @param scope a body's id, or {@code *} for the whole platform */
    record Grant(Role role, String scope) {}

    record Days(int days) {}

    record Secret(String secret) {}

    @Operation(summary = "全部账号 All accounts")
    @GetMapping
    List<Account> all() {
        return management.all();
    }

    @Operation(summary = "新建账号，首次密码只显示一次 Open an account; its first password is shown once")
    @PostMapping
    Management.Fresh create(@RequestBody NewAccount given) {
        return management.create(given.kind(), given.login(), given.name()).orThrow();
    }

    @Operation(summary = "一个账号 One account")
    @GetMapping("/{id}")
    Account one(@PathVariable UUID id) {
        return management.account(id);
    }

    @Operation(summary = "账号的角色及其范围 The roles of an account, and where")
    @GetMapping("/{id}/roles")
    List<Grant> roles(@PathVariable UUID id) {
        return management.rolesOf(List.of(management.account(id))).getOrDefault(id, List.of()).stream()
                .map(held -> new Grant(held.grant().role(), held.grant().scope()))
                .toList();
    }

    @Operation(summary = "授予角色 Give a role")
    @PostMapping("/{id}/roles")
    Account give(@PathVariable UUID id, @RequestBody Grant given) {
        return management.give(id, given.role(), given.scope()).orThrow();
    }

    @Operation(summary = "收回角色 End a role")
    @PostMapping("/{id}/roles/end")
    Account end(@PathVariable UUID id, @RequestBody Grant given) {
        return management.end(id, given.role(), given.scope()).orThrow();
    }

    /** A device's token; shown once. */
    @Operation(summary = "为设备发放令牌，只显示一次 A token for a device, shown once")
    @PostMapping("/{id}/tokens")
    Secret token(@PathVariable UUID id, @RequestBody Days given) {
        if (given.days() < 1 || given.days() > MOST_DAYS) {
            throw new RefusedException(Refusal.at("days", "web.token-days", "value", given.days(), "most", MOST_DAYS));
        }
        return new Secret(management.token(id, Duration.ofDays(given.days())));
    }

    /** A fresh first password; shown once. */
    @Operation(summary = "重设首次密码，只显示一次 A fresh first password, shown once")
    @PostMapping("/{id}/start-over")
    Secret startOver(@PathVariable UUID id) {
        return new Secret(management.startOver(id));
    }

    @Operation(summary = "注销账号 Close an account")
    @PostMapping("/{id}/close")
    Account close(@PathVariable UUID id) {
        return management.close(id).orThrow();
    }
}
