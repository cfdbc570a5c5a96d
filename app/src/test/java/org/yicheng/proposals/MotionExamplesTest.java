package org.yicheng.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Member;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Windows;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** The worked examples on motions, each played through the REST interface with the example's own numbers. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotionExamplesTest {

    private static final String BODY = "motion-examples";
    private static final String SUBJECT = "congress-session:motion-examples";

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    Windows windows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Rest rest;
    private List<String> tokens = List.of();

    @BeforeAll
    void aCongressWithADeadline() {
        at("2024-01-26T15:00:00+08:00");
        rest = new Rest(port);
        List<UUID> people = congress.congress(BODY, 12);
        tokens = people.stream()
                .map(person -> congress.memberToken(BODY, person))
                .toList();
        transaction.executeWithoutResult(_ -> {
            windows.open(SUBJECT, "motion", BODY, clock.instant(), Citation.of(Law.SHANGHAI, 24));
            windows.end(
                    SUBJECT,
                    "motion",
                    OffsetDateTime.parse("2024-01-28T12:00:00+08:00").toInstant(),
                    Citation.of(Law.GUANGDONG, 12));
        });
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    private void at(String instant) {
        ((PlatformClock) clock).set(OffsetDateTime.parse(instant).toInstant());
    }

    /** A motion that the first deputy leads and the others sign. */
    private String signed(List<String> signers) {
        JsonNode draft = rest.post(
                tokens.getFirst(),
                "/filings",
                Map.of(
                        "body",
                        BODY,
                        "kind",
                        "MOTION",
                        "title",
                        "关于生物医药产业的议案（演示）",
                        "parts",
                        Map.of("CASE", "演示案由", "BASIS", "演示案据", "PLAN", "演示方案")));
        String id = draft.get("id").asString();
        for (String signer : signers) {
            rest.post(
                    signer,
                    "/filings/" + id + "/signatures",
                    Map.of("textHash", draft.get("textHash").asString()));
        }
        return id;
    }

    private JsonNode submitted(String id) {
        return rest.post(tokens.getFirst(), "/filings/" + id + "/submit", Map.of("oneMatter", true));
    }

    /** Example 16. */
    @Test
    void theSecondOfTheDeadlineIsInTimeAndTheNextOneIsLate() {
        at("2024-01-28T11:00:00+08:00");
        String first = signed(tokens.subList(1, 10));
        String second = signed(tokens.subList(1, 10));
        at("2024-01-28T12:00:00+08:00");
        assertThat(submitted(first).get("state").asString()).isEqualTo("SUBMITTED");
        at("2024-01-28T12:00:01+08:00");
        JsonNode late = submitted(second);
        assertThat(late.get("state").asString()).isEqualTo("OFFERED");
        assertThat(late.get("shortfall").asString()).isEqualTo("LATE");
        JsonNode suggestion = rest.post(tokens.getFirst(), "/filings/" + second + "/as-suggestion");
        assertThat(suggestion.get("kind").asString()).isEqualTo("SUGGESTION");
        assertThat(suggestion.get("linked").asString()).isEqualTo(second);
    }

    /** Example 17. */
    @Test
    void tenNamesOfWhichOneIsAReplacedDeputysAreNine() {
        at("2024-01-27T09:00:00+08:00");
        String id = signed(tokens.subList(3, 12));
        bodies.changeStatus(BODY, "M12", Member.MandateStatus.TERMINATED, clock.instant(), "补选更替（演示）")
                .orThrow();
        JsonNode short1 = submitted(id);
        assertThat(short1.get("signatures").size()).isEqualTo(10);
        assertThat(StreamSupport.stream(short1.get("signatures").spliterator(), false)
                        .filter(signature -> signature.get("inOffice").asBoolean()))
                .hasSize(9);
        assertThat(short1.get("state").asString()).isEqualTo("OFFERED");
        assertThat(short1.get("shortfall").asString()).isEqualTo("TOO_FEW_SIGNERS");
    }
}
