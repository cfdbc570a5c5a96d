package org.yicheng.livelihood.delivery;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yicheng.livelihood.delivery.Delivery.Milestone;

/**
 * How a project stands on a day (product rule livelihood.lamps).
 *
 * @param lateDays by how many days the latest open milestone is late; 0 when none is
 * @param ahead whether more than {@value #POINTS} points more of the money is used than of the work is done
 * @param light none while the work does not run
 */
public record Standing(long lateDays, boolean ahead, Optional<Light> light) {

    public static final int DAYS = 30;
    public static final int POINTS = 20;

    /** 绿灯, 黄灯, 红灯. */
    public enum Light {
        GREEN,
        AMBER,
        RED
    }

    public static Standing of(Delivery delivery, LocalDate today) {
        long late = delivery.milestones().stream()
                .filter(one -> one.done().isEmpty())
                .map(Milestone::planned)
                .mapToLong(planned -> ChronoUnit.DAYS.between(planned, today))
                .filter(days -> days > 0)
                .max()
                .orElse(0);
        // paid / budget > (progress + 20) / 100, without fractions.
        boolean ahead = BigInteger.valueOf(delivery.paid())
                        .multiply(BigInteger.valueOf(100))
                        .compareTo(BigInteger.valueOf(delivery.progress() + POINTS)
                                .multiply(BigInteger.valueOf(delivery.plan().budget())))
                > 0;
        return new Standing(
                late, ahead, delivery.state().running() ? Optional.of(light(late, ahead)) : Optional.empty());
    }

    private static Light light(long late, boolean ahead) {
        if (late > DAYS) {
            return Light.RED;
        }
        return late > 0 || ahead ? Light.AMBER : Light.GREEN;
    }
}
