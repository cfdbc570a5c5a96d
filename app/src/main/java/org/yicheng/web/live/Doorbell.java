package org.yicheng.web.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yicheng.home.DatabaseServer;

/**
 * Wakes the other nodes: one notification a topic every 250 ms at most, payload {@code node topic}; whoever hears it
 * renders the state from the tables. One connection beside the pool, used by one platform thread; when it breaks, it is
 * opened again and everything is read anew, for a notification may have been missed.
 */
@Component
class Doorbell {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final String CHANNEL = "yicheng_live";
    private static final int PACE_MILLIS = 250;

    private final String node = UUID.randomUUID().toString();
    private final DatabaseServer server;
    private final Set<String> rung = ConcurrentHashMap.newKeySet();
    private final Thread thread =
            Thread.ofPlatform().name("live-doorbell").daemon().unstarted(this::serve);
    private volatile Consumer<String> topicChanged = _ -> {};
    private volatile Runnable anythingChanged = () -> {};
    private volatile boolean open = true;

    Doorbell(DatabaseServer server) {
        this.server = server;
    }

    /** Begins to listen. */
    void listen(Consumer<String> topicChanged, Runnable anythingChanged) {
        this.topicChanged = topicChanged;
        this.anythingChanged = anythingChanged;
        thread.start();
    }

    /** Tells the other nodes, soon. */
    void ring(String topic) {
        rung.add(topic);
    }

    private void serve() {
        boolean again = false;
        while (open) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                if (again) {
                    anythingChanged.run();
                }
                again = true;
                while (open) {
                    hear(connection.unwrap(PGConnection.class).getNotifications(PACE_MILLIS));
                    send(connection);
                }
            } catch (SQLException e) {
                if (open) {
                    LOG.warn("the live doorbell lost its connection and opens it again: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        server.user().ifPresent(user -> properties.setProperty("user", user));
        server.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", "yicheng-live");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            String[] parts = notification.getParameter().split(" ", 2);
            if (parts.length == 2 && !parts[0].equals(node)) {
                topicChanged.accept(parts[1]);
            }
        }
    }

    private void send(Connection connection) throws SQLException {
        if (rung.isEmpty()) {
            return;
        }
        List<String> topics = new ArrayList<>(rung);
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            for (String topic : topics) {
                rung.remove(topic);
                notify.setString(1, CHANNEL);
                notify.setString(2, node + " " + topic);
                notify.executeQuery().close();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hangs up. */
    void stop() {
        open = false;
        thread.interrupt();
    }
}
