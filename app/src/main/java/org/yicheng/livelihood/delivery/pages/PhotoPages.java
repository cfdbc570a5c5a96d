package org.yicheng.livelihood.delivery.pages;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.livelihood.delivery.Photos.NewPhoto;
import org.yicheng.livelihood.delivery.Photos.Told;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The pictures of a project: handed out to everybody; sent, corrected and taken back by the organ in charge. */
@Controller
class PhotoPages {

    /** Short: a picture that is taken back is gone from browsers soon. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Photos photos;
    private final DeliveryScope scope;
    private final DeliveryPages pages;

    PhotoPages(Photos photos, DeliveryScope scope, DeliveryPages pages) {
        this.photos = photos;
        this.scope = scope;
        this.pages = pages;
    }

    @GetMapping("/livelihood/deliveries/{id}/photos/{number}/large.jpg")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> large(@PathVariable UUID id, @PathVariable int number) {
        return picture(id, number, Photo.Size.LARGE);
    }

    @GetMapping("/livelihood/deliveries/{id}/photos/{number}/small.jpg")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> small(@PathVariable UUID id, @PathVariable int number) {
        return picture(id, number, Photo.Size.SMALL);
    }

    private ResponseEntity<byte[]> picture(UUID id, int number, Photo.Size size) {
        RefusedException unknown = new RefusedException(Refusal.plain("livelihood.photo.unknown", "value", number));
        byte[] content = photos.content(id, number, size).orElseThrow(() -> unknown);
        String sha256 = photos.of(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .map(Photo::sha256)
                .orElseThrow(() -> unknown);
        return ResponseEntity.ok()
                .eTag(sha256 + "-" + size.name().toLowerCase(Locale.ROOT))
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    @PostMapping("/livelihood/deliveries/{id}/photos")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Object add(
            @PathVariable UUID id, @RequestParam Map<String, String> typed, @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("photo", typed);
        NewPhoto photo = new NewPhoto(
                file.isPresent() ? file.get().getBytes() : new byte[0],
                form.stage(),
                form.wholeIfAny("report"),
                form.value("alt"),
                form.timeIfAny("taken"),
                form.value("placed").equals("yes"));
        return pages.answer(delivery, form, () -> photos.add(id, photo));
    }

    @PostMapping("/livelihood/deliveries/{id}/photos/{number}")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Object tell(@PathVariable UUID id, @PathVariable int number, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("photo-" + number, typed);
        Optional<LocalDateTime> taken = form.timeIfAny("taken");
        Optional<Point> place = CardForm.pointIfAny(form, "place");
        Told told = new Told(form.stage(), form.wholeIfAny("report"), form.value("alt"), taken, place);
        return pages.answer(delivery, form, () -> photos.tell(id, number, told));
    }

    @PostMapping("/livelihood/deliveries/{id}/photos/{number}/withdrawal")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Object withdraw(@PathVariable UUID id, @PathVariable int number, @RequestParam Map<String, String> typed) {
        Delivery delivery = scope.own(id);
        DeliveryForm form = DeliveryForm.of("withdraw-" + number, typed);
        return pages.answer(delivery, form, () -> photos.withdraw(id, number, form.value("reason")));
    }
}
