package org.yicheng.party.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.home.Greeting;
import org.yicheng.home.HomeFolder;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Keys;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;

/**
 * On a platform without accounts, makes the one who can make the others. Its first password lies in a file of the home
 * folder that only its owner can read, never in a log; until it has been replaced, every start writes a fresh one.
 */
@Component
class FirstAdministrator implements Greeting {

    static final String LOGIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Keys keys;
    private final JdbcClient jdbc;
    private final HomeFolder home;
    private final HomeProperties properties;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            Accounts accounts,
            Keys keys,
            JdbcClient jdbc,
            HomeFolder home,
            HomeProperties properties,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.accounts = accounts;
        this.keys = keys;
        this.jdbc = jdbc;
        this.home = home;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready() {
        if (!properties.demo()) {
            transaction.execute(_ -> account().map(keys::startOver)).ifPresent(this::write);
        }
    }

    /** The account whose first password is still to be used, made now if there is none at all. */
    private Optional<UUID> account() {
        boolean nobody = jdbc.sql("select not exists (select from party.account)")
                .query(Boolean.class)
                .single();
        if (nobody) {
            UUID id = accounts.create(Accounts.Kind.STAFF, LOGIN, "系统管理员", Optional.empty(), false)
                    .id();
            accounts.giveRole(id, Role.ADMINISTRATOR, Caller.EVERYWHERE);
            return Optional.of(id);
        }
        return accounts.byLogin(LOGIN)
                .filter(Accounts.Account::open)
                .map(Accounts.Account::id)
                .filter(id -> keys.of(id).unfinished());
    }

    private void write(String first) {
        Path file = home.resolve(FirstSteps.FILE);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, """
                    议成：首次登录                      Yicheng: the first sign-in

                    网址      Address         %s/login
                    账号      Account         %s
                    初始密码  First password  %s

                    七日内有效。登录后须换成自己的密码，并设置动态码或通行密钥；完成后本文件自动删除。
                    Good for seven days. Replace the password and set up one-time codes or a passkey; this file then goes away.
                    """.formatted(properties.publicUrl(), LOGIN, first), StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        LOG.info("the first administrator's password is in {}", file);
    }

    @Override
    public List<Bilingual> lines() {
        Path file = home.resolve(FirstSteps.FILE);
        return Files.exists(file)
                ? List.of(new Bilingual("首次登录  账号和初始密码见 " + file, "First sign-in  account and password are in " + file))
                : List.of();
    }
}
