package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yicheng.bench.Hall;
import org.yicheng.bench.Platform;
import org.yicheng.bench.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform whose database somebody else runs: here a neighbour's server, in which it gets an empty database. */
class OutsideDatabaseTest {

    private static final int MEMBERS = 12;
    private static final String[] SMALL = {"-XX:TieredStopAtLevel=1", "-Xmx600m"};

    private final Path neighbours = Platform.newHome();
    private final Path home = Platform.newHome();

    @AfterEach
    void removeTheHomes() {
        Platform.remove(home);
        Platform.remove(neighbours);
    }

    @Test
    void anEmptyDatabaseOfAnotherServerIsMigratedFilledAndThereAfterARestart() throws IOException {
        try (Platform neighbour = Platform.start(neighbours, SMALL)) {
            String url = "--yicheng.database-url=" + emptyDatabase();
            Hall hall;
            String question;
            try (Platform first = Platform.start(home, SMALL[0], SMALL[1], "--yicheng.demo=true", url)) {
                assertThat(first.get("/preferences").statusCode()).isEqualTo(200);
                assertThat(sessions(first)).contains("sjz-npc-15-5");
                hall = Hall.build(first.port(), MEMBERS);
                question = hall.openQuestion("ELECTRONIC_RECORDED");
                everybodyPresses(hall, question);
            }
            try (Platform second = Platform.start(home, SMALL[0], SMALL[1], "--yicheng.demo=true", url)) {
                Hall again = new Hall(second.port(), hall.sitting(), hall.firstCard(), hall.chair(), hall.members());
                assertThat(again.present()).isEqualTo(MEMBERS);
                again.close(question);
                assertThat(again.declare(question).at("/outcome/votes/votesFor").asInt())
                        .isEqualTo(MEMBERS);
                assertThat(sessions(second)).containsOnlyOnce("sjz-npc-15-5");
            }
            assertThat(home.resolve("data/database")).as("no server of its own").doesNotExist();
            assertThat(sessions(neighbour)).as("the neighbour's own database").isEmpty();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerEndsTheStartWithItsReason() throws IOException {
        Platform platform = Platform.launch(
                home,
                SMALL[0],
                SMALL[1],
                "--yicheng.database-url=jdbc:postgresql://127.0.0.1:1/none?user=a&password=b");
        platform.handle().onExit().join();
        assertThat(platform.said()).contains("127.0.0.1:1");
        assertThat(Files.exists(home.resolve("ready"))).isFalse();
    }

    /** The server's maintenance database: nothing of the platform is in it. */
    private String emptyDatabase() throws IOException {
        Path database = neighbours.resolve("data/database");
        String port = Files.readAllLines(database.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(database.resolve("database.password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&password=" + password;
    }

    private static List<String> sessions(Platform platform) {
        JsonNode found =
                JsonMapper.shared().readTree(platform.get("/api/v1/sessions").body());
        return found.valueStream().map(one -> one.required("id").asString()).toList();
    }

    private static void everybodyPresses(Hall hall, String question) throws IOException {
        try (Wire wire = new Wire(hall.port())) {
            for (int member = 0; member < MEMBERS; member++) {
                assertThat(wire.exchange(hall.press(question, member, "FOR", "key-" + member))
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
