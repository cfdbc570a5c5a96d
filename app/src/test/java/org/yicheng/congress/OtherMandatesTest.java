package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Mandates;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.NewMember;
import org.yicheng.assembly.OtherMandates;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** R29: nobody is a deputy of two areas of which neither is part of the other (EL 48). */
@YichengTest
@Import(Congress.class)
class OtherMandatesTest {

    private static final String HEADER =
            "deputy_id,name,sex,birth_year,ethnicity,delegation,electing_unit,mandate_start,mandate_end,status,replaces,"
                    + "seat,credential,other_mandates\n";

    @Autowired
    OtherMandates others;

    @Autowired
    Mandates mandates;

    @Autowired
    Rosters rosters;

    @Autowired
    Sessions sessions;

    @Autowired
    Bodies bodies;

    @Autowired
    Congress congress;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    private static List<Refusal> reasons(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons) ? reasons : List.of();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return reasons(ruling).stream().map(Refusal::code).toList();
    }

    @Test
    void aDeputyMayBelongToProvinceAndDistrictButNotToAnotherCity() {
        String body = "r29-declare";
        congress.congress(body, 3);
        assertThat(codes(others.declare(body, "M1", "130000", "河北省人大"))).containsExactly("assembly.area-missing");
        others.locate(body, "130100").orThrow();
        others.declare(body, "M1", "130000", "河北省人大").orThrow();
        others.declare(body, "M1", "130102", "长安区人大").orThrow();
        Ruling<OtherMandates.Other> refused = others.declare(body, "M1", "130200", "唐山市人大");
        assertThat(codes(refused)).containsExactly("assembly.dual-mandate");
        assertThat(reasons(refused).getFirst().ground().map(Citation::key)).contains("EL:48");
        assertThat(codes(others.declare(body, "M9", "13", "x".repeat(101))))
                .containsExactly("assembly.member.unknown", "assembly.area-form", "assembly.area-title");
        assertThat(codes(others.declare(body, "M1", "130100", ""))).containsExactly("assembly.dual-own");
        assertThat(codes(others.declare(body, "M1", "130102", ""))).containsExactly("assembly.dual-there");
        OtherMandates.Other district = others.held(body, "M1").get(1);
        others.end(body, district.id()).orThrow();
        assertThat(codes(others.end(body, district.id()))).containsExactly("assembly.other-mandate-unknown");
        assertThat(others.held(body, "M1")).hasSize(1);
    }

    @Test
    void anAreaThatWouldSplitWhatDeputiesHoldIsRefusedWithTheirNames() {
        String body = "r29-locate";
        congress.congress(body, 3);
        assertThat(codes(others.locate(body, "1301"))).containsExactly("assembly.area-form");
        others.locate(body, "130100").orThrow();
        others.declare(body, "M2", "130102", "").orThrow();
        Ruling<?> refused = others.locate(body, "130200");
        assertThat(codes(refused)).containsExactly("assembly.dual-mandate");
        assertThat(reasons(refused).getFirst().facts()).containsEntry("name", "演示1");
        assertThat(others.area(body).orElseThrow().digits()).isEqualTo("130100");
    }

    /** Two congresses of one platform: the register itself knows who is where. */
    @Test
    void whoIsDeputyOfAnUnrelatedAreaIsNotEnrolledHere() {
        List<UUID> people = congress.congress("r29-tangshan", 2);
        others.locate("r29-tangshan", "130200").orThrow();
        congress.congress("r29-sjz", 1);
        others.locate("r29-sjz", "130100").orThrow();
        Ruling<Integer> refused = bodies.enrol("r29-sjz", List.of(member(people.getFirst())));
        assertThat(codes(refused)).containsExactly("assembly.dual-mandate");
        congress.congress("r29-province", 1);
        others.locate("r29-province", "130000").orThrow();
        bodies.enrol("r29-province", List.of(member(people.getFirst()))).orThrow();
        assertThat(mandates.dual("r29-province")).isEmpty();
    }

    private static NewMember member(UUID person) {
        return new NewMember(
                "M9",
                person,
                "A",
                "长安区",
                Member.MandateStatus.IN_OFFICE,
                LocalDate.of(2021, 9, 1),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static byte[] file(String... rows) {
        return (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(String number, String other) {
        return number + ",演示" + number + ",男,1970,汉族,CA,长安区,2021-09-01,,IN_OFFICE,,01-01,R29-" + number + "," + other;
    }

    @Test
    void anImportNamesEveryRowThatHoldsAMandateOfAnUnrelatedArea() {
        String body = "r29-import";
        congress.congress(body, 1);
        byte[] mixed = file(row("D1", "130000 河北省人民代表大会；130102"), row("D2", "110000"), row("D3", "13"), row("D4", ""));
        assertThat(codes(rosters.take(body, mixed, true)))
                .containsExactly(
                        "congress.roster-area-missing",
                        "congress.roster-area-missing",
                        "congress.roster-area-missing",
                        "congress.roster-area-form");
        others.locate(body, "130100").orThrow();
        Ruling<Rosters.Preview> refused = rosters.take(body, mixed, true);
        assertThat(codes(refused)).containsExactly("congress.roster-dual-mandate", "congress.roster-area-form");
        assertThat(reasons(refused).getFirst().facts()).containsEntry("row", 3).containsEntry("value", "110000");
        assertThat(bodies.memberByNumber(body, "D1")).isEmpty();
        rosters.take(body, file(row("D1", "130000 河北省人民代表大会；130102"), row("D4", "")), true)
                .orThrow();
        assertThat(others.held(body, "D1"))
                .extracting(other -> other.area().digits() + other.title())
                .containsExactly("130000河北省人民代表大会", "130102");
    }

    private String page(String token, MockHttpServletRequestBuilder request) throws Exception {
        var answer = web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 303, 409);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theRegistersPagesEnterTheAreaAndRefuseTheForbiddenPair() throws Exception {
        String body = "r29-pages";
        congress.congress(body, 2);
        String session = sessions.plan(new Sessions.NewSession(
                        body + "-1",
                        body,
                        1,
                        new Bilingual("一次会议", "Session 1"),
                        new Bilingual("一次会议", "Session 1"),
                        LocalDate.now(clock),
                        LocalDate.now(clock),
                        "演示",
                        true))
                .orThrow()
                .id();
        String clerk = congress.token(body, Role.SECRETARIAT);
        String path = "/sessions/" + session + "/mandates";
        assertThat(page(clerk, get(path + "/M1"))).contains("还没有登记本级的行政区划代码");
        page(clerk, post(path + "/area").param("code", "130100"));
        assertThat(page(clerk, get(path))).contains("本级行政区划代码130100（设区的市、自治州）");
        assertThat(page(clerk, post(path + "/M1/other-mandates").param("code", "130200")))
                .contains("没有隶属关系，不得同时担任", "《选举法》第四十八条");
        page(clerk, post(path + "/M1/other-mandates").param("code", "130102").param("title", "长安区人大"));
        assertThat(page(clerk, get(path + "/M1"))).contains("长安区人大", "县级");
        UUID id = others.held(body, "M1").getFirst().id();
        page(clerk, post(path + "/M1/other-mandates/" + id + "/end"));
        assertThat(page(clerk, get(path))).contains("已不再担任");
    }
}
