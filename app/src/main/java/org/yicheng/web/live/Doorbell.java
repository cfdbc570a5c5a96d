package org.yicheng.web.live;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Wakes the other nodes: one notification a topic every 250 ms at most, payload {@code node topic}; each node listens
 * on a connection of its own and renders from the tables.
 */
@Component
class Doorbell {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final String CHANNEL = "yicheng_live";
    private static final int PACE_MILLIS = 250;

    private final String node = UUID.randomUUID().toString();
    private final DataSource pool;
    private final JdbcTemplate jdbc;
    private final Set<String> rung = ConcurrentHashMap.newKeySet();
    private volatile Consumer<String> listener = _ -> {};
    private volatile boolean open = true;

    Doorbell(DataSource pool, JdbcTemplate jdbc) {
        this.pool = pool;
        this.jdbc = jdbc;
        Thread.ofPlatform().name("live-listen").daemon().start(this::listenForever);
        Thread.ofPlatform().name("live-ring").daemon().start(this::ringForever);
    }

    void listen(Consumer<String> whoIsWoken) {
        listener = whoIsWoken;
    }

    void ring(String topic) {
        rung.add(topic);
    }

    private void ringForever() {
        while (open) {
            pause(PACE_MILLIS);
            for (String topic : rung) {
                rung.remove(topic);
                try {
                    jdbc.queryForList("select pg_notify(?, ?)", CHANNEL, node + " " + topic);
                } catch (RuntimeException e) {
                    LOG.warn("could not wake the other nodes for {}", topic, e);
                }
            }
        }
    }

    private void listenForever() {
        while (open) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("listen " + CHANNEL);
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (open) {
                    hear(postgres.getNotifications(1_000));
                }
            } catch (SQLException e) {
                if (open) {
                    LOG.warn("the live doorbell lost its connection, listening again", e);
                    pause(1_000);
                }
            }
        }
    }

    private void hear(PGNotification @org.jspecify.annotations.Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            String[] parts = notification.getParameter().split(" ", 2);
            if (parts.length == 2 && !parts[0].equals(node)) {
                listener.accept(parts[1]);
            }
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        open = false;
    }
}
