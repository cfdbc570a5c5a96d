package org.yicheng.matter.pages;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Deadlines.Recomputation;
import org.yicheng.matter.Holidays;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Holiday tables: what is known, importing another, what that changed. */
@Controller
public class HolidayPages {

    private static final int MOST_RECOMPUTATIONS = 20;

    private final Holidays holidays;
    private final Deadlines deadlines;
    private final Procedures procedures;
    private final Pages pages;

    HolidayPages(Holidays holidays, Deadlines deadlines, Procedures procedures, Pages pages) {
        this.holidays = holidays;
        this.deadlines = deadlines;
        this.procedures = procedures;
        this.pages = pages;
    }

    /** @param recomputations for whoever may import */
    public record ListView(List<Holidays.Year> years, List<Recomputation> recomputations) {}

    public record YearView(int year, List<HolidayTable.Day> days) {

        public Bilingual day(HolidayTable.Day day) {
            return OfficialDate.dayWithWeekday(day.date());
        }
    }

    /** @param kept the file that was looked at, Base64, for taking it */
    public record ImportView(
            String source,
            Optional<Holidays.Preview> preview,
            String kept,
            List<Refusal> reasons,
            Procedures procedures) {

        public Bilingual limit(Deadlines.Difference one) {
            return name(procedures, one);
        }

        public boolean clean() {
            return preview.isPresent() && preview.get().faults().isEmpty();
        }

        public Bilingual day(HolidayTable.Day day) {
            return OfficialDate.dayWithWeekday(day.date());
        }
    }

    public record ChangesView(Recomputation recomputation, Procedures procedures) {

        public Bilingual limit(Deadlines.Difference one) {
            return name(procedures, one);
        }
    }

    private static Bilingual name(Procedures procedures, Deadlines.Difference one) {
        return procedures
                .byId(one.procedure())
                .flatMap(procedure -> procedure.limit(one.limit()))
                .orElseThrow()
                .name();
    }

    @GetMapping("/holidays")
    @Needs(Permission.PUBLIC_READ)
    View all() {
        return pages.show(
                "matter/holidays", new ListView(holidays.years(), deadlines.recomputations(MOST_RECOMPUTATIONS)));
    }

    @GetMapping("/holidays/{year}")
    @Needs(Permission.PUBLIC_READ)
    View year(@PathVariable int year) {
        if (holidays.years().stream().noneMatch(known -> known.year() == year)) {
            throw new RefusedException(Refusal.plain("matter.year.unknown", "value", year));
        }
        return pages.show("matter/holidayyear", new YearView(year, holidays.days(year)));
    }

    @GetMapping("/holidays/import")
    @Needs(Permission.HOLIDAYS_CHANGE)
    View ask() {
        return shown("", Optional.empty(), "", List.of());
    }

    private View shown(String source, Optional<Holidays.Preview> preview, String kept, List<Refusal> reasons) {
        return pages.show(
                "matter/holidayimport",
                new ImportView(source, preview, kept, reasons, procedures),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.BAD_REQUEST.value());
    }

    @PostMapping("/holidays/preview")
    @Needs(Permission.HOLIDAYS_CHANGE)
    View preview(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String source) throws IOException {
        if (file.isEmpty()) {
            return shown(source, Optional.empty(), "", List.of(Refusal.at("file", "matter.file-missing")));
        }
        byte[] content = file.getBytes();
        return switch (holidays.preview(content, source)) {
            case Ruling.Refused<Holidays.Preview>(List<Refusal> reasons) ->
                shown(source, Optional.empty(), "", reasons);
            case Ruling.Granted<Holidays.Preview>(Holidays.Preview preview) ->
                shown(source, Optional.of(preview), Base64.getEncoder().encodeToString(content), List.of());
        };
    }

    @PostMapping("/holidays/import")
    @Needs(Permission.HOLIDAYS_CHANGE)
    Object take(@RequestParam(defaultValue = "") String kept, @RequestParam(defaultValue = "") String source) {
        byte[] content;
        try {
            content = Base64.getDecoder().decode(kept);
        } catch (IllegalArgumentException e) {
            return shown(source, Optional.empty(), "", List.of(Refusal.at("file", "matter.kept-unreadable")));
        }
        return switch (holidays.take(content, source)) {
            case Ruling.Refused<Recomputation>(List<Refusal> reasons) -> shown(source, Optional.empty(), "", reasons);
            case Ruling.Granted<Recomputation>(Recomputation counted) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header("Location", "/holidays/recomputations/" + counted.id())
                        .build();
        };
    }

    @GetMapping("/holidays/recomputations/{id}")
    @Needs(Permission.HOLIDAYS_CHANGE)
    View changes(@PathVariable UUID id) {
        return pages.show(
                "matter/holidaychanges",
                new ChangesView(
                        deadlines
                                .recomputation(id)
                                .orElseThrow(() -> new RefusedException(
                                        Refusal.plain("matter.recomputation.unknown", "value", id.toString()))),
                        procedures));
    }
}
