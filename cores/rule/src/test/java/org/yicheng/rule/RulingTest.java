package org.yicheng.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulingTest {

    private static final Refusal ONE = Refusal.plain("one");
    private static final Refusal TWO = Refusal.at("/seats", "two", "least", 1);

    @Test
    void carriesAGrantedValueThrough() {
        assertThat(Ruling.granted(2).map(value -> value + 1).orThrow()).isEqualTo(3);
    }

    @Test
    void keepsEveryReason() {
        Ruling<Integer> refused = Ruling.refused(List.of(ONE, TWO));
        assertThat(refused.map(value -> value + 1)).isEqualTo(Ruling.refused(List.of(ONE, TWO)));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(refused::orThrow)
                .withMessage("one, two")
                .satisfies(refusal -> assertThat(refusal.reasons()).containsExactly(ONE, TWO));
    }

    @Test
    void needsAReasonToRefuse() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ruling.refused(List.of()));
    }

    @Test
    void keepsFactsInOrderAndForItself() {
        Map<String, Object> facts = new HashMap<>(Map.of("a", 1));
        Refusal refusal = new Refusal("code", facts, Optional.empty(), Optional.empty());
        facts.put("b", 2);
        assertThat(refusal.facts()).containsExactly(Map.entry("a", 1));
        assertThat(Refusal.plain("code", "z", 1, "a", 2).facts().keySet()).containsExactly("z", "a");
        assertThatIllegalArgumentException().isThrownBy(() -> Refusal.plain("code", "a"));
    }
}
