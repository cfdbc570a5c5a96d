package org.yicheng.livelihood.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture of a project. The picture itself holds no metadata; what was known of it stands here, as its organ left it.
 *
 * @param report number of the progress report that it belongs to
 * @param alt what is seen, for those who do not see it
 * @param taken by the clock of the camera
 * @param place where it was taken, if that is public
 * @param width of the large picture, in pixels
 * @param sha256 of the large picture
 * @param withdrawn since when it is taken back; then nobody gets the picture any more
 */
public record Photo(
        UUID delivery,
        int number,
        Stage stage,
        Optional<Integer> report,
        String alt,
        Optional<LocalDateTime> taken,
        Optional<Card.Point> place,
        int width,
        int height,
        String sha256,
        Instant added,
        Optional<Instant> withdrawn,
        String reason) {

    /** 实施前, 实施中, 完成后. */
    public enum Stage {
        BEFORE,
        DURING,
        AFTER
    }

    /** How a picture is handed out. */
    public enum Size {
        /** At most {@value Photos#LONGEST_SIDE} pixels a side. */
        LARGE,
        /** At most {@value Photos#SMALL_SIDE}. */
        SMALL
    }
}
