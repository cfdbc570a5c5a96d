package org.yicheng.web.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Keys;
import org.yicheng.party.Needs;
import org.yicheng.party.Passkeys;
import org.yicheng.party.Permission;
import org.yicheng.web.Refuses;

/** Signing in and the own account over REST: everything that the pages do. */
@RestController
@Tag(name = "account", description = "登录和本人账号 Signing in and the own account")
class AccountApi {

    private final Accounts accounts;
    private final Keys keys;
    private final Passkeys passkeys;
    private final OwnAccount own;

    AccountApi(Accounts accounts, Keys keys, Passkeys passkeys, OwnAccount own) {
        this.accounts = accounts;
        this.keys = keys;
        this.passkeys = passkeys;
        this.own = own;
    }

    /** @param code empty until one-time codes are set up */
    record ByPassword(String login, String password, String code) {}

    record ByCard(String card, String hallCode) {}

    record Token(String token) {}

    record NewPassword(String old, String password) {}

    record Password(String password) {}

    record Code(String code) {}

    record CodeSecret(String uri) {}

    /** @param answer the JSON of the browser's credential, as text */
    record NewPasskey(String label, String answer) {}

    @Operation(summary = "工作人员以密码和动态码登录 Staff sign in with password and one-time code")
    @Refuses(429)
    @PostMapping("/api/v1/sign-in/password")
    @Needs(Permission.PUBLIC_READ)
    Token byPassword(HttpServletRequest request, @RequestBody ByPassword given) {
        return new Token(
                accounts.signInWithPassword(given.login(), given.password(), given.code(), request.getRemoteAddr())
                        .orThrow());
    }

    @Operation(summary = "代表以代表证和会场码登录 A deputy signs in with card and hall code")
    @Refuses(429)
    @PostMapping("/api/v1/sign-in/card")
    @Needs(Permission.PUBLIC_READ)
    Token byCard(HttpServletRequest request, @RequestBody ByCard given) {
        return new Token(accounts.signInWithCard(given.card(), given.hallCode(), request.getRemoteAddr())
                .orThrow());
    }

    /** The WebAuthn request options, as {@code PublicKeyCredential.parseRequestOptionsFromJSON} takes them. */
    @Operation(summary = "通行密钥登录的参数 Options for signing in with a passkey")
    @Refuses(429)
    @PostMapping(path = "/api/v1/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.PUBLIC_READ)
    String passkeyOptions(HttpServletRequest request) {
        return passkeys.requestOptions(request.getRemoteAddr()).orThrow();
    }

    /** Takes the browser's credential as {@code toJSON} gives it. */
    @Operation(summary = "以通行密钥登录 Sign in with a passkey")
    @Refuses(429)
    @PostMapping("/api/v1/sign-in/passkey")
    @Needs(Permission.PUBLIC_READ)
    Token byPasskey(HttpServletRequest request, @RequestBody String answer) {
        return new Token(passkeys.signIn(answer, request.getRemoteAddr()).orThrow());
    }

    @Operation(summary = "本人及其角色 Who is calling, with which roles")
    @GetMapping("/api/v1/me")
    @Needs(Permission.OWN_ACCOUNT)
    Caller me() {
        return Caller.current();
    }

    @Operation(summary = "本人的登录方式 The own ways to sign in")
    @Refuses(409)
    @GetMapping("/api/v1/me/keys")
    @Needs(Permission.OWN_ACCOUNT)
    Keys.State keys() {
        return keys.of(own.staff().id());
    }

    /** Ends every session of the account; the answer is the token of a new one. */
    @Operation(summary = "更改密码，其他登录全部退出 Change the password; every other session ends")
    @Refuses(429)
    @PostMapping("/api/v1/me/password")
    @Needs(Permission.OWN_ACCOUNT)
    Token password(HttpServletRequest request, @RequestBody NewPassword given) {
        return new Token(keys.changePassword(own.staff().id(), given.old(), given.password(), request.getRemoteAddr())
                .orThrow());
    }

    @Operation(summary = "开始设置动态码 Begin to set up one-time codes")
    @Refuses(429)
    @PostMapping("/api/v1/me/codes")
    @Needs(Permission.OWN_ACCOUNT)
    CodeSecret codes(HttpServletRequest request, @RequestBody Password given) {
        return new CodeSecret(keys.proposeCodes(own.staff().id(), given.password(), request.getRemoteAddr())
                .orThrow());
    }

    @Operation(summary = "以一次动态码确认设置 Confirm one-time codes with the first of them")
    @Refuses(429)
    @PostMapping("/api/v1/me/codes/confirm")
    @Needs(Permission.OWN_ACCOUNT)
    Keys.State confirm(HttpServletRequest request, @RequestBody Code given) {
        return keys.confirmCodes(own.staff().id(), given.code(), request.getRemoteAddr())
                .orThrow();
    }

    @Operation(summary = "本人的通行密钥 The own passkeys")
    @Refuses(409)
    @GetMapping("/api/v1/me/passkeys")
    @Needs(Permission.OWN_ACCOUNT)
    List<Passkeys.Passkey> passkeys() {
        return passkeys.of(own.staff().id());
    }

    /** The WebAuthn creation options, as {@code PublicKeyCredential.parseCreationOptionsFromJSON} takes them. */
    @Operation(summary = "登记通行密钥的参数 Options for registering a passkey")
    @PostMapping(path = "/api/v1/me/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Permission.OWN_ACCOUNT)
    String creationOptions() {
        return passkeys.creationOptions(own.staff().id()).orThrow();
    }

    @Operation(summary = "登记通行密钥 Register a passkey")
    @PostMapping("/api/v1/me/passkeys")
    @Needs(Permission.OWN_ACCOUNT)
    Passkeys.Passkey register(@RequestBody NewPasskey given) {
        return passkeys.register(own.staff().id(), given.label(), given.answer())
                .orThrow();
    }

    @Operation(summary = "移除通行密钥 Remove a passkey")
    @DeleteMapping("/api/v1/me/passkeys/{id}")
    @Needs(Permission.OWN_ACCOUNT)
    Passkeys.Passkey remove(@PathVariable String id) {
        return passkeys.remove(own.staff().id(), id).orThrow();
    }
}
