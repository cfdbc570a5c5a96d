package org.yicheng.proposals.statistics.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.document.Output;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.statistics.Measure;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.proposals.statistics.Statistics.Cell;
import org.yicheng.proposals.statistics.Statistics.Item;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;
import org.yicheng.web.Worded;

/** The statistics of a body at its desk, every figure with the list behind it. */
@Controller
@Needs(Permission.MATTER_EXAMINE)
public class StatisticsPages {

    private final Statistics statistics;
    private final StatisticsPapers papers;
    private final GroupNames names;
    private final Filings filings;
    private final Bodies bodies;
    private final Clock clock;
    private final Pages pages;

    StatisticsPages(
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

    /** Nobody whose desk has anything to count. */
    public record NoneView() {}

    Map<String, Bilingual> examined() {
        Map<String, Bilingual> examined = new LinkedHashMap<>();
        filings.bodies().stream()
                .filter(body -> Caller.current().mayIn(body, Permission.MATTER_EXAMINE))
                .flatMap(body -> bodies.byId(body).stream())
                .sorted(Comparator.comparing(Body::kind).thenComparing(Body::id))
                .forEach(body -> examined.put(body.id(), body.shortName()));
        return examined;
    }

    /** The body asked for, else the first that the caller examines. */
    Optional<String> body(Map<String, String> form) {
        String asked = form.getOrDefault("body", "").strip();
        return asked.isEmpty() ? examined().keySet().stream().findFirst() : Optional.of(checked(asked));
    }

    /** One in which the caller may examine; to others it is closed. */
    String checked(String body) {
        if (!Caller.current().mayIn(body, Permission.MATTER_EXAMINE)) {
            throw new AccessDeniedException("statistics of " + body);
        }
        return bodies.byId(body)
                .map(Body::id)
                .orElseThrow(() -> new RefusedException(Refusal.at("body", "assembly.body.unknown", "value", body)));
    }

    Asked asked(String body, Map<String, String> form) {
        return Asked.of(body, form, LocalDate.now(clock));
    }

    StatisticsView view(Asked asked) {
        String body = asked.scope().body();
        return new StatisticsView(
                examined(),
                bodies.byId(body).orElseThrow(),
                statistics.sessions(body),
                asked,
                statistics.count(asked.scope()),
                names.of(body),
                true);
    }

    @GetMapping(Asked.PATH)
    View page(@RequestParam Map<String, String> form) {
        Optional<String> body = body(form);
        return body.isEmpty()
                ? pages.show("proposals/statistics/none", new NoneView())
                : pages.show("proposals/statistics/page", view(asked(body.get(), form)));
    }

    /**
     * The list behind a figure.
     *
     * @param group what the cell is called; empty: of everything
     */
    public record ListView(
            Body body,
            Asked asked,
            Measure measure,
            Optional<Bilingual> group,
            List<Item> items,
            Paging paging,
            GroupNames.Named names)
            implements Worded {

        @Override
        public String wordsOf() {
            return body.id();
        }

        /** A suggestion with a number opens as it is handled, what else was filed as it was filed. */
        public String address(Item item) {
            boolean handled = item.kind() != Kind.MOTION && item.number().isPresent();
            return (handled ? "/handling/" : "/filings/") + item.filing();
        }

        public String back() {
            return Asked.address(Asked.PATH, asked.query());
        }
    }

    @GetMapping(Asked.PATH + "/list")
    View list(@RequestParam Map<String, String> form, @RequestParam(defaultValue = "1") int page) {
        Optional<String> body = body(form);
        if (body.isEmpty()) {
            return pages.show("proposals/statistics/none", new NoneView());
        }
        Asked asked = asked(body.get(), form);
        Measure measure = form.getOrDefault("measure", "").isBlank() ? Measure.SUBMITTED : Asked.measure(form);
        Optional<Cell> cell = Asked.cell(form);
        long length = statistics.length(asked.scope(), measure, cell);
        Paging paging = new Paging(page, Paging.ROWS, length, asked.list(measure, cell));
        GroupNames.Named named = names.of(body.get());
        return pages.show(
                "proposals/statistics/list",
                new ListView(
                        bodies.byId(body.get()).orElseThrow(),
                        asked,
                        measure,
                        cell.map(one -> named.of(one.by(), one.key())),
                        statistics.behind(asked.scope(), measure, cell, paging.offset(), Paging.ROWS),
                        paging,
                        named));
    }

    @GetMapping(Asked.PATH + ".{format:xlsx|pdf|docx}")
    ResponseEntity<byte[]> file(@PathVariable String format, @RequestParam Map<String, String> form) {
        String body =
                body(form).orElseThrow(() -> new RefusedException(Refusal.at("body", "proposals.statistics.nothing")));
        return file(format, asked(body, form));
    }

    ResponseEntity<byte[]> file(String format, Asked asked) {
        StatisticsView view = view(asked);
        return format.equals("xlsx")
                ? papers.sheet(view, format)
                : papers.report(view, Output.of(format)).answer();
    }
}
