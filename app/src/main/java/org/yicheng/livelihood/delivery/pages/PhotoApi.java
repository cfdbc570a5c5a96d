package org.yicheng.livelihood.delivery.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** Pictures of projects, over REST; they themselves are handed out below the project's page. */
@RestController
@RequestMapping("/api/v1/livelihood/deliveries/{id}/photos")
@Tag(name = "livelihood")
class PhotoApi {

    private final Photos photos;
    private final DeliveryScope scope;

    PhotoApi(Photos photos, DeliveryScope scope) {
        this.photos = photos;
        this.scope = scope;
    }

    record Withdrawn(String reason) {}

    @Operation(summary = "项目照片 Pictures of a project")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    List<Photo> all(@PathVariable UUID id) {
        return photos.of(scope.delivery(id).id());
    }

    @Operation(summary = "上传照片 Send a picture")
    @PostMapping
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Photo add(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam Photo.Stage stage,
            @RequestParam Optional<Integer> report,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam Optional<LocalDateTime> taken,
            @RequestParam(defaultValue = "false") boolean placed)
            throws IOException {
        scope.own(id);
        return photos.add(id, new Photos.NewPhoto(file.getBytes(), stage, report, alt, taken, placed))
                .orThrow();
    }

    @Operation(summary = "更正照片的说明 Correct what is told of a picture")
    @PutMapping("/{number}")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Photo tell(@PathVariable UUID id, @PathVariable int number, @RequestBody Photos.Told told) {
        scope.own(id);
        return photos.tell(id, number, told).orThrow();
    }

    @Operation(summary = "撤回照片 Take a picture back")
    @PostMapping("/{number}/withdrawal")
    @Needs(Permission.LIVELIHOOD_DELIVER)
    Photo withdraw(@PathVariable UUID id, @PathVariable int number, @RequestBody Withdrawn asked) {
        scope.own(id);
        return photos.withdraw(id, number, asked.reason()).orThrow();
    }
}
