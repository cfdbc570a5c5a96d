package org.yicheng.home;

import java.sql.SQLException;
import java.util.Optional;

/** The PostgreSQL behind the platform: our own in the home folder, or one from outside. */
public sealed interface DatabaseServer {

    String jdbcUrl();

    Optional<String> user();

    Optional<String> password();

    /** Called after the pool has closed. */
    void stop();

    /** The embedded server. */
    final class Own implements DatabaseServer {
        private static final String NAME = "yicheng";
        private final EmbeddedPostgres server;

        Own(HomeFolder home) {
            server = new EmbeddedPostgres(home.resolve("database"));
            server.start();
            try {
                Database.createDatabase(server.jdbcUrl("postgres"), server.user(), server.password(), NAME);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot create the database " + NAME, e);
            }
        }

        @Override
        public String jdbcUrl() {
            return server.jdbcUrl(NAME);
        }

        @Override
        public Optional<String> user() {
            return Optional.of(server.user());
        }

        @Override
        public Optional<String> password() {
            return Optional.of(server.password());
        }

        @Override
        public void stop() {
            server.stop();
        }
    }

    /** A server that somebody else runs; user and password stand in the URL. */
    record Outside(String jdbcUrl) implements DatabaseServer {
        @Override
        public Optional<String> user() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public void stop() {
            // Not ours to stop.
        }
    }
}
