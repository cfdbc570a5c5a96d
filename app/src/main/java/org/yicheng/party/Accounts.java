package org.yicheng.party;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** Accounts, the roles they hold, and how one signs in. */
public interface Accounts {

    /** STAFF sign in by password + one-time code or passkey; MEMBER by card + hall code; DEVICE by token only. */
    enum Kind {
        STAFF,
        MEMBER,
        DEVICE
    }

    /** @param login unique; for members their card code */
    record Account(UUID id, Kind kind, String login, String name, Optional<UUID> person, boolean demo, boolean open) {}

    Account create(Kind kind, String login, String name, Optional<UUID> person, boolean demo);

    /** Creates member accounts in bulk, login = card code. Call inside a transaction. */
    void createMembers(List<Account> accounts);

    Optional<Account> byId(UUID id);

    Optional<Account> byLogin(String login);

    Optional<Account> byPerson(UUID person);

    /** The accounts of staff and devices, by login; the closed ones last. */
    List<Account> all();

    /** Gives an account another login (a member's new card); open sessions go on. The login must be free. */
    void changeLogin(UUID account, String login);

    /** Closes an account for good: sessions and tokens end, roles end; what it did stays in the record. */
    Ruling<Account> close(UUID account);

    void giveRole(UUID account, Role role, String scope);

    void giveRoles(List<UUID> accounts, Role role, String scope);

    /** Ends a role; refused for the last one who manages accounts, or nobody could. */
    Ruling<Account> endRole(UUID account, Role role, String scope);

    /** The roles held now. */
    Map<UUID, Set<Caller.Grant>> roles(Collection<UUID> accounts);

    /** A bearer token for API use (also devices), valid until the instant; shown once, stored only as a digest. */
    String issueToken(UUID account, Instant until);

    /** Bulk form of {@link #issueToken}, same order as the accounts given; at most 10,000. */
    List<String> issueTokens(List<UUID> accounts, Instant until);

    /** One-time hall code (6 digits) for a member's account, valid until the instant, for sign-in with the card. */
    String issueHallCode(UUID account, Instant until);

    /** Card + hall code → session token. */
    Ruling<String> signInWithCard(String card, String hallCode, String address);

    /** Password + one-time code → session token. The code is not asked for while the account has none yet. */
    Ruling<String> signInWithPassword(String login, String password, String code, String address);

    /** A device's token, once it has been looked at; the same token then serves as its session. */
    Ruling<String> signInWithToken(String token, String address);

    /** Ends the session with this token. */
    void signOut(String token);

    /** Ends every session and token of an account. */
    void signOutEverywhere(UUID account);

    /** Who a token belongs to; empty if unknown, ended or expired. Remembered until something about it changes. */
    Optional<Caller> callerOf(String token);
}
