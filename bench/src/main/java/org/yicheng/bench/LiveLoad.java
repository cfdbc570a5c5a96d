package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How soon a change in the hall reaches everybody who follows it: open streams, one change, the last receipt. */
final class LiveLoad {

    private static final int CHANGES = 20;
    private static final int HALL = 100;

    private final Platform platform;
    private final PrintStream out;

    LiveLoad(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run(int followers) throws IOException {
        Hall hall = Hall.build(platform.port(), HALL);
        try (Crowd crowd = new Crowd(platform.port(), hall, followers)) {
            crowd.awaitQuiet();
            long[] all = new long[followers * CHANGES];
            for (int change = 0; change < CHANGES; change++) {
                String direction = change % 2 == 0 ? "OUT" : "IN";
                long[] nanos = crowd.receiptsOf(() -> signByHand(hall, direction));
                System.arraycopy(nanos, 0, all, change * followers, followers);
            }
            Latencies latencies = Latencies.of(all, 1);
            out.println(String.format(
                    Locale.ROOT,
                    "live      %,d followers, %d changes: p50 %,d ms, p99 %,d ms, last %,d ms from the request that made the"
                            + " change to its receipt",
                    followers,
                    CHANGES,
                    latencies.micros(500) / 1000,
                    latencies.micros(990) / 1000,
                    latencies.micros(1000) / 1000));
        }
    }

    private void signByHand(Hall hall, String direction) throws IOException {
        try (Wire wire = new Wire(platform.port())) {
            Wire.Answer answer = wire.exchange(Wire.post(
                    "/api/v1/sittings/" + hall.sitting() + "/sign-in-by-hand",
                    hall.chair(),
                    "{\"credential\":\"" + hall.firstCard() + "\",\"direction\":\"" + direction
                            + "\",\"reason\":\"measuring\"}"));
            if (answer.status() != 200) {
                throw new IllegalStateException("signing by hand answered " + answer.status() + ": " + answer.body());
            }
        }
    }

    /** What makes the change that is measured. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    /** Many followers of one stream, all read by one thread. */
    static final class Crowd implements AutoCloseable {

        private final Selector selector = Selector.open();
        private final SocketChannel[] channels;
        private final long[] receivedAt;
        private final Thread reader;
        private volatile CountDownLatch awaited = new CountDownLatch(0);
        private volatile long lastByteAt = System.nanoTime();
        private volatile boolean open = true;

        /** Everybody follows the hall's board, with the chair's right to see it. */
        Crowd(int port, Hall hall, int size) throws IOException {
            channels = new SocketChannel[size];
            receivedAt = new long[size];
            byte[] request = ("GET /live?topic=board:" + hall.sitting() + " HTTP/1.1\r\nHost: localhost\r\n"
                            + "Authorization: Bearer " + hall.chair() + "\r\nAccept: text/event-stream\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < size; i++) {
                channels[i] = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channels[i].write(ByteBuffer.wrap(request));
                channels[i].configureBlocking(false);
                channels[i].register(selector, SelectionKey.OP_READ, i);
            }
            reader = Thread.ofPlatform().name("crowd").start(this::read);
        }

        /** Waits until nothing has arrived for two seconds: everybody has the present state. */
        void awaitQuiet() {
            while (System.nanoTime() - lastByteAt < TimeUnit.SECONDS.toNanos(2)) {
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
            }
        }

        /** Makes the change, waits until every follower has heard of it, answers how long each took. */
        long[] receiptsOf(Change change) throws IOException {
            Arrays.fill(receivedAt, 0L);
            awaited = new CountDownLatch(channels.length);
            long began = System.nanoTime();
            change.make();
            try {
                if (!awaited.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(awaited.getCount() + " followers did not hear of the change");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            long[] took = Arrays.stream(receivedAt).map(at -> at - began).toArray();
            awaitQuiet();
            return took;
        }

        private void read() {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
            try {
                while (open) {
                    selector.select(key -> take(key, buffer), 500);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A heartbeat's data is empty; a change's is an object of rendered fragments. */
        private void take(SelectionKey key, ByteBuffer buffer) {
            int follower = (Integer) key.attachment();
            try {
                buffer.clear();
                int length = ((SocketChannel) key.channel()).read(buffer);
                if (length < 0) {
                    throw new IllegalStateException("the server ended stream " + follower);
                }
                if (!event(buffer)) {
                    return;
                }
                lastByteAt = System.nanoTime();
                if (receivedAt[follower] == 0L) {
                    receivedAt[follower] = lastByteAt;
                    awaited.countDown();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean event(ByteBuffer buffer) {
            for (int i = 0; i + 5 < buffer.position(); i++) {
                if (buffer.get(i) == 'd'
                        && buffer.get(i + 1) == 'a'
                        && buffer.get(i + 2) == 't'
                        && buffer.get(i + 3) == 'a'
                        && buffer.get(i + 4) == ':'
                        && buffer.get(i + 5) == '{') {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() throws IOException {
            open = false;
            selector.wakeup();
            for (SocketChannel channel : channels) {
                channel.close();
            }
            try {
                reader.join(2_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            selector.close();
        }
    }
}
