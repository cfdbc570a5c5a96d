package org.yicheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

class DeadlineTest {

    private static final Instant NOON = Instant.parse("2024-01-28T04:00:00Z");
    private static final Deadline MOTIONS =
            new Deadline(NOON, "主席团第一次会议", Citation.of(Law.PRODUCT, "motion.deadline-inclusive"));

    @Test
    void takesTheInstantItselfAndNothingAfter() {
        assertThat(MOTIONS.accepts(NOON.minusNanos(1))).isTrue();
        assertThat(MOTIONS.accepts(NOON)).isTrue();
        assertThat(MOTIONS.accepts(NOON.plusNanos(1))).isFalse();
        assertThat(MOTIONS.accepts(NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void saysHowLongIsLeft() {
        assertThat(MOTIONS.left(NOON.minusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(MOTIONS.left(NOON)).isZero();
        assertThat(MOTIONS.left(NOON.plusSeconds(90))).isZero();
    }

    @Test
    void isWrittenWithItsWeekday() {
        assertThat(MOTIONS.written(ZoneId.of("Asia/Shanghai")).zh()).isEqualTo("2024年1月28日（星期日）12:00");
    }

    @Test
    void namesWhoSetIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadline(NOON, " ", MOTIONS.source()));
    }
}
