package org.yicheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 100,000 open suggestions with 150,000 running duties, at 100 organs: how long the count of all last days takes after a
 * changed holiday table, and how long the supervisor's board and its lists take, one visitor at a time and eight. The
 * rows are written into the database by SQL, since opening so many matters one by one is not what is measured; all else
 * goes over HTTP.
 */
final class MatterBench {

    private static final int MATTERS = 100_000;
    private static final int ORGANS = 100;
    private static final int WARMING = 10;
    private static final int VISITS = 40;
    private static final String BODY = "sjz-npc-15";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Platform platform;
    private final PrintStream out;

    MatterBench(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run() throws IOException {
        try {
            fill();
        } catch (SQLException e) {
            throw new IOException("cannot write the matters", e);
        }
        String administrator = token("administrator");
        take(administrator, days(administrator, false), "first count");
        take(administrator, days(administrator, true), "April at rest");
        take(administrator, days(administrator, false), "and not");
        String secretariat = token("secretariat");
        out.println("board     with the dead rows of the recounts:");
        visit("/matters/board", 1, secretariat);
        tidy();
        out.println("board     tidied, as the database does by itself within a minute or two:");
        for (int visitors : new int[] {1, 8}) {
            for (String path : List.of(
                    "/matters/board",
                    "/matters/board?lamp=LATE",
                    "/matters/board?organ=body:bench-organ-7&lamp=NEAR",
                    "/matters/board?words=第77",
                    "/matters/board?page=1000",
                    "/api/v1/matters/board")) {
                visit(path, visitors, secretariat);
            }
        }
    }

    private void visit(String path, int visitors, String token) throws IOException {
        byte[] visit = Wire.get(URI.create(path).toASCIIString(), token);
        Pressing.send(platform.port(), visitors, Collections.nCopies(WARMING, visit));
        Latencies took = Pressing.send(platform.port(), visitors, Collections.nCopies(VISITS, visit));
        out.println(String.format(
                Locale.ROOT,
                "board     %d at a time  %-52s p50 %5.1f ms, p95 %5.1f ms, longest %5.1f ms",
                visitors,
                path,
                took.micros(500) / 1000.0,
                took.micros(950) / 1000.0,
                took.micros(1000) / 1000.0));
    }

    private Connection database() throws IOException, SQLException {
        Path folder = platform.home().resolve("data/database");
        List<String> running = Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + running.get(3).strip() + "/yicheng",
                "postgres",
                Files.readString(folder.resolve("database.password")).strip());
    }

    private void tidy() throws IOException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze matter.matter, matter.party, matter.deadline, matter.duty");
        } catch (SQLException e) {
            throw new IOException("cannot tidy the database", e);
        }
    }

    private void fill() throws IOException, SQLException {
        long began = System.nanoTime();
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : ROWS) {
                statement.execute(sql.formatted(MATTERS, ORGANS, BODY));
            }
            connection.commit();
        }
        tidy();
        out.printf(
                Locale.ROOT,
                "fill      %,d matters at %d organs in %.0f s%n",
                MATTERS,
                ORGANS,
                (System.nanoTime() - began) / 1e9);
    }

    private static final List<String> ROWS = List.of("""
            create temporary table bench on commit drop as
            select gen_random_uuid() as id, n, date '2024-01-26' - n %% 120 as starts from generate_series(1, %1$d) n
            """, """
            insert into matter.matter
                (id, procedure, place, subject, series, number, title, state, version, opened_at, since, demo)
            select id, 'suggestion', 'henan', '', 'bench/suggestion', n, '关于办好第' || n || '件民生事项的建议（演示）',
                   'IN_HANDLING', 6, starts, starts, true from bench
            """, """
            insert into matter.party (matter, actor, holder, name, since)
            select id, 'office', 'body:%3$s', '演示代表工作机构', starts from bench
            union all
            select id, 'author', 'person:' || gen_random_uuid(), '演示代表', starts from bench
            union all
            select id, 'organ', 'body:bench-organ-' || n %% %2$d, '演示单位' || n %% %2$d, starts from bench
            union all
            select id, 'assistant', 'body:bench-organ-' || (n + 7) %% %2$d, '演示单位' || (n + 7) %% %2$d, starts
              from bench where n %% 2 = 0
            """, "analyze matter.matter, matter.party", """
            insert into matter.deadline (id, matter, limit_id, actor, kind, starts, period, ground, due, longest)
            select gen_random_uuid(), id, 'reply', 'organ', 'DUTY', starts, 'P3M', 'HAS:20', cast(null as date), 'P6M' from bench
            union all
            select gen_random_uuid(), id, 'assisting', 'assistant', 'DUTY', starts, 'P2M', 'HAS:18', cast(null as date), cast(null as text)
              from bench where n %% 2 = 0
            """);

    /** The table of 2024 as it is, or with the whole of April at rest. */
    private String days(String token, boolean april) throws IOException {
        StringBuilder csv = new StringBuilder("date,kind,name,source\n");
        try (Wire wire = new Wire(platform.port())) {
            JsonNode known = JSON.readTree(
                    wire.exchange(Wire.get("/api/v1/holidays/2024", token)).body());
            for (JsonNode day : known) {
                LocalDate date = LocalDate.parse(day.path("date").asString());
                if (date.getMonthValue() != 4) {
                    csv.append(date)
                            .append(',')
                            .append(day.path("kind").asString())
                            .append(",,bench\n");
                }
            }
        }
        for (LocalDate day = LocalDate.of(2024, 4, 1); day.getMonthValue() == 4; day = day.plusDays(1)) {
            if (april || day.getDayOfMonth() >= 4 && day.getDayOfMonth() <= 6) {
                csv.append(day).append(",OFF,,bench\n");
            }
        }
        return csv.toString();
    }

    private void take(String token, String csv, String what) throws IOException {
        String boundary = "yicheng-bench";
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"2024.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.url("/api/v1/holidays")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        JsonNode counted = JSON.readTree(answer.body());
        out.printf(
                Locale.ROOT,
                "recompute %-14s %,d limits counted, %,d changed, in %.1f s%n",
                what,
                counted.path("looked").asInt(),
                counted.path("changed").asInt(),
                seconds);
    }

    private String token(String who) throws IOException {
        try (Wire wire = new Wire(platform.port())) {
            Wire.Answer answer = wire.exchange(Wire.post("/api/v1/demo/token?who=" + who, Wire.NOBODY, ""));
            return JSON.readTree(answer.body()).path("token").asString();
        }
    }
}
