package org.yicheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yicheng.home.EmbeddedPostgres;
import org.yicheng.home.Migrations;

/** One real PostgreSQL a test JVM, one migrated template in it, a fresh database from it for whoever asks. */
public final class TestDatabase {

    private static final String TEMPLATE = "yicheng_template";
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres server;

    private TestDatabase() {
        try {
            Path folder = Files.createTempDirectory("yicheng-test-");
            // The database runs as another account when the tests run as root: it must be able to enter.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            server = new EmbeddedPostgres(folder.resolve("database"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        run("create database " + TEMPLATE);
        new Migrations(new DriverManagerDataSource(server.jdbcUrl(TEMPLATE), server.user(), server.password()));
    }

    /** A JDBC URL, with user and password, of a new migrated database. */
    public static String fresh() {
        String name = "t" + NEXT.incrementAndGet();
        SHARED.run("create database " + name + " template " + TEMPLATE);
        return SHARED.url(name);
    }

    private String url(String name) {
        return server.jdbcUrl(name) + "&user=" + server.user() + "&password=" + server.password();
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
