package org.yicheng.livelihood.delivery;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** The pictures of projects. Every change is recorded as {@code Caller.current()}. */
public interface Photos {

    int MOST = 60;
    int MOST_BYTES = 15_000_000;
    /** Checked before anything is decoded: what is packed small can unpack to any size. */
    int MOST_PIXELS = 64_000_000;

    int LONGEST_SIDE = 1_600;
    int SMALL_SIDE = 640;
    int LONGEST_ALT = 200;

    /** All of a project, those taken back too, by number. */
    List<Photo> of(UUID delivery);

    /**
     * A picture as it came.
     *
     * @param report number of the progress report that it belongs to
     * @param taken empty: when the file says it was taken
     * @param placed whether the place that the file tells becomes public
     */
    record NewPhoto(
            byte[] content,
            Photo.Stage stage,
            Optional<Integer> report,
            String alt,
            Optional<LocalDateTime> taken,
            boolean placed) {}

    /** Redraws the picture without its metadata and keeps that; time and, if wished, place become fields. */
    Ruling<Photo> add(UUID delivery, NewPhoto photo);

    /** What can be corrected. */
    record Told(
            Photo.Stage stage,
            Optional<Integer> report,
            String alt,
            Optional<LocalDateTime> taken,
            Optional<Card.Point> place) {}

    Ruling<Photo> tell(UUID delivery, int number, Told told);

    /** Takes a picture back 撤回: its bytes are deleted, the act stays. */
    Ruling<Photo> withdraw(UUID delivery, int number, String reason);

    /** JPEG; empty for a picture that is not there or taken back. */
    Optional<byte[]> content(UUID delivery, int number, Photo.Size size);
}
