package org.yicheng.proposals.statistics.pages;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.document.Sheets;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Equation;
import org.yicheng.proposals.statistics.Figures;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Quota;
import org.yicheng.proposals.statistics.Tally.Group;
import org.yicheng.rule.Language;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;
import org.yicheng.web.Vocabularies;

/** The statistics as a spreadsheet, and as a report in the official form (GB/T 9704-2012). */
@Component
class StatisticsPapers {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Prints prints;
    private final Vocabularies vocabularies;
    private final Clock clock;

    StatisticsPapers(Prints prints, Vocabularies vocabularies, Clock clock) {
        this.prints = prints;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** The body's own words: 委员 where another body says 代表. */
    private Words words(StatisticsView view) {
        return vocabularies.of(view.body().id());
    }

    private String say(StatisticsView view, String key, Object... facts) {
        return words(view).say(Language.ZH, "proposals.statistics." + key, facts);
    }

    // ---------------------------------------------------------------- spreadsheet

    /**
     * One row for the whole and for each group of each breakdown: all counts, all rates, its share.
     *
     * @param format xlsx or csv
     */
    ResponseEntity<byte[]> sheet(StatisticsView view, String format) {
        List<String> header = new ArrayList<>(List.of(say(view, "breakdown"), say(view, "group")));
        Arrays.stream(Measure.values()).map(one -> say(view, "m-" + one)).forEach(header::add);
        Arrays.stream(Quota.values()).map(one -> say(view, "q-" + one) + "%").forEach(header::add);
        header.add(say(view, "share") + "%");
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(view, say(view, "all"), "", view.tally().all(), ""));
        for (By by : By.values()) {
            List<Group> groups = view.groups(by);
            List<String> shares = StatisticsView.shares(
                    groups, by.column(), view.asked().rounding(), view.asked().places());
            for (int at = 0; at < groups.size(); at++) {
                rows.add(row(
                        view,
                        say(view, "by-" + by),
                        view.names().of(by, groups.get(at).key()).zh(),
                        groups.get(at).figures(),
                        shares.get(at).replaceAll("[%—]", "")));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.equals("csv") ? CSV : XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + view.body().id() + "-statistics-"
                                + view.asked().scope().on() + "." + format + "\"")
                .body(format.equals("csv") ? Sheets.csv(header, rows) : Sheets.figures(header, rows));
    }

    private static List<String> row(
            StatisticsView view, String breakdown, String group, Figures figures, String share) {
        List<String> row = new ArrayList<>(List.of(breakdown, group));
        Arrays.stream(Measure.values())
                .map(measure -> String.valueOf(figures.count(measure)))
                .forEach(row::add);
        Arrays.stream(Quota.values())
                .map(quota -> figures.rate(quota)
                        .percent(view.asked().places())
                        .map(BigDecimal::toPlainString)
                        .orElse(""))
                .forEach(row::add);
        row.add(share);
        return row;
    }

    // ---------------------------------------------------------------- report

    /** Refused while anything does not add up: such figures are mended, not printed. */
    Prints.File report(StatisticsView view, Output output) {
        if (!view.tally().reconciles()) {
            throw new RefusedException(Refusal.plain("proposals.statistics.not-printed"));
        }
        Sheet sheet = Sheet.gazette(view.body().name().zh(), title(view));
        Figures all = view.tally().all();
        sheet.paragraph(
                say(view, "report-received", "on", day(view.asked().scope().on()), "equation", equation(view)));
        sheet.heading(say(view, "report-1"));
        apart(view, sheet);
        sheet.table(
                head(view, By.KIND, StatisticsView.RECEPTION),
                view.groups(By.KIND).stream()
                        .map(group -> cells(view, By.KIND, group, StatisticsView.RECEPTION))
                        .toList());
        sheet.heading(say(view, "report-2"));
        sheet.table(
                List.of(say(view, "rate"), say(view, "part"), say(view, "whole"), say(view, "percent")),
                Arrays.stream(Quota.values())
                        .map(quota -> rate(view, all, quota))
                        .toList());
        sheet.heading(say(view, "report-3"));
        shares(view, sheet, By.OUTCOME);
        shares(view, sheet, By.CLASS);
        sheet.heading(say(view, "report-4"));
        sheet.table(
                head(view, By.ORGAN, List.of(Measure.ASSIGNED, Measure.REPLIED, Measure.ON_TIME, Measure.SOLVED)),
                view.groups(By.ORGAN).stream()
                        .filter(group -> !group.key().isEmpty())
                        .map(group -> cells(
                                view,
                                By.ORGAN,
                                group,
                                List.of(Measure.ASSIGNED, Measure.REPLIED, Measure.ON_TIME, Measure.SOLVED)))
                        .toList());
        sheet.heading(say(view, "report-5"));
        sheet.paragraph(say(view, "defined"));
        sheet.paragraph(say(view, "rounding-note-" + view.asked().rounding()));
        sheet.signed(view.body().name().zh(), day(LocalDate.now(clock)));
        return prints.print(
                sheet,
                new Prints.What(
                        "statistics", "body:" + view.body().id(), view.body().demo()),
                output);
    }

    private String title(StatisticsView view) {
        String what = view.asked()
                .scope()
                .kind()
                .map(kind -> words(view).say(Language.ZH, "proposals.kind-" + kind))
                .orElseGet(() -> view.groups(By.KIND).stream()
                        .map(group -> view.names().of(By.KIND, group.key()).zh())
                        .collect(Collectors.joining("、")));
        return say(
                view,
                "report-title",
                "session",
                view.asked()
                        .scope()
                        .session()
                        .map(one -> view.names().of(By.SESSION, one).zh())
                        .orElse(""),
                "what",
                what.isEmpty() ? say(view, "filed-things") : what);
    }

    private static String day(LocalDate day) {
        return OfficialDate.day(day).zh();
    }

    /** 收到61件＝立案或者受理55件＋…. */
    private String equation(StatisticsView view) {
        Equation chief = Equation.ALL.getFirst();
        return counted(view, chief.whole()) + "＝"
                + chief.parts().stream().map(part -> counted(view, part)).collect(Collectors.joining("＋"));
    }

    private String counted(StatisticsView view, Measure measure) {
        return say(
                view,
                "counted",
                "what",
                Phrase.of("proposals.statistics.m-" + measure),
                "n",
                view.tally().all().count(measure));
    }

    /** What was not filed and why, what was converted, merged, sent back: told wherever there is any. */
    private void apart(StatisticsView view, Sheet sheet) {
        List<Measure> told = new ArrayList<>(Equation.ALL.get(1).parts());
        told.addAll(StatisticsView.BESIDE);
        String text = told.stream()
                .filter(measure -> view.tally().all().count(measure) > 0)
                .map(measure -> counted(view, measure))
                .collect(Collectors.joining("，"));
        if (!text.isEmpty()) {
            sheet.paragraph(say(view, "report-apart", "what", text));
        }
    }

    private List<String> head(StatisticsView view, By by, List<Measure> columns) {
        List<String> head = new ArrayList<>(List.of(say(view, "by-" + by)));
        columns.forEach(measure -> head.add(say(view, "m-" + measure)));
        return head;
    }

    private static List<String> cells(StatisticsView view, By by, Group group, List<Measure> columns) {
        List<String> cells =
                new ArrayList<>(List.of(view.names().of(by, group.key()).zh()));
        for (Measure measure : columns) {
            Optional<String> percent = view.quota(measure)
                    .flatMap(quota ->
                            group.figures().rate(quota).percent(view.asked().places()))
                    .map(value -> "（" + value.toPlainString() + "%）");
            cells.add(group.figures().count(measure) + percent.orElse(""));
        }
        return cells;
    }

    private List<String> rate(StatisticsView view, Figures all, Quota quota) {
        return List.of(
                say(view, "q-" + quota),
                counted(view, quota.part()),
                counted(view, quota.whole()),
                view.percent(all, quota));
    }

    private void shares(StatisticsView view, Sheet sheet, By by) {
        List<Group> groups = view.shown(by);
        List<String> shares = view.shares(by);
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            rows.add(List.of(
                    view.names().of(by, groups.get(at).key()).zh(),
                    String.valueOf(groups.get(at).figures().count(by.column())),
                    shares.get(at)));
        }
        sheet.table(List.of(say(view, "by-" + by), say(view, "m-" + by.column()), say(view, "share")), rows);
    }
}
