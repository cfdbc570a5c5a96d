package org.yicheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.party.Accounts;
import org.yicheng.testing.YichengTest;
import probing.Probe;

@YichengTest
class RepeatTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Visitor visitor;
    String token;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        token = token("clerk-" + System.nanoTime());
    }

    private String token(String login) {
        return transaction.execute(_ -> {
            Accounts.Account account = accounts.create(Accounts.Kind.STAFF, login, login, Optional.empty(), false);
            return accounts.issueToken(account.id(), clock.instant().plus(Duration.ofHours(1)));
        });
    }

    private HttpResponse<String> ask(String bearer, String key, String body) {
        return visitor.post("/api/v1/probe/asked", body, "Authorization", "Bearer " + bearer, "Idempotency-Key", key);
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndActsOnce() {
        int before = Probe.ACTS.get();
        HttpResponse<String> first = ask(token, "k1", "{\"count\":7,\"day\":\"2024-01-26\"}");
        HttpResponse<String> second = ask(token, "k1", "{\"count\":7,\"day\":\"2024-01-26\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(Probe.ACTS.get() - before).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        ask(token, "k2", "{\"count\":7,\"day\":\"2024-01-26\"}");
        HttpResponse<String> other = ask(token, "k2", "{\"count\":8,\"day\":\"2024-01-26\"}");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("web.repeat-differs");
    }

    @Test
    void theKeyBelongsToItsCaller() {
        ask(token, "k3", "{\"count\":7,\"day\":\"2024-01-26\"}");
        HttpResponse<String> stranger =
                ask(token("stranger-" + System.nanoTime()), "k3", "{\"count\":8,\"day\":\"2024-01-26\"}");

        assertThat(stranger.statusCode()).isEqualTo(201);
    }

    @Test
    void aRefusalGivesTheKeyBack() {
        assertThat(ask(token, "k4", "{\"count\":-1,\"day\":\"2024-01-26\"}").statusCode())
                .isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from home.idempotency where key = 'k4'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(ask(token, "k4", "{\"count\":1,\"day\":\"2024-01-26\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void manyAtOnceActOnce() throws Exception {
        int before = Probe.ACTS.get();
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                answers.add(together.submit(() -> ask(token, "k5", "{\"count\":7,\"day\":\"2024-01-26\"}")));
            }
        }
        for (Future<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(answer.get().body()).isEqualTo(answers.getFirst().get().body());
        }
        assertThat(Probe.ACTS.get() - before).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachRequestIsAnActOfItsOwn() {
        int before = Probe.ACTS.get();
        for (int i = 0; i < 2; i++) {
            visitor.post(
                    "/api/v1/probe/asked", "{\"count\":7,\"day\":\"2024-01-26\"}", "Authorization", "Bearer " + token);
        }
        assertThat(Probe.ACTS.get() - before).isEqualTo(2);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        HttpResponse<String> answer = ask(token, "k".repeat(201), "{\"count\":7,\"day\":\"2024-01-26\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("web.repeat-key").contains("\"most\":200");
    }
}
