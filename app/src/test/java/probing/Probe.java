package probing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Live;

/**
 * Routes that go wrong on purpose, and a live topic that tests can change. Outside the product's packages, so that only
 * the tests that import it have it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Probe {

    public static final AtomicInteger ACTS = new AtomicInteger();
    public static final AtomicInteger VALUE = new AtomicInteger();
    public static final AtomicInteger RENDERED = new AtomicInteger();

    @Bean
    Object probeTopic(Live live) {
        live.source("probe:", Permission.PUBLIC_READ, (topic, language) -> {
            RENDERED.incrementAndGet();
            return Map.of("value", language.tag() + " " + VALUE.get(), "topic", topic);
        });
        live.source("closed:", Permission.RECORD_READ, (_, _) -> Map.of());
        return new Object();
    }

    record Asked(int count, LocalDate day) {}

    @RestController
    @Needs(Permission.PUBLIC_READ)
    static class Routes {

        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;

        Routes(JdbcClient jdbc, TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.transaction = transaction;
        }

        @GetMapping({"/probe/refused", "/api/v1/probe/refused"})
        String refused() {
            throw new RefusedException(List.of(
                    Refusal.by(
                            Citation.of(Law.ORGANIC, 14),
                            "web.guide-refused",
                            "due",
                            633,
                            "present",
                            401,
                            "required",
                            422,
                            "missing",
                            21),
                    Refusal.at("day", "web.field-missing")));
        }

        @GetMapping({"/probe/unknown", "/api/v1/probe/unknown"})
        String unknown() {
            throw new RefusedException(Refusal.plain("web.topic.unknown", "value", "x<script>"));
        }

        @GetMapping({"/probe/broken", "/api/v1/probe/broken"})
        String broken() {
            throw new IllegalStateException("secret detail 4711");
        }

        @GetMapping("/api/v1/probe/away")
        String away() {
            throw new DataAccessResourceFailureException("no connection");
        }

        @GetMapping("/api/v1/probe/typed")
        int typed(@RequestParam int count) {
            return count;
        }

        @PostMapping("/api/v1/probe/asked")
        @ResponseStatus(HttpStatus.CREATED)
        Map<String, Integer> asked(@RequestBody Asked asked) {
            return transaction.execute(_ -> {
                jdbc.sql("update home.clock set offset_millis = offset_millis").update();
                if (asked.count() < 0) {
                    throw new RefusedException(Refusal.plain("web.guide-info"));
                }
                return Map.of("act", ACTS.incrementAndGet(), "count", asked.count());
            });
        }

        @GetMapping("/probe/no-permission-named-here")
        @Needs(Permission.ACCOUNT_MANAGE)
        String forAdministrators() {
            return "only for administrators";
        }
    }
}
