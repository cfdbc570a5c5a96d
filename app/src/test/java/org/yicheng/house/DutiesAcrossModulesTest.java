package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Offices;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Sessions;
import org.yicheng.matter.Windows;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** The statistics of duties: what the modules beside the kernel count is told in one table. */
@YichengTest
class DutiesAcrossModulesTest {

    private static final String BODY = "duties";
    private static final String SESSION = "duties-1";
    private static final String SUBJECT = "congress-session:" + SESSION;
    private static final String SITTING = "duties-1-meeting";

    @Autowired
    Congress congress;

    @Autowired
    Sessions sessions;

    @Autowired
    Sittings sittings;

    @Autowired
    Windows windows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void speechesAndWhatWasLedAndSignedStandBesideAttendance() {
        Rest rest = new Rest(port);
        List<UUID> people = congress.congress(BODY, 12);
        Offices house = new Offices(rest, congress, BODY);
        meet(house);
        speak(house, congress.memberToken(BODY, people.get(1)));
        file(rest, people);

        JsonNode duties = rest.get(house.clerk(), "/sessions/" + SESSION + "/duties");
        assertThat(further(duties, "M1")).isEqualTo("{\"speeches\":0,\"led\":1,\"signed\":0}");
        assertThat(further(duties, "M2")).isEqualTo("{\"speeches\":1,\"led\":0,\"signed\":1}");
        assertThat(further(duties, "M12")).isEqualTo("{\"speeches\":0,\"led\":0,\"signed\":0}");
        assertThat(of(duties, "M12").get("attended").asInt()).isEqualTo(1);
        String path = "/sessions/" + SESSION + "/duties";
        assertThat(rest.page(house.clerk(), path, "zh-CN")).contains(">发言<", ">领衔提出<", ">附议<");
        assertThat(rest.page(house.clerk(), path + "?format=csv", "zh-CN")
                        .lines()
                        .findFirst())
                .hasValueSatisfying(head -> assertThat(head).endsWith("参加表决,发言,领衔提出,附议"));
    }

    private static JsonNode of(JsonNode duties, String member) {
        return StreamSupport.stream(duties.spliterator(), false)
                .filter(one -> one.get("member").asString().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private static String further(JsonNode duties, String member) {
        return of(duties, member).get("further").toString();
    }

    private void meet(Offices house) {
        LocalDate today = LocalDate.now(clock);
        Bilingual name = new Bilingual("演示会议", "Session");
        sessions.plan(new Sessions.NewSession(SESSION, BODY, 1, name, name, today, today, "大礼堂", true))
                .orThrow();
        sittings.schedule(new Sittings.NewSitting(
                SITTING, BODY, SUBJECT, Sitting.Kind.OTHER, 1, new Bilingual("会议", "Meeting"), "", clock.instant()));
        sittings.namePresiding(SITTING, "主持人").orThrow();
        sittings.openSignIn(SITTING).orThrow();
        house.passGate(SITTING, 0, 12, "IN");
        house.rest().post(house.chair(), "/sittings/" + SITTING + "/open");
    }

    private static void speak(Offices house, String member) {
        Rest rest = house.rest();
        String item = house.topic(SITTING);
        String speech = rest.post(
                        member,
                        "/sittings/" + SITTING + "/speeches",
                        Map.of("item", item, "kind", "SPEECH", "side", "FOR", "about", ""))
                .get("id")
                .asString();
        rest.post(house.chair(), "/speeches/" + speech + "/give");
        rest.post(house.chair(), "/speeches/" + speech + "/end");
    }

    private void file(Rest rest, List<UUID> people) {
        transaction.executeWithoutResult(_ -> {
            windows.open(SUBJECT, "motion", BODY, clock.instant(), Citation.of(Law.SHANGHAI, 24));
            windows.end(SUBJECT, "motion", clock.instant().plusSeconds(3_600), Citation.of(Law.GUANGDONG, 12));
        });
        String lead = congress.memberToken(BODY, people.getFirst());
        JsonNode draft = rest.post(
                lead,
                "/filings",
                Map.of(
                        "body",
                        BODY,
                        "kind",
                        "MOTION",
                        "title",
                        "演示议案",
                        "parts",
                        Map.of("CASE", "演示案由", "BASIS", "演示案据", "PLAN", "演示方案")));
        String path = "/filings/" + draft.get("id").asString();
        Map<String, String> text = Map.of("textHash", draft.get("textHash").asString());
        people.subList(1, 10)
                .forEach(person -> rest.post(congress.memberToken(BODY, person), path + "/signatures", text));
        rest.post(lead, path + "/submit", Map.of("oneMatter", true));
    }
}
