package org.yicheng.proposals.statistics.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.count.Percentages;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Equation;
import org.yicheng.proposals.statistics.Figures;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Quota;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.proposals.statistics.Statistics.Item;
import org.yicheng.proposals.statistics.Tally;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.Paging;
import org.yicheng.web.Refuses;

/** The statistics over REST: figures, the lists behind them, the files. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/handling-statistics")
@Tag(name = "handling")
@Needs(Permission.MATTER_EXAMINE)
class StatisticsApi {

    private final Statistics statistics;
    private final StatisticsPages pages;

    StatisticsApi(Statistics statistics, StatisticsPages pages) {
        this.statistics = statistics;
        this.pages = pages;
    }

    /** @param percent null where there is nothing to divide by */
    record Share(long part, long whole, Optional<BigDecimal> percent) {}

    /** @param holds whether the whole is the sum of its parts */
    record Sum(Measure whole, List<Measure> parts, boolean holds) {}

    /** @param share of the breakdown's column, in per cent; null where the column is empty */
    record Group(
            String key,
            Bilingual name,
            Map<Measure, Long> counts,
            Map<Quota, Share> rates,
            Optional<BigDecimal> share) {}

    /** @param reconciles whether every sum holds and every breakdown adds up to the whole */
    record Answered(
            LocalDate on,
            boolean reconciles,
            Map<Measure, Long> counts,
            Map<Quota, Share> rates,
            List<Sum> sums,
            Map<By, List<Group>> groups) {}

    /** @param total how many lines the whole list has: the figure */
    record Listed(long total, List<Item> items) {}

    private Asked asked(String body, Map<String, String> query) {
        Map<String, String> form = new HashMap<>(query);
        return pages.asked(pages.checked(body), form);
    }

    @Operation(summary = "办理统计：截至某日的数字、比率、分组和核对 Figures of the handling as of a day, with rates, breakdowns and sums")
    @GetMapping
    @Refuses(409)
    Answered figures(
            @PathVariable String body,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String rounding,
            @RequestParam(defaultValue = "") String places) {
        return answered(pages.view(asked(
                body, Map.of("session", session, "kind", kind, "on", on, "rounding", rounding, "places", places))));
    }

    static Answered answered(StatisticsView view) {
        Tally tally = view.tally();
        Map<By, List<Group>> groups = new EnumMap<>(By.class);
        for (By by : By.values()) {
            groups.put(by, groups(view, by));
        }
        return new Answered(
                view.asked().scope().on(),
                tally.reconciles(),
                tally.all().counts(),
                rates(tally.all(), view.asked().places()),
                Equation.ALL.stream()
                        .map(one -> new Sum(one.whole(), one.parts(), one.holds(tally.all())))
                        .toList(),
                groups);
    }

    private static Map<Quota, Share> rates(Figures figures, int places) {
        Map<Quota, Share> rates = new EnumMap<>(Quota.class);
        Arrays.stream(Quota.values())
                .forEach(quota -> rates.put(
                        quota,
                        new Share(
                                figures.count(quota.part()),
                                figures.count(quota.whole()),
                                figures.rate(quota).percent(places))));
        return rates;
    }

    private static List<Group> groups(StatisticsView view, By by) {
        List<Tally.Group> groups = view.groups(by);
        Percentages rounding = view.asked().rounding();
        int places = view.asked().places();
        List<BigDecimal> shares = rounding.of(
                groups.stream().map(one -> one.figures().count(by.column())).toList(), places);
        return java.util.stream.IntStream.range(0, groups.size())
                .mapToObj(at -> new Group(
                        groups.get(at).key(),
                        view.names().of(by, groups.get(at).key()),
                        groups.get(at).figures().counts(),
                        rates(groups.get(at).figures(), places),
                        shares.isEmpty() ? Optional.empty() : Optional.of(shares.get(at))))
                .toList();
    }

    /** @param group a breakdown and the key of one of its groups: {@code ORGAN:organ-industry} */
    @Operation(summary = "一个统计数字后面的清单，每页50项 The list behind a figure, 50 a page")
    @GetMapping("/list")
    @Refuses(409)
    Listed list(
            @PathVariable String body,
            @RequestParam(defaultValue = "SUBMITTED") String measure,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "1") int page) {
        Asked asked = asked(body, Map.of("session", session, "kind", kind, "on", on));
        Measure what = Asked.measure(Map.of("measure", measure));
        Optional<Statistics.Cell> cell = Asked.cell(
                Map.of("group", group.replaceFirst(":.*", ""), "key", group.substring(group.indexOf(':') + 1)));
        return new Listed(
                statistics.length(asked.scope(), what, cell),
                statistics.behind(asked.scope(), what, cell, (Math.max(1, page) - 1L) * Paging.ROWS, Paging.ROWS));
    }

    @Operation(summary = "下载统计表（XLSX）或者统计报告（PDF、DOCX） The figures as XLSX, the report as PDF or DOCX")
    @GetMapping("/file.{format:xlsx|pdf|docx}")
    @Refuses(409)
    ResponseEntity<byte[]> file(
            @PathVariable String body,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String rounding,
            @RequestParam(defaultValue = "") String places) {
        return pages.file(
                format,
                asked(
                        body,
                        Map.of("session", session, "kind", kind, "on", on, "rounding", rounding, "places", places)));
    }
}
