package org.yicheng.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends prepared requests over a fixed number of connections, each connection one at a time. */
final class Pressing {

    private Pressing() {}

    /** Sends all; every answer must be 200. */
    static Latencies send(int port, int connections, List<byte[]> requests) throws IOException {
        List<Wire> wires = new ArrayList<>(connections);
        for (int i = 0; i < connections; i++) {
            wires.add(new Wire(port));
        }
        long[] took = new long[requests.size()];
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Void>> workers = new ArrayList<>();
            wires.forEach(wire -> workers.add(() -> work(wire, requests, next, took)));
            List<Future<Void>> done = threads.invokeAll(workers);
            long wall = System.nanoTime() - began;
            for (Future<Void> one : done) {
                one.get();
            }
            return Latencies.of(took, wall);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static Void work(Wire wire, List<byte[]> requests, AtomicInteger next, long[] took) throws IOException {
        for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
            long sent = System.nanoTime();
            Wire.Answer answer = wire.exchange(requests.get(i));
            took[i] = System.nanoTime() - sent;
            if (answer.status() != 200) {
                throw new IllegalStateException("press " + i + " answered " + answer.status() + ": " + answer.body());
            }
        }
        return null;
    }
}
