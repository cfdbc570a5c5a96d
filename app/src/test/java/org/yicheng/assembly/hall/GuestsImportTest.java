package org.yicheng.assembly.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yicheng.assembly.Congress;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;

/** Observers and visitors from a file: looked at first, then taken whole or not at all. */
@YichengTest
@Import(Congress.class)
class GuestsImportTest {

    private static final String HEADER = "kind,name,organisation,card\n";

    @Autowired
    Guests guests;

    @Autowired
    Congress congress;

    @Autowired
    MockMvc web;

    private static byte[] file(String rows) {
        return (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyFaultNamesItsRowAndColumn() {
        congress.congress("guests-faults", 2);
        Guests.Preview preview = guests.preview(
                        "guests-faults",
                        file("列席,演示甲,演示单位,GF-1\n来宾,演示乙,,GF-2\n旁听,,,GF-1\nVISITOR,演示丁,,"
                                + Congress.card("guests-faults", 0) + "\n"))
                .orThrow();
        assertThat(preview.faults())
                .extracting(fault -> fault.row() + " " + fault.reason().code())
                .containsExactly("3 hall.guest-kind", "4 hall.guest-name", "4 hall.card-taken", "5 hall.card-taken");
        assertThat(preview.unknown()).containsExactly("来宾");
        assertThat(preview.guests())
                .as("an unknown kind is nobody's kind, and no visitor")
                .extracting(Guests.NewGuest::card)
                .doesNotContain("GF-2");
        assertThat(guests.of("guests-faults")).isEmpty();
    }

    @Test
    void aCleanFileIsShownFirstAndThenTakenWhole() throws Exception {
        String body = "guests-import";
        congress.congress(body, 2);
        String clerk = congress.token(body, Role.SECRETARIAT);
        String page = looked(body, clerk, file("列席,演示甲,演示单位,GI-1\n旁听,\"演示,乙\",,GI-2\n"), 200);
        assertThat(page).contains("可以导入2人", "演示甲", "演示,乙");
        assertThat(guests.of(body)).isEmpty();
        MvcResult taken = web.perform(MockMvcRequestBuilders.post("/bodies/{body}/guests/import", body)
                        .param("rows", HEADER + "列席,演示甲,演示单位,GI-1\n旁听,\"演示,乙\",,GI-2\n")
                        .header("Authorization", "Bearer " + clerk))
                .andReturn();
        assertThat(taken.getResponse().getStatus()).isEqualTo(303);
        assertThat(guests.of(body)).extracting(Guest::name).containsExactly("演示甲", "演示,乙");
        assertThat(guests.of(body)).extracting(Guest::kind).isEqualTo(List.of(Guest.Kind.OBSERVER, Guest.Kind.VISITOR));
        // The same once more: the cards are taken now, and nothing is registered twice.
        assertThat(looked(body, clerk, file("列席,演示甲,演示单位,GI-1\n"), 400)).contains("有1处需要更正", "GI-1");
        assertThat(guests.of(body)).hasSize(2);
    }

    private String looked(String body, String clerk, byte[] content, int status) throws Exception {
        MvcResult result = web.perform(MockMvcRequestBuilders.multipart("/bodies/{body}/guests/preview", body)
                        .file(new MockMultipartFile("file", "guests.csv", "text/csv", content))
                        .header("Authorization", "Bearer " + clerk))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
