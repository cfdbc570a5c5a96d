package org.yicheng.assembly.hall.pages;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.HallGrid;
import org.yicheng.assembly.hall.HallGrid.Rows;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Halls.NewHall;
import org.yicheng.assembly.hall.Halls.Preview;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** A body's halls: one page makes one, from rows and aisles or from a file. */
@Controller
@Needs(Permission.SITTING_PREPARE)
public class HallSetUpPages {

    private final Bodies bodies;
    private final Halls halls;
    private final Scope scope;
    private final Pages pages;

    HallSetUpPages(Bodies bodies, Halls halls, Scope scope, Pages pages) {
        this.bodies = bodies;
        this.halls = halls;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param typed what was typed, to be shown again
     * @param file the seat file as text, once it was read without a fault
     */
    public record SetUpView(
            Body body,
            List<Hall> halls,
            Map<String, String> typed,
            List<Refusal> reasons,
            Optional<Preview> preview,
            String file) {

        /** Faults shown; a file of another kind can have thousands. */
        public static final int MOST_FAULTS = 200;

        public String typed(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }

        public boolean clean() {
            return preview.filter(found -> found.faults().isEmpty()).isPresent();
        }

        /** How many seats an area of the file has. */
        public long seats(Seat.Area area) {
            return preview.map(found -> found.seats().stream()
                            .filter(seat -> seat.area() == area)
                            .count())
                    .orElse(0L);
        }
    }

    /** 450 → 4.5. */
    public static String metres(int centimetres) {
        return BigDecimal.valueOf(centimetres, 2).stripTrailingZeros().toPlainString();
    }

    @GetMapping("/bodies/{body}/halls")
    View list(@PathVariable String body) {
        return show(scope.body(body, Permission.SITTING_PREPARE), Map.of(), List.of(), Optional.empty(), "");
    }

    private View show(
            Body body, Map<String, String> typed, List<Refusal> reasons, Optional<Preview> preview, String file) {
        boolean wrong = !reasons.isEmpty()
                || preview.filter(found -> !found.faults().isEmpty()).isPresent();
        return pages.show(
                "hall/setup",
                new SetUpView(body, halls.ofBody(body.id()), typed, reasons, preview, file),
                wrong ? HttpStatus.BAD_REQUEST.value() : HttpStatus.OK.value());
    }

    @PostMapping("/bodies/{body}/halls")
    Object add(@PathVariable String body, @RequestParam Map<String, String> form) {
        Body found = scope.body(body, Permission.SITTING_PREPARE);
        List<Refusal> faults = new ArrayList<>();
        HallForm fields = new HallForm(form, faults);
        HallGrid grid = new HallGrid(
                new Rows(fields.count("rostrumRows"), fields.count("rostrumSeats")),
                new Rows(fields.count("rows"), fields.count("seats")),
                fields.counts("aisles"),
                new Rows(fields.count("observerRows"), fields.count("observerSeats")),
                new Rows(fields.count("galleryRows"), fields.count("gallerySeats")));
        List<Seat> seats = List.of();
        if (faults.isEmpty()) {
            switch (grid.seats()) {
                case Ruling.Granted<List<Seat>>(List<Seat> made) -> seats = made;
                case Ruling.Refused<List<Seat>>(List<Refusal> reasons) -> faults.addAll(reasons);
            }
        }
        NewHall hall = hall(found, fields, seats);
        return faults.isEmpty() ? added(found, form, hall, "") : show(found, form, faults, Optional.empty(), "");
    }

    private Object added(Body body, Map<String, String> form, NewHall hall, String file) {
        return switch (halls.add(hall)) {
            case Ruling.Refused<Hall>(List<Refusal> reasons) ->
                show(body, form, reasons, file.isEmpty() ? Optional.empty() : read(file), file);
            case Ruling.Granted<Hall>(Hall _) -> SeeOther.to("/bodies/" + body.id() + "/halls");
        };
    }

    private static NewHall hall(Body body, HallForm form, List<Seat> seats) {
        return new NewHall(
                form.text("id"),
                body.id(),
                new Bilingual(form.text("nameZh"), form.text("nameEn")),
                form.centimetres("height"),
                form.centimetres("distance"),
                body.demo(),
                seats,
                form.lines("gates"),
                form.lines("boards"));
    }

    @PostMapping("/bodies/{body}/halls/preview")
    View preview(@PathVariable String body, @RequestParam MultipartFile file, @RequestParam Map<String, String> form)
            throws IOException {
        Body found = scope.body(body, Permission.SITTING_PREPARE);
        if (file.isEmpty()) {
            return show(found, form, List.of(Refusal.at("file", "hall.file-missing")), Optional.empty(), "");
        }
        byte[] content = file.getBytes();
        return switch (halls.read(content)) {
            case Ruling.Refused<Preview>(List<Refusal> reasons) -> show(found, form, reasons, Optional.empty(), "");
            case Ruling.Granted<Preview>(Preview preview) ->
                show(found, form, List.of(), Optional.of(preview), SeatText.of(preview.seats()));
        };
    }

    @GetMapping(path = "/halls/{hall}/seats.csv", produces = "text/csv")
    ResponseEntity<byte[]> seats(@PathVariable String hall) {
        Hall found =
                halls.byId(hall).orElseThrow(() -> new RefusedException(Refusal.plain("hall.unknown", "value", hall)));
        scope.body(found.body(), Permission.SITTING_PREPARE);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + hall + "-seats.csv\"")
                .body(SeatText.csv(found.seats()));
    }

    /** Takes the file whose preview was clean; the page carried its seats as text. */
    @PostMapping("/bodies/{body}/halls/import")
    Object take(@PathVariable String body, @RequestParam Map<String, String> form) {
        Body found = scope.body(body, Permission.SITTING_PREPARE);
        List<Refusal> faults = new ArrayList<>();
        HallForm fields = new HallForm(form, faults);
        String file = fields.text("seatFile");
        Optional<Preview> preview = read(file);
        NewHall hall = hall(found, fields, preview.map(Preview::seats).orElse(List.of()));
        boolean clean = preview.filter(seen -> seen.faults().isEmpty()).isPresent();
        return clean && faults.isEmpty() ? added(found, form, hall, file) : show(found, form, faults, preview, file);
    }

    private Optional<Preview> read(String file) {
        return halls.read(file.getBytes(StandardCharsets.UTF_8)) instanceof Ruling.Granted<Preview>(Preview preview)
                ? Optional.of(preview)
                : Optional.empty();
    }
}
