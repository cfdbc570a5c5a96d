package org.yicheng.proposals.statistics.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.count.Percentages;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Figures;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.proposals.statistics.Statistics.Scope;
import org.yicheng.proposals.statistics.Tally;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Refuses;
import org.yicheng.web.Worded;

/**
 * How what was received in a year was handled, for everybody (OL 42(3): the report on the handling is made public).
 * Figures only: a list behind them would name what may not be published.
 */
@Controller
@Tag(name = "handling")
@Needs(Permission.PUBLIC_READ)
public class SummaryPages {

    static final String PATH = "/suggestions/summary";

    /** Anybody may ask, and counting reads every row: the same figures are told for a minute. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    private static final int MOST_TOLD = 200;

    private final Statistics statistics;
    private final StatisticsPapers papers;
    private final GroupNames names;
    private final Filings filings;
    private final Bodies bodies;
    private final Clock clock;
    private final Pages pages;
    private final Cache<Scope, Tally> told =
            Caffeine.newBuilder().expireAfterWrite(TOLD).maximumSize(MOST_TOLD).build();

    SummaryPages(
            Statistics statistics,
            StatisticsPapers papers,
            GroupNames names,
            Filings filings,
            Bodies bodies,
            Clock clock,
            Pages pages) {
        this.statistics = statistics;
        this.papers = papers;
        this.names = names;
        this.filings = filings;
        this.bodies = bodies;
        this.clock = clock;
        this.pages = pages;
    }

    /**
     * A year, and beside it all years.
     *
     * @param figures of the year
     * @param years with something received, the latest first
     * @param all figures of each year
     */
    public record SummaryView(StatisticsView figures, int year, List<Integer> years, StatisticsView all)
            implements Worded {

        /** What a year shows beside the others. */
        public static final List<Measure> COURSE = List.of(
                Measure.SUBMITTED,
                Measure.FILED,
                Measure.ASSIGNED,
                Measure.REPLIED,
                Measure.ON_TIME,
                Measure.CONTENT,
                Measure.SOLVED);

        /** What is told of an organ. */
        public static final List<Measure> OF_ORGANS =
                List.of(Measure.ASSIGNED, Measure.REPLIED, Measure.ON_TIME, Measure.CONTENT, Measure.SOLVED);

        @Override
        public String wordsOf() {
            return figures.body().id();
        }

        public String path() {
            return PATH;
        }

        public long count(Measure measure) {
            return figures.tally().all().count(measure);
        }

        public Figures whole() {
            return figures.tally().all();
        }

        public String file(String format) {
            return Asked.address(PATH + "." + format, query());
        }

        public String data() {
            return "/api/v1/bodies/" + figures.body().id() + "/suggestions-summary?year=" + year;
        }

        private Map<String, String> query() {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("body", figures.body().id());
            query.put("year", String.valueOf(year));
            return query;
        }
    }

    private Map<String, Bilingual> told() {
        Map<String, Bilingual> all = new LinkedHashMap<>();
        filings.bodies().stream()
                .flatMap(body -> bodies.byId(body).stream())
                .sorted(Comparator.comparing(Body::kind).thenComparing(Body::id))
                .forEach(body -> all.put(body.id(), body.shortName()));
        return all;
    }

    private StatisticsView view(Map<String, Bilingual> all, Body body, Optional<Integer> year) {
        LocalDate today = LocalDate.now(clock);
        Scope scope = new Scope(body.id(), Optional.empty(), Optional.empty(), year, today);
        return new StatisticsView(
                all,
                body,
                List.of(),
                new Asked(scope, By.YEAR, Percentages.LARGEST_REMAINDER, 1),
                told.get(scope, statistics::count),
                names.of(body.id()),
                false);
    }

    /** The body asked for, else the first; the year asked for, else the last in which something was received. */
    private Optional<SummaryView> summary(String asked, String year) {
        Map<String, Bilingual> all = told();
        if (!asked.isBlank() && !all.containsKey(asked)) {
            throw new RefusedException(Refusal.at("body", "assembly.body.unknown", "value", asked));
        }
        Optional<Body> body =
                (asked.isBlank() ? all.keySet().stream().findFirst() : Optional.of(asked)).flatMap(bodies::byId);
        return body.map(found -> {
            StatisticsView whole = view(all, found, Optional.empty());
            List<Integer> years = whole.groups(By.YEAR).stream()
                    .map(group -> Integer.valueOf(group.key()))
                    .toList();
            int chosen = chosen(year, years);
            return new SummaryView(view(all, found, Optional.of(chosen)), chosen, years, whole);
        });
    }

    private int chosen(String typed, List<Integer> years) {
        if (typed.isBlank()) {
            return years.stream().findFirst().orElse(LocalDate.now(clock).getYear());
        }
        return years.stream()
                .filter(year -> String.valueOf(year).equals(typed.strip()))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("year", "proposals.statistics.unknown", "value", typed)));
    }

    @GetMapping(PATH)
    View page(@RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String year) {
        return summary(body, year)
                .map(view -> pages.show("proposals/statistics/summary", view))
                .orElseGet(() -> pages.show("proposals/statistics/summarynone", new StatisticsPages.NoneView()));
    }

    private StatisticsView asked(String body, String year) {
        return summary(body, year)
                .map(SummaryView::figures)
                .orElseThrow(() -> new RefusedException(Refusal.at("body", "proposals.statistics.nothing")));
    }

    @GetMapping(PATH + ".{format:xlsx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String year) {
        return papers.sheet(asked(body, year), format);
    }

    @Operation(
            summary =
                    "一年的办理情况，向社会公开：数字、比率和分组 How a year's filings were handled, for everybody: figures, rates, breakdowns")
    @GetMapping("/api/v1/bodies/{body}/suggestions-summary")
    @ResponseBody
    @Refuses(404)
    StatisticsApi.Answered figures(@PathVariable String body, @RequestParam(defaultValue = "") String year) {
        return StatisticsApi.answered(asked(body, year));
    }
}
