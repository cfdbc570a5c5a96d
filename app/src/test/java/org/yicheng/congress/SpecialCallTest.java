package org.yicheng.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Congress;
import org.yicheng.assembly.Member;
import org.yicheng.party.Caller;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** A special session is called by the standing committee or by one fifth of the deputies (OL 14(3)). */
@YichengTest
@Import(Congress.class)
class SpecialCallTest {

    @Autowired
    SpecialCalls calls;

    @Autowired
    Sessions sessions;

    @Autowired
    Congress congress;

    @Autowired
    Bodies bodies;

    @Autowired
    MockMvc web;

    private static <T> T as(UUID person, String body, Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        new Caller(
                        Optional.of(UUID.randomUUID()),
                        Optional.of(person),
                        "演示",
                        true,
                        Set.of(new Caller.Grant(Role.MEMBER, body)))
                .run(() -> result.set(action.get()));
        return result.get();
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private String planned(String body) {
        String id = body + "-session";
        sessions.plan(
                        new Sessions.NewSession(
                                id,
                                body,
                                1,
                                new Bilingual("临时会议", "Special session"),
                                new Bilingual("临时会议", "Special session"),
                                LocalDate.of(2024, 6, 1),
                                LocalDate.of(2024, 6, 2),
                                "演示",
                                true),
                        "cn-city-congress-special")
                .orThrow();
        return id;
    }

    @Test
    void oneFifthOf21DeputiesAreFiveAndFourAreTooFew() {
        String body = "special-fifth";
        List<UUID> people = congress.congress(body, 21);
        String session = planned(body);
        assertThat(codes(sessions.take(session, SessionStep.CONVENE))).containsExactly("congress.special-not-called");
        UUID call = as(people.getFirst(), body, () -> calls.propose(body, "演示事由", "演示事项"))
                .orThrow()
                .id();
        IntStream.range(1, 4)
                .forEach(i -> as(people.get(i), body, () -> calls.sign(call)).orThrow());
        Ruling<SpecialCall> early = as(people.getFirst(), body, () -> calls.handIn(call));
        assertThat(codes(early)).containsExactly("congress.call-too-few");
        assertThat(((Ruling.Refused<?>) early).reasons().getFirst().facts())
                .containsAllEntriesOf(Map.of("signers", 4, "required", 5, "due", 21, "missing", 1));
        assertThat(codes(calls.back(call, session))).containsExactly("congress.call-not-made");
        as(people.get(4), body, () -> calls.sign(call)).orThrow();
        assertThat(codes(as(people.get(4), body, () -> calls.handIn(call)))).containsExactly("congress.call-not-lead");
        SpecialCall made = as(people.getFirst(), body, () -> calls.handIn(call)).orThrow();
        assertThat(made.state()).isEqualTo(SpecialCall.State.MADE);
        assertThat(codes(as(people.get(5), body, () -> calls.sign(call)))).containsExactly("congress.call-not-open");
        calls.back(call, session).orThrow();
        assertThat(sessions.take(session, SessionStep.CONVENE).orThrow().state())
                .isEqualTo(Session.State.CONVENED);
    }

    @Test
    void aSignatureTakenBackOrOfATerminatedMandateDoesNotCount() {
        String body = "special-standing";
        List<UUID> people = congress.congress(body, 11);
        UUID call = as(people.getFirst(), body, () -> calls.propose(body, "演示事由", "演示事项"))
                .orThrow()
                .id();
        IntStream.range(1, 3)
                .forEach(i -> as(people.get(i), body, () -> calls.sign(call)).orThrow());
        assertThat(calls.byId(call).orElseThrow().missing()).isZero();
        as(people.get(1), body, () -> calls.takeBack(call)).orThrow();
        assertThat(codes(as(people.get(1), body, () -> calls.takeBack(call))))
                .containsExactly("congress.call-not-signer");
        assertThat(calls.byId(call).orElseThrow().standing()).isEqualTo(2);
        bodies.changeStatus(body, "M3", Member.MandateStatus.TERMINATED, java.time.Instant.now(), "演示")
                .orThrow();
        // One fifth of the ten that are left is two.
        SpecialCall now = calls.byId(call).orElseThrow();
        assertThat(List.of(now.standing(), now.due(), now.required(), now.missing()))
                .containsExactly(1, 10, 2, 1);
    }

    @Test
    void theStandingCommitteesDecisionIsEnteredWithItsReferenceAndBacksOneSession() {
        String body = "special-committee";
        congress.congress(body, 3);
        String session = planned(body);
        assertThat(codes(calls.ofCommittee(body, "", "", "")))
                .containsExactly("congress.call-title", "congress.call-text", "congress.call-reference");
        SpecialCall call = calls.ofCommittee(body, "演示事由", "演示事项", "演示〔2024〕2号").orThrow();
        assertThat(codes(calls.back(call.id(), "no-session"))).containsExactly("congress.call-no-special");
        calls.back(call.id(), session).orThrow();
        SpecialCall other =
                calls.ofCommittee(body, "演示事由二", "演示事项", "演示〔2024〕3号").orThrow();
        assertThat(codes(calls.back(other.id(), session))).containsExactly("congress.call-backed");
        assertThat(codes(calls.back(call.id(), session))).containsExactly("congress.call-used", "congress.call-backed");
        sessions.take(session, SessionStep.CONVENE).orThrow();
    }

    @Test
    void theWholeWayIsOnThePages() throws Exception {
        String body = "special-pages";
        List<UUID> people = congress.congress(body, 10);
        planned(body);
        String lead = congress.memberToken(body, people.getFirst());
        String second = congress.memberToken(body, people.get(1));
        String clerk = congress.token(body, Role.SECRETARIAT);
        String path = web.perform(MockMvcRequestBuilders.post("/special-calls")
                        .param("title", "演示事由")
                        .param("text", "演示事项")
                        .header("Authorization", "Bearer " + lead))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        assertThat(path).startsWith("/special-calls/");
        assertThat(page(path, second)).contains("演示事由", "附议", "1名，须有2名（全体代表10名的五分之一）");
        assertThat(post(path + "/hand-in", lead)).isEqualTo(409);
        assertThat(post(path + "/sign", second)).isEqualTo(303);
        assertThat(post(path + "/hand-in", lead)).isEqualTo(303);
        assertThat(page(path, clerk)).contains("据此召集", "临时会议");
        assertThat(page("/special-calls", clerk)).contains("演示事由", "已经提出");
    }

    private int post(String path, String token) throws Exception {
        return web.perform(MockMvcRequestBuilders.post(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String page(String path, String token) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
