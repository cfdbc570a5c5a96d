package org.yicheng.matter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yicheng.matter.Procedure;

/** What is declared holds together; what does not stops the start. */
class YamlProceduresTest {

    private static final List<Procedure> ALL = new YamlProcedures().all();

    @Test
    void everyStateCanBeReachedAndOnlyAnEndIsAnEnd() {
        assertThat(ALL.stream().map(Procedure::id)).contains("motion", "suggestion");
        for (Procedure procedure : ALL) {
            Set<String> reached = new HashSet<>();
            Deque<String> next = new ArrayDeque<>(List.of(procedure.start().id()));
            while (!next.isEmpty()) {
                String state = next.pop();
                if (reached.add(state)) {
                    procedure.transitions().stream()
                            .filter(one -> one.from().contains(state))
                            .forEach(one -> next.add(one.to()));
                }
            }
            for (Procedure.State state : procedure.states()) {
                assertThat(reached).as(procedure.id()).contains(state.id());
                boolean leaves = procedure.transitions().stream()
                        .anyMatch(one -> one.from().contains(state.id()));
                assertThat(leaves).as(procedure.id() + " " + state.id()).isEqualTo(!state.end());
            }
        }
    }

    @Test
    void theNationalLawsLimitsHoldEverywhere() {
        Procedure suggestion = ALL.stream()
                .filter(one -> one.id().equals("suggestion"))
                .findFirst()
                .orElseThrow();
        assertThat(suggestion.places()).hasSize(9).allSatisfy(place -> {
            assertThat(place.terms().get("reply").period().toString()).isEqualTo("P3M");
            assertThat(place.terms().get("reply").longest().orElseThrow().toString())
                    .isEqualTo("P6M");
        });
        assertThat(suggestion.place("shijiazhuang").orElseThrow().checkLocally())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'to: SUBMITTED', 'to: NOWHERE'",
        "'turn: author', 'turn: nobody'",
        "'by: [office]', 'by: [anyone]'",
        "'ends: [reply,', 'ends: [burn,'",
        "'documents: [reply]', 'documents: [nothing]'",
        "'period: P3M', 'period: 3 months'",
        "'ground: SHS:11', 'ground: XX:11'",
        "'id: suggestion', 'identity: suggestion'"
    })
    void aFaultyDeclarationIsNotTaken(String right, String wrong) throws IOException {
        String text;
        try (InputStream in = getClass().getResourceAsStream("/procedures/suggestion.yml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String faulty = text.replace(right, wrong);
        assertThat(faulty).isNotEqualTo(text);
        assertThatThrownBy(() -> YamlProcedures.read(new ByteArrayInputStream(faulty.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RuntimeException.class);
    }
}
