package org.yicheng.party.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yicheng.party.Accounts;
import org.yicheng.party.Accounts.Account;
import org.yicheng.party.Keys;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** How one comes in, and how one does not. */
@YichengTest
class SignInTest {

    private static final String OWN = "correct horse battery";

    @Autowired
    Accounts accounts;

    @Autowired
    Keys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HomeKey homeKey;

    private String address = "192.0.2.1";

    @Test
    void aFirstPasswordAloneGivesNoRoleUntilTheSecondKeyStands() {
        Account account = staff("first-steps");
        accounts.giveRole(account.id(), Role.AUDITOR, "*");
        String first = keys.startOver(account.id());
        String token = password("first-steps", first, "").orThrow();
        assertThat(may(token)).isFalse();

        String next = keys.changePassword(account.id(), first, OWN, address).orThrow();
        assertThat(accounts.callerOf(token)).as("the old session").isEmpty();
        assertThat(may(next)).isFalse();

        setUpCodes(account);
        assertThat(may(next)).isTrue();
        assertThat(keys.of(account.id())).isEqualTo(new Keys.State(false, true, 0, false));
    }

    @Test
    void passwordAndCodeAreBothAskedForAndACodeCountsOnce() {
        Account account = finished("both-keys");

        assertThat(codes(password("both-keys", OWN, ""))).containsExactly("party.wrong-password");
        assertThat(codes(password("both-keys", "something else", code(account))))
                .containsExactly("party.wrong-password");
        String code = code(account);
        assertThat(password("both-keys", OWN, code)).isInstanceOf(Ruling.Granted.class);
        assertThat(codes(password("both-keys", OWN, code))).containsExactly("party.wrong-password");
    }

    @Test
    void aFirstPasswordEndsAfterSevenDays() {
        Account account = staff("too-late");
        String first = keys.startOver(account.id());
        jdbc.sql("update party.account set first_until = now() - interval '1 second' where id = :id")
                .param("id", account.id())
                .update();

        assertThat(codes(password("too-late", first, ""))).containsExactly("party.wrong-password");
    }

    @Test
    void everyFaultOfANewPasswordIsToldAtOnce() {
        Account account = staff("bad-choice");
        String first = keys.startOver(account.id());

        assertThat(codes(keys.changePassword(account.id(), first, "aaaa", address)))
                .containsExactly("party.password-short", "party.password-guessed");
        assertThat(codes(keys.changePassword(account.id(), first, "中".repeat(25), address)))
                .containsExactly("party.password-long", "party.password-guessed");
        assertThat(codes(keys.changePassword(account.id(), first, "my bad-choice of words", address)))
                .containsExactly("party.password-guessed");
        assertThat(codes(keys.changePassword(account.id(), first, first, address)))
                .containsExactly("party.password-same");
    }

    @Test
    void theSixthAttemptOfAMinuteWaitsAlsoWithTheRightPassword() {
        Account account = finished("guessed-at");
        address = "192.0.2.77";
        for (int i = 0; i < Throttle.PER_ACCOUNT; i++) {
            assertThat(codes(password("guessed-at", "wrong wrong wrong", "000000")))
                    .containsExactly("party.wrong-password");
        }

        Ruling<String> sixth = password("guessed-at", OWN, code(account));

        assertThat(codes(sixth)).containsExactly("party.attempts-too-many");
        assertThat(refusals(sixth).getFirst().facts()).containsEntry("limit", 5).containsKey("seconds");
    }

    @Test
    void thirtyFailuresFromOneAddressSlowItDownWhoeverIsNamed() {
        address = "198.51.100.9";
        for (int i = 0; i < Throttle.PER_ADDRESS; i++) {
            assertThat(codes(accounts.signInWithCard("nobody-" + i, "000000", address)))
                    .containsExactly("party.wrong-card");
        }

        assertThat(codes(accounts.signInWithCard("nobody-99", "000000", address)))
                .containsExactly("party.attempts-too-many");
    }

    @Test
    void aHallCodeOpensOneSessionOnce() {
        Account member = member("card-once");
        String code = accounts.issueHallCode(member.id(), Instant.now().plusSeconds(600));

        assertThat(codes(accounts.signInWithCard("card-once", other(code), address)))
                .containsExactly("party.wrong-card");
        String token = accounts.signInWithCard("card-once", code, address).orThrow();
        assertThat(accounts.callerOf(token)).isPresent();
        assertThat(codes(accounts.signInWithCard("card-once", code, address))).containsExactly("party.wrong-card");
    }

    @Test
    void aHallCodeEndsWithItsTimeAndAfterFiveWrongOnes() {
        Account late = member("card-late");
        String expired = accounts.issueHallCode(late.id(), Instant.now().minusSeconds(1));
        assertThat(codes(accounts.signInWithCard("card-late", expired, address)))
                .containsExactly("party.wrong-card");

        Account guessed = member("card-guessed");
        String code = accounts.issueHallCode(guessed.id(), Instant.now().plusSeconds(600));
        jdbc.sql("update party.hall_code set tries = :tries where account = :id")
                .param("tries", HallCodeRows.TRIES)
                .param("id", guessed.id())
                .update();
        assertThat(codes(accounts.signInWithCard("card-guessed", code, address)))
                .containsExactly("party.wrong-card");
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("update party.role_held set valid_to = now() where role = 'ADMINISTRATOR' and valid_to is null")
                .update();
        Account one = staff("admin-one");
        accounts.giveRole(one.id(), Role.ADMINISTRATOR, "*");
        assertThat(codes(accounts.endRole(one.id(), Role.ADMINISTRATOR, "*")))
                .containsExactly("party.last-administrator");
        assertThat(codes(accounts.close(one.id()))).containsExactly("party.last-administrator");

        Account two = staff("admin-two");
        accounts.giveRole(two.id(), Role.ADMINISTRATOR, "*");
        assertThat(accounts.close(one.id())).isInstanceOf(Ruling.Granted.class);
    }

    @Test
    void aClosedAccountDoesNotComeIn() {
        Account account = finished("closed-one");
        accounts.close(account.id()).orThrow();

        assertThat(codes(password("closed-one", OWN, code(account)))).containsExactly("party.wrong-password");
    }

    private Account staff(String login) {
        return accounts.create(Accounts.Kind.STAFF, login, login, Optional.empty(), false);
    }

    private Account member(String card) {
        return accounts.create(Accounts.Kind.MEMBER, card, card, Optional.empty(), true);
    }

    private Account finished(String login) {
        Account account = staff(login);
        keys.changePassword(account.id(), keys.startOver(account.id()), OWN, "192.0.2.200")
                .orThrow();
        setUpCodes(account);
        // The code that confirmed is used up; the next one is asked for as if half a minute had gone by.
        jdbc.sql("update party.account set totp_step = 0 where id = :id")
                .param("id", account.id())
                .update();
        return account;
    }

    private void setUpCodes(Account account) {
        keys.proposeCodes(account.id(), OWN, address).orThrow();
        byte[] secret = homeKey.open(secret("totp_next", account));
        keys.confirmCodes(account.id(), Totp.code(secret, step(), 6), address).orThrow();
    }

    private String code(Account account) {
        return Totp.code(homeKey.open(secret("totp", account)), step(), 6);
    }

    private byte[] secret(String column, Account account) {
        return jdbc.sql("select " + column + " from party.account where id = :id")
                .param("id", account.id())
                .query(byte[].class)
                .single();
    }

    private static long step() {
        return Clock.systemUTC().instant().getEpochSecond() / 30;
    }

    private Ruling<String> password(String login, String password, String code) {
        return accounts.signInWithPassword(login, password, code, address);
    }

    private boolean may(String token) {
        return accounts.callerOf(token).orElseThrow().may(Permission.RECORD_READ);
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static List<Refusal> refusals(Ruling<String> ruling) {
        try {
            ruling.orThrow();
            return List.of();
        } catch (RefusedException e) {
            return e.reasons();
        }
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of("granted");
    }
}
