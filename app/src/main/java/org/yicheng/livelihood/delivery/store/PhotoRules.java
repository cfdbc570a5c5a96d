package org.yicheng.livelihood.delivery.store;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** What stands against a picture and what is told of it, every reason at once. */
final class PhotoRules {

    static final Citation PHOTO = Citation.of(Law.PRODUCT, "livelihood.photo");

    private PhotoRules() {}

    /** @param now by the clock on the wall, as a camera's */
    static List<Refusal> told(String alt, Optional<LocalDateTime> taken, LocalDateTime now) {
        List<Refusal> reasons = new ArrayList<>();
        DeliveryRules.words(reasons, "alt", alt, Photos.LONGEST_ALT);
        taken.filter(at -> at.isAfter(now))
                .ifPresent(at -> reasons.add(Refusal.at(
                        "taken",
                        PHOTO,
                        "livelihood.card-ahead",
                        "day",
                        OfficialDate.day(at.toLocalDate()),
                        "today",
                        OfficialDate.day(now.toLocalDate()))));
        return reasons;
    }

    /** @param reports how many there are, numbered from 1 */
    static Optional<Refusal> report(Optional<Integer> report, int reports) {
        return report.filter(number -> number < 1 || number > reports)
                .map(number -> Refusal.at(
                        "report", PHOTO, "livelihood.photo-report", "value", Integer.toString(number), "n", reports));
    }

    static Optional<Refusal> place(Optional<Point> place) {
        return place.filter(point -> !CardRules.degrees(point))
                .map(point -> Refusal.at(
                        "place",
                        PHOTO,
                        "livelihood.photo-degrees",
                        "latitude",
                        point.latitude().toPlainString(),
                        "longitude",
                        point.longitude().toPlainString()));
    }

    static List<Refusal> room(List<Photo> photos) {
        return photos.size() < Photos.MOST
                ? List.of()
                : List.of(Refusal.by(PHOTO, "livelihood.photos-full", "most", Photos.MOST));
    }

    /** The same picture is shown once; one that was taken back may come again. */
    static Optional<Refusal> twice(List<Photo> photos, String sha256) {
        return photos.stream()
                .filter(one -> one.withdrawn().isEmpty() && one.sha256().equals(sha256))
                .findFirst()
                .map(one -> Refusal.at("file", PHOTO, "livelihood.photo-twice", "n", one.number()));
    }

    static List<Refusal> withdrawing(Photo photo, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        DeliveryRules.words(reasons, "reason", reason, Deliveries.LONGEST_NAME);
        gone(photo).ifPresent(reasons::add);
        return reasons;
    }

    static Optional<Refusal> gone(Photo photo) {
        return photo.withdrawn().isPresent()
                ? Optional.of(Refusal.by(PHOTO, "livelihood.photo-gone", "n", photo.number(), "reason", photo.reason()))
                : Optional.empty();
    }
}
