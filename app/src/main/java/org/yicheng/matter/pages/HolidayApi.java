package org.yicheng.matter.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.calendar.CalendarPolicy;
import org.yicheng.calendar.DueDate;
import org.yicheng.calendar.HolidayTable;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.calendar.WorkingCalendar;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Holidays;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;
import org.yicheng.web.Refuses;

/** Holiday tables over REST, and counting by them. */
@RestController
@RequestMapping("/api/v1/holidays")
@Tag(name = "holidays", description = "放假安排：查询、导入、期限计算 Holiday tables: reading, import, counting periods")
class HolidayApi {

    private final Holidays holidays;
    private final Deadlines deadlines;
    private final Words words;

    HolidayApi(Holidays holidays, Deadlines deadlines, Words words) {
        this.holidays = holidays;
        this.deadlines = deadlines;
        this.words = words;
    }

    /** @param grounds in short form, e.g. {@code CC:202} */
    record Due(LocalDate due, LocalDate ends, boolean rolled, Bilingual reason, List<String> grounds) {}

    @Operation(summary = "已有放假安排的年份 The years of which a table is known")
    @GetMapping
    @Needs(Permission.PUBLIC_READ)
    List<Holidays.Year> years() {
        return holidays.years();
    }

    @Operation(summary = "一年中放假和调休上班的日期 The days of a year that differ from the week")
    @GetMapping("/{year}")
    @Needs(Permission.PUBLIC_READ)
    List<HolidayTable.Day> year(@PathVariable int year) {
        if (holidays.years().stream().noneMatch(known -> known.year() == year)) {
            throw new RefusedException(Refusal.plain("matter.year.unknown", "value", year));
        }
        return holidays.days(year);
    }

    @Operation(summary = "计算期间的最后一日及理由 The last day of a period, and why")
    @GetMapping("/due")
    @Needs(Permission.PUBLIC_READ)
    @Refuses(409)
    Due due(@RequestParam LocalDate start, @RequestParam String period) {
        StatutoryPeriod read = StatutoryPeriod.parse(period)
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("period", "matter.period-unknown", "value", period)));
        DueDate counted = new WorkingCalendar(holidays.table(), CalendarPolicy.CIVIL_CODE)
                .due(start, read)
                .orThrow();
        return new Due(
                counted.due(),
                counted.ends(),
                counted.rolled(),
                words.both(counted.reason()),
                counted.reason().grounds().stream().map(Citation::key).toList());
    }

    @Operation(summary = "查看放假安排文件将带来的变化，不导入 What a table would change, without taking it")
    @PostMapping("/preview")
    @Needs(Permission.HOLIDAYS_CHANGE)
    Holidays.Preview preview(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String source)
            throws IOException {
        return holidays.preview(file.getBytes(), source).orThrow();
    }

    @Operation(summary = "导入放假安排并重新计算期限 Take a table and count the running limits anew")
    @PostMapping
    @Needs(Permission.HOLIDAYS_CHANGE)
    Deadlines.Recomputation take(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String source)
            throws IOException {
        return holidays.take(file.getBytes(), source).orThrow();
    }

    @Operation(summary = "一次重新计算的差异 What a recomputation changed")
    @GetMapping("/recomputations/{id}")
    @Needs(Permission.HOLIDAYS_CHANGE)
    Deadlines.Recomputation recomputation(@PathVariable UUID id) {
        return deadlines
                .recomputation(id)
                .orElseThrow(() ->
                        new RefusedException(Refusal.plain("matter.recomputation.unknown", "value", id.toString())));
    }
}
