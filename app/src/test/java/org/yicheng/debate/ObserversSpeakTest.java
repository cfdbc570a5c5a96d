package org.yicheng.debate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Offices;
import org.yicheng.assembly.hall.Guest;
import org.yicheng.assembly.hall.Guests;
import org.yicheng.rule.Bilingual;
import org.yicheng.testing.Rest;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;

/** Observers 列席 may speak and have no vote; visitors 旁听 have neither: the list of speakers asks. */
@YichengTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObserversSpeakTest {

    private static final String BODY = "observers";

    @Autowired
    Congress congress;

    @Autowired
    Guests guests;

    @Autowired
    Agendas agendas;

    @LocalServerPort
    int port;

    private Rest rest;
    private Offices house;
    private String sitting = "";
    private UUID item = new UUID(0, 0);

    @BeforeAll
    void meetWithGuests() {
        rest = new Rest(port);
        congress.congress(BODY, 6);
        house = new Offices(rest, congress, BODY);
        guests.register(
                        BODY,
                        List.of(
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "演示列席", "演示委员会", "G-OBSERVER"),
                                new Guests.NewGuest(Guest.Kind.OBSERVER, "演示未到", "演示委员会", "G-ABSENT"),
                                new Guests.NewGuest(Guest.Kind.VISITOR, "演示旁听", "", "G-VISITOR")))
                .orThrow();
        sitting = house.open("observers-1", 5);
        house.gate(sitting, List.of(house.event("g1", "G-OBSERVER", "IN"), house.event("g2", "G-VISITOR", "IN")));
        item = agendas.add(
                        sitting,
                        Optional.empty(),
                        new Agendas.Draft(
                                AgendaItem.Kind.TOPIC,
                                new Bilingual("审议", "Debate"),
                                "",
                                30,
                                10,
                                false,
                                Optional.empty()))
                .orThrow()
                .id();
        agendas.call(sitting, item).orThrow();
    }

    private Map<String, Object> entry(String card, String kind, String about) {
        return Map.of("member", card, "request", Map.of("item", item, "kind", kind, "side", "NEUTRAL", "about", about));
    }

    @Test
    void anObserverInTheHallSpeaksAndIsChargedToNoDelegation() {
        String speakers = "/sittings/" + sitting + "/speakers";
        JsonNode speech = rest.post(house.chair(), speakers, entry("G-OBSERVER", "SPEECH", ""));
        assertThat(speech.get("name").asString()).isEqualTo("演示列席");
        assertThat(speech.get("groupName").asString()).isEqualTo("演示委员会");
        String path = "/speeches/" + speech.get("id").asString();
        JsonNode given = rest.post(house.chair(), path + "/give");
        assertThat(given.get("clock").get("limit").asString()).isEqualTo("PT10M");
        rest.post(house.chair(), path + "/end");

        JsonNode second = rest.post(house.chair(), speakers, entry("G-OBSERVER", "SPEECH", ""));
        house.gate(sitting, List.of(house.event("g3", "G-OBSERVER", "OUT")));
        assertThat(rest.refused(house.chair(), "/speeches/" + second.get("id").asString() + "/give")
                        .codes())
                .as("whoever went out is not given the floor")
                .containsExactly("hall.guest-not-in");
        house.gate(sitting, List.of(house.event("g4", "G-OBSERVER", "IN")));
        assertThat(rest.refused(house.chair(), speakers, entry("G-OBSERVER", "POINT_OF_ORDER", "离题"))
                        .codes())
                .containsExactly("debate.observer-point");
        rest.get(house.clerk(), "/sittings/" + sitting + "/agenda/" + item + "/speakers")
                .get("accounts")
                .forEach(account -> assertThat(account.get("used").asInt()).isZero());
    }

    @Test
    void aVisitorAndWhoIsNotInAreNotPutOnTheList() {
        String speakers = "/sittings/" + sitting + "/speakers";
        Rest.Problem visitor = rest.refused(house.chair(), speakers, entry("G-VISITOR", "SPEECH", ""));
        assertThat(visitor.codes()).containsExactly("hall.visitor-speaks");
        assertThat(visitor.rule()).isEqualTo("SH:20(3)");
        assertThat(rest.refused(house.chair(), speakers, entry("G-ABSENT", "SPEECH", ""))
                        .codes())
                .containsExactly("hall.guest-not-in");
        assertThat(rest.refused(house.chair(), speakers, entry("G-NOBODY", "SPEECH", ""))
                        .codes())
                .containsExactly("debate.member.unknown");
    }
}
