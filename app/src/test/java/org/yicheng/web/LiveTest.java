package org.yicheng.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.testing.YichengTest;
import probing.Probe;

@YichengTest
class LiveTest {

    private static final long SOON_SECONDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    Live live;

    @Autowired
    TransactionTemplate transaction;

    @Value("${yicheng.database-url}")
    String database;

    private final List<Stream> streams = new ArrayList<>();
    private String topic;

    @BeforeEach
    void ownTopic() {
        topic = "probe:" + System.nanoTime();
    }

    @AfterEach
    void hangUp() {
        streams.forEach(Stream::close);
    }

    /** A connection that reads events; each data line goes into the box. */
    private final class Stream {
        private final Socket socket;
        private final BlockingQueue<String> box = new LinkedBlockingQueue<>();

        private Stream(String language, boolean reading) throws IOException {
            socket = new Socket("localhost", port);
            String ask = "GET /live?topic=" + topic + "&lang=" + language + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (reading) {
                Thread.ofVirtual().start(this::read);
            }
            streams.add(this);
        }

        private void read() {
            try (InputStream in = socket.getInputStream()) {
                StringBuilder line = new StringBuilder();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    if (next != '\n') {
                        line.append((char) next);
                        continue;
                    }
                    String text = line.toString();
                    line.setLength(0);
                    if (text.startsWith("data:{")) {
                        box.add(text.substring(5));
                    }
                }
            } catch (IOException e) {
                box.add("closed");
            }
        }

        private String next() throws InterruptedException {
            String event = box.poll(SOON_SECONDS, SECONDS);
            assertThat(event).as("an event within %d s", SOON_SECONDS).isNotNull();
            return event;
        }

        /** Reads until an event shows the value; earlier ones may have been left out, never later ones. */
        private void sees(int value) throws InterruptedException {
            String shown = "\"value\":\"zh-CN " + value + "\"";
            for (String event = next(); !event.contains(shown); event = next()) {
                assertThat(event).isNotEqualTo("closed");
            }
        }

        private void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Stream open() throws IOException {
        return new Stream("zh-CN", true);
    }

    private int change() {
        int value = Probe.VALUE.incrementAndGet();
        live.changed(topic);
        return value;
    }

    @Test
    void whoComesSeesThePresentStateAtOnce() throws Exception {
        Stream stream = open();

        assertThat(stream.next()).contains("zh-CN " + Probe.VALUE.get()).contains(topic);
    }

    @Test
    void everyLanguageIsRenderedOnceForAllItsFollowers() throws Exception {
        List<Stream> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(open());
        }
        Stream english = new Stream("en", true);
        for (Stream stream : all) {
            stream.next();
        }
        english.next();
        int before = Probe.RENDERED.get();
        int value = change();
        for (Stream stream : all) {
            stream.sees(value);
        }
        assertThat(english.next()).contains("en " + value);
        assertThat(Probe.RENDERED.get() - before).isEqualTo(2);
    }

    @Test
    void aThousandChangesBecomeFewPushesAndTheNewestWins() throws Exception {
        Stream stream = open();
        stream.next();
        int before = Probe.RENDERED.get();
        long start = System.nanoTime();
        int value = 0;
        for (int i = 0; i < 1_000; i++) {
            value = change();
        }
        stream.sees(value);
        long quarters = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 250;
        assertThat(Probe.RENDERED.get() - before).isLessThanOrEqualTo((int) quarters + 2);
    }

    @Test
    void aChangeWaitsForItsCommit() throws Exception {
        Stream stream = open();
        stream.next();
        CountDownLatch committing = new CountDownLatch(1);
        transaction.executeWithoutResult(_ -> {
            change();
            assertThat(stream.box).isEmpty();
            committing.countDown();
        });
        assertThat(committing.getCount()).isZero();
        stream.sees(Probe.VALUE.get());
    }

    @Test
    void aRolledBackChangeIsNeverPushed() throws Exception {
        Stream stream = open();
        stream.next();
        int before = Probe.RENDERED.get();
        transaction.executeWithoutResult(status -> {
            live.changed(topic);
            status.setRollbackOnly();
        });
        int value = change();
        stream.sees(value);
        assertThat(Probe.RENDERED.get() - before).isEqualTo(1);
    }

    @Test
    void whoVanishedOrDoesNotReadHoldsNobody() throws Exception {
        for (int i = 0; i < 50; i++) {
            open().close();
            new Stream("zh-CN", false);
        }
        Stream stream = open();
        stream.next();
        for (int i = 0; i < 5; i++) {
            stream.sees(change());
        }
    }

    @Test
    void anotherNodesRingIsHeard() throws Exception {
        Stream stream = open();
        stream.next();
        int value = Probe.VALUE.incrementAndGet();
        try (Connection other = DriverManager.getConnection(database);
                PreparedStatement ring = other.prepareStatement("select pg_notify('yicheng_live', ?)")) {
            ring.setString(1, "another-node " + topic);
            ring.execute();
        }
        stream.sees(value);
    }

    @Test
    void aTopicWithoutSourceIsUnknownAndAClosedOneAsksForRight() {
        Visitor visitor = new Visitor(port);

        assertThat(visitor.get("/live?topic=nothing:1").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/live?topic=nothing:1").body()).contains("web.topic.unknown");
        assertThat(visitor.get("/live?topic=closed:1").statusCode()).isIn(401, 403);
    }
}
