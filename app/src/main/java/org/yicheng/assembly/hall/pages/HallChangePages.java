package org.yicheng.assembly.hall.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.hall.Hall;
import org.yicheng.assembly.hall.Hall.Device;
import org.yicheng.assembly.hall.Halls;
import org.yicheng.assembly.hall.Halls.Fault;
import org.yicheng.assembly.hall.Halls.Preview;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** A hall after it was set up: its name, sizes, devices and seats. */
@Controller
@Needs(Permission.SITTING_PREPARE)
public class HallChangePages {

    private final Halls halls;
    private final Scope scope;
    private final Pages pages;

    HallChangePages(Halls halls, Scope scope, Pages pages) {
        this.halls = halls;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param typed what is in the fields: the hall as it is, or what was typed
     * @param faults what is wrong in the rows of the seat file
     */
    public record ChangeView(Hall hall, Map<String, String> typed, List<Refusal> reasons, List<Fault> faults) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    private Hall hall(String id) {
        Hall hall = halls.byId(id).orElseThrow(() -> new RefusedException(Refusal.plain("hall.unknown", "value", id)));
        scope.body(hall.body(), Permission.SITTING_PREPARE);
        return hall;
    }

    @GetMapping("/halls/{hall}/edit")
    View form(@PathVariable("hall") String id) {
        Hall hall = hall(id);
        return pages.show("hall/edit", new ChangeView(hall, fields(hall), List.of(), List.of()));
    }

    private static Map<String, String> fields(Hall hall) {
        return Map.of(
                "nameZh", hall.name().zh(),
                "nameEn", hall.name().en(),
                "height", HallSetUpPages.metres(hall.pictureHeightCm()),
                "distance", HallSetUpPages.metres(hall.farthestSeatCm()),
                "gates", names(hall.gates()),
                "boards", names(hall.boards()));
    }

    private static String names(List<Device> devices) {
        return devices.stream().map(Device::name).collect(Collectors.joining("\n"));
    }

    @PostMapping("/halls/{hall}/edit")
    Object change(
            @PathVariable("hall") String id,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam Map<String, String> form)
            throws IOException {
        Hall hall = hall(id);
        List<Refusal> reasons = new ArrayList<>();
        HallForm fields = new HallForm(form, reasons);
        Optional<Preview> seats = file == null || file.isEmpty() ? Optional.empty() : read(file.getBytes(), reasons);
        Halls.Change change = new Halls.Change(
                new Bilingual(fields.text("nameZh"), fields.text("nameEn")),
                fields.centimetres("height"),
                fields.centimetres("distance"),
                seats.map(Preview::seats),
                fields.lines("gates"),
                fields.lines("boards"));
        List<Fault> faults = seats.map(Preview::faults).orElse(List.of());
        if (reasons.isEmpty() && faults.isEmpty()) {
            switch (halls.change(id, change)) {
                case Ruling.Granted<Hall> _ -> {
                    return SeeOther.to("/bodies/" + hall.body() + "/halls");
                }
                case Ruling.Refused<Hall>(List<Refusal> refused) -> reasons.addAll(refused);
            }
        }
        return pages.show("hall/edit", new ChangeView(hall, form, reasons, faults), HttpStatus.BAD_REQUEST.value());
    }

    private Optional<Preview> read(byte[] file, List<Refusal> reasons) {
        return switch (halls.read(file)) {
            case Ruling.Granted<Preview>(Preview preview) -> Optional.of(preview);
            case Ruling.Refused<Preview>(List<Refusal> refused) -> {
                reasons.addAll(refused);
                yield Optional.<Preview>empty();
            }
        };
    }
}
