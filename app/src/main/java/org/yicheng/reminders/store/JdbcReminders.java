package org.yicheng.reminders.store;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.reminders.Reminders;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Preferences in PostgreSQL; codes and keys only as digests. */
@Component
class JdbcReminders implements Reminders {

    private static final int LONGEST_ADDRESS = 254;
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final LetterText wording;
    private final Postman postman;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcReminders(JdbcClient jdbc, Outbox outbox, LetterText wording, Postman postman, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.wording = wording;
        this.postman = postman;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is kept of an account. */
    private record Kept(
            Optional<String> address,
            Optional<String> asked,
            byte @Nullable [] code,
            boolean current,
            int tries,
            boolean tasks,
            boolean near,
            boolean missed,
            boolean feed) {}

    private static UUID me() {
        return Caller.current().account().orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The row of the caller's account, made when it is first needed and locked. */
    private Kept locked() {
        jdbc.sql("insert into reminders.preference (account) values (:account) on conflict do nothing")
                .param("account", me())
                .update();
        return kept("for update").orElseThrow();
    }

    private Optional<Kept> kept(String how) {
        return jdbc.sql("select *, code_until >= :now as current from reminders.preference where account = :account "
                        + how)
                .param("account", me())
                .param("now", now())
                .query((row, _) -> new Kept(
                        Optional.ofNullable(row.getString("address")),
                        Optional.ofNullable(row.getString("asked")),
                        row.getBytes("code"),
                        row.getBoolean("current"),
                        row.getInt("code_tries"),
                        row.getBoolean("tasks"),
                        row.getBoolean("near"),
                        row.getBoolean("missed"),
                        row.getBytes("feed") != null))
                .optional();
    }

    @Override
    public Preference own() {
        return kept("").map(one -> new Preference(
                        postman.works(), one.address(), one.asked(), one.tasks(), one.near(), one.missed(), one.feed()))
                .orElse(new Preference(postman.works(), Optional.empty(), Optional.empty(), true, true, true, false));
    }

    @Override
    public List<Mail> mails(int most) {
        return outbox.of(me(), most);
    }

    private Ruling<Preference> noted(String verb) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.OWN_ACCOUNT),
                verb,
                "account:" + me(),
                Optional.empty(),
                Map.of()));
        return Ruling.granted(own());
    }

    @Override
    @Transactional
    public Ruling<Preference> choose(boolean tasks, boolean near, boolean missed) {
        locked();
        jdbc.sql("""
                        update reminders.preference set tasks = :tasks, near = :near, missed = :missed
                         where account = :account
                        """)
                .param("tasks", tasks)
                .param("near", near)
                .param("missed", missed)
                .param("account", me())
                .update();
        return noted("reminders.choose");
    }

    @Override
    @Transactional
    public Ruling<Preference> ask(String address) {
        String asked = address.strip();
        List<Refusal> reasons = new ArrayList<>();
        if (!postman.works()) {
            reasons.add(Refusal.plain("reminders.no-server"));
        }
        if (!isAddress(asked)) {
            reasons.add(Refusal.at("address", "reminders.not-an-address", "value", asked, "most", LONGEST_ADDRESS));
        }
        locked();
        if (outbox.codes(me(), clock.instant().minus(Duration.ofHours(1))) >= CODES_AN_HOUR) {
            reasons.add(Refusal.plain("reminders.too-many-codes", "most", CODES_AN_HOUR));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        String code = "%06d".formatted(random.nextInt(1_000_000));
        jdbc.sql("""
                        update reminders.preference
                           set asked = :asked, code = :code, code_until = :until, code_tries = 0
                         where account = :account
                        """)
                .param("asked", asked)
                .param("code", digest(me() + " " + code))
                .param("until", now().plusMinutes(CODE_MINUTES))
                .param("account", me())
                .update();
        outbox.put(wording.code(me(), asked, code));
        return noted("reminders.ask");
    }

    private static boolean isAddress(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ADDRESS || !text.contains("@")) {
            return false;
        }
        try {
            InternetAddress[] read = InternetAddress.parse(text, true);
            if (read.length != 1 || !text.equals(read[0].getAddress())) {
                return false;
            }
            read[0].validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** A wrong code is counted and kept, though it is refused: the transaction goes on. */
    @Override
    @Transactional
    public Ruling<Preference> confirm(String code) {
        Kept kept = locked();
        byte[] expected = kept.code();
        if (kept.asked().isEmpty() || expected == null) {
            return Ruling.refused(Refusal.plain("reminders.no-code"));
        }
        if (!kept.current() || kept.tries() >= CODE_TRIES) {
            return Ruling.refused(
                    Refusal.at("code", "reminders.code-over", "minutes", CODE_MINUTES, "tries", CODE_TRIES));
        }
        if (!MessageDigest.isEqual(expected, digest(me() + " " + code.strip()))) {
            jdbc.sql("update reminders.preference set code_tries = code_tries + 1 where account = :account")
                    .param("account", me())
                    .update();
            return Ruling.refused(Refusal.at("code", "reminders.code-wrong", "left", CODE_TRIES - kept.tries() - 1));
        }
        jdbc.sql("""
                        update reminders.preference
                           set address = asked, asked = null, code = null, code_until = null, code_tries = 0
                         where account = :account
                        """).param("account", me()).update();
        return noted("reminders.confirm");
    }

    @Override
    @Transactional
    public Ruling<Preference> forget() {
        locked();
        jdbc.sql("""
                        update reminders.preference
                           set address = null, asked = null, code = null, code_until = null, code_tries = 0
                         where account = :account
                        """).param("account", me()).update();
        return noted("reminders.forget");
    }

    @Override
    @Transactional
    public String newFeed() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        feed(digest(key));
        noted("reminders.feed");
        return key;
    }

    @Override
    @Transactional
    public Ruling<Preference> endFeed() {
        feed(null);
        return noted("reminders.feed-end");
    }

    private void feed(byte @Nullable [] digest) {
        locked();
        jdbc.sql("update reminders.preference set feed = :feed where account = :account")
                .param("feed", digest, java.sql.Types.BINARY)
                .param("account", me())
                .update();
    }

    @Override
    public Optional<UUID> accountOf(String key) {
        return jdbc.sql("select account from reminders.preference where feed = :feed")
                .param("feed", digest(key))
                .query(UUID.class)
                .optional();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has SHA-256", e);
        }
    }
}
