package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Durable votes over HTTP: sustained rate, the burst of a whole congress, and how soon a result stands. */
final class VoteLoad {

    private static final int CONNECTIONS = 64;
    private static final int LARGE_HALL = 10_000;
    /** The voters of the largest congress there is, and a second to take them in. */
    private static final int BURST = 3_376;

    private static final int VOTERS = 3_000;

    private final Platform platform;
    private final int port;
    private final PrintStream out;

    VoteLoad(Platform platform, PrintStream out) {
        this.platform = platform;
        this.port = platform.port();
        this.out = out;
    }

    void run(int warmUpRounds, int measuredHalls) throws IOException {
        warmUp(warmUpRounds);
        sustained(measuredHalls);
        burst();
        result();
    }

    private void warmUp(int rounds) throws IOException {
        Hall hall = Hall.build(port, LARGE_HALL);
        String question = hall.openQuestion("ELECTRONIC_UNRECORDED");
        for (int round = 0; round < rounds; round++) {
            out.println("warm-up   " + Pressing.send(port, CONNECTIONS, presses(hall, question, "w" + round)));
        }
        hall.close(question);
    }

    /** Every press is a member's first on its question: a new row, never an update. */
    private void sustained(int halls) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        List<Hall> built = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < halls; i++) {
            Hall hall = Hall.build(port, LARGE_HALL);
            String question = hall.openQuestion("ELECTRONIC_RECORDED");
            everybodyLooks(hall, question);
            requests.addAll(presses(hall, question, "s"));
            built.add(hall);
            questions.add(question);
        }
        ProcessorTime before = ProcessorTime.of(platform);
        out.println("sustained " + Pressing.send(port, CONNECTIONS, requests));
        out.println(ProcessorTime.of(platform).since(before, requests.size()));
        for (int i = 0; i < halls; i++) {
            JsonNode votes =
                    built.get(i).close(questions.get(i)).path("outcome").path("votes");
            require(votes.path("votesFor").asInt() == LARGE_HALL, "every accepted vote is counted, got " + votes);
        }
    }

    private void burst() throws IOException {
        Hall hall = Hall.build(port, BURST);
        String question = hall.openQuestion("ELECTRONIC_UNRECORDED");
        everybodyLooks(hall, question);
        List<byte[]> requests = presses(hall, question, "b");
        out.println("burst     " + Pressing.send(port, 256, requests));
        hall.close(question);
    }

    private void result() throws IOException {
        Hall hall = Hall.build(port, VOTERS);
        String question = hall.openQuestion("ELECTRONIC_UNRECORDED");
        Pressing.send(port, CONNECTIONS, presses(hall, question, "r"));
        long began = System.nanoTime();
        hall.close(question);
        JsonNode declared = hall.declare(question);
        long millis = (System.nanoTime() - began) / 1_000_000;
        require(declared.path("state").asString().equals("DECLARED"), "declared, got " + declared);
        out.println(String.format(Locale.ROOT, "result    %,d voters: closed and declared in %,d ms", VOTERS, millis));
    }

    /** A phone shows its ballot before anybody can press: who is calling is known by then. */
    private void everybodyLooks(Hall hall, String question) throws IOException {
        Pressing.send(
                port,
                CONNECTIONS,
                IntStream.range(0, hall.members().size())
                        .mapToObj(member -> hall.look(question, member))
                        .toList());
    }

    private static List<byte[]> presses(Hall hall, String question, String key) {
        return IntStream.range(0, hall.members().size())
                .mapToObj(member -> hall.press(question, member, "FOR", key + member))
                .toList();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("measured something else than meant: " + what);
        }
    }
}
