package org.yicheng.party.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Accounts.Kind;
import org.yicheng.party.Caller;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Signing in. Whatever is wrong, the words are the same, and the record says that somebody tried, never what. */
@Component
class SignInWays {

    private final AccountRows rows;
    private final JdbcKeys keys;
    private final HallCodeRows hallCodeRows;
    private final Sessions sessions;
    private final Throttle throttle;
    private final PartyActs acts;
    private final TransactionTemplate transaction;

    SignInWays(
            AccountRows rows,
            JdbcKeys keys,
            HallCodeRows hallCodeRows,
            Sessions sessions,
            Throttle throttle,
            PartyActs acts,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.keys = keys;
        this.hallCodeRows = hallCodeRows;
        this.sessions = sessions;
        this.throttle = throttle;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
    }

    Ruling<String> withCard(String card, String hallCode, String address) {
        Optional<Refusal> slow = throttle.attempt(card, address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        Optional<Account> account = rows.byLogin(card).filter(found -> found.kind() == Kind.MEMBER && found.open());
        boolean right = account.isPresent() && hallCodeRows.take(account.get().id(), hallCode);
        return right ? Ruling.granted(signedIn(account.get(), Terms.member("card"))) : failed(account, "card", address);
    }

    /** The password is compared outside of any transaction: a quarter of a second must not hold a connection. */
    Ruling<String> withPassword(String login, String password, String code, String address) {
        Optional<Refusal> slow = throttle.attempt(login, address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        Optional<Account> account = rows.byLogin(login).filter(found -> found.kind() == Kind.STAFF && found.open());
        boolean right = account.isPresent() ? keys.right(account.get().id(), password, code) : keys.nobodys(password);
        return right
                ? Ruling.granted(known(account.orElseThrow(), Terms.staff("password")))
                : failed(account, "password", address);
    }

    Ruling<String> withToken(String token, String address) {
        Optional<Refusal> slow = throttle.attempt("token from " + address, address);
        if (slow.isPresent()) {
            return Ruling.refused(slow.get());
        }
        Optional<Account> account = sessions.callerOf(token)
                .flatMap(Caller::account)
                .flatMap(rows::byId)
                .filter(found -> found.kind() == Kind.DEVICE);
        if (account.isEmpty()) {
            return failed(account, "token", address);
        }
        note(account.get(), "token");
        return Ruling.granted(token);
    }

    private String known(Account account, Sessions.Term term) {
        throttle.succeeded(account.login());
        return signedIn(account, term);
    }

    /** Opens a session and writes down that somebody came in. */
    String signedIn(Account account, Sessions.Term term) {
        return transaction.execute(_ -> {
            String token = sessions.open(List.of(account.id()), term).getFirst();
            acts.byItself("party.sign-in", account.id(), Map.of("way", term.way()));
            return token;
        });
    }

    private void note(Account account, String way) {
        transaction.executeWithoutResult(_ -> acts.byItself("party.sign-in", account.id(), Map.of("way", way)));
    }

    /** The address goes into the record, so that a guesser can be found; of an account that exists, also which. */
    Ruling<String> failed(Optional<Account> account, String way, String address) {
        throttle.failed(address);
        Map<String, String> facts = Map.of("way", way, "address", address);
        transaction.executeWithoutResult(_ -> account.ifPresentOrElse(
                found -> acts.byItself("party.sign-in.failed", found.id(), facts),
                () -> acts.byNobody("party.sign-in.failed", facts)));
        return Ruling.refused(Refusal.plain("party.wrong-" + way));
    }
}
