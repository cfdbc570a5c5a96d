package org.yicheng.proposals.statistics.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Corrections;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.proposals.statistics.Statistics.Placed;
import org.yicheng.proposals.statistics.Statistics.Scope;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** What was filed, by themes: grouped by the machine, corrected by people, counted by organ, delegation and month. */
@Controller
@Needs(Permission.MATTER_EXAMINE)
@Tag(name = "handling")
public class ThemePages {

    private static final String PATH = "/handling/themes";
    private static final List<By> COUNTED = List.of(By.ORGAN, By.GROUP, By.MONTH);

    private final StatisticsPages desk;
    private final Statistics statistics;
    private final Catalogue catalogue;
    private final Corrections corrections;
    private final GroupNames names;
    private final Bodies bodies;
    private final Clock clock;
    private final Pages pages;

    ThemePages(
            StatisticsPages desk,
            Statistics statistics,
            Catalogue catalogue,
            Corrections corrections,
            GroupNames names,
            Bodies bodies,
            Clock clock,
            Pages pages) {
        this.desk = desk;
        this.statistics = statistics;
        this.catalogue = catalogue;
        this.corrections = corrections;
        this.names = names;
        this.bodies = bodies;
        this.clock = clock;
        this.pages = pages;
    }

    /** How many of a theme stand in a group. */
    public record Share(Bilingual name, int count) {}

    /**
     * A theme.
     *
     * @param lines the most central first: it represents the others
     * @param counts by organ, delegation and month
     */
    public record Theme(List<Catalogue.Line> lines, List<String> terms, Map<By, List<Share>> counts) {

        public Catalogue.Line representative() {
            return lines.getFirst();
        }
    }

    /** @param of how many were compared */
    public record Themes(Catalogue.Way way, int of, List<Theme> themes) {}

    public record ThemesView(
            Map<String, Bilingual> bodies, Body body, Kind kind, Themes themes, boolean kept, GroupNames.Named names)
            implements Worded {

        @Override
        public String wordsOf() {
            return body.id();
        }

        public List<Kind> kinds() {
            return Kind.of(body.kind()).stream()
                    .filter(Statistics.KINDS::contains)
                    .toList();
        }

        public List<By> counted() {
            return COUNTED;
        }
    }

    private static Kind kind(Body body, String typed) {
        List<Kind> kinds =
                Kind.of(body.kind()).stream().filter(Statistics.KINDS::contains).toList();
        if (typed.isBlank()) {
            return kinds.contains(Kind.PROPOSAL) ? Kind.PROPOSAL : Kind.SUGGESTION;
        }
        return kinds.stream()
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("kind", "proposals.statistics.unknown", "value", typed)));
    }

    private Themes themes(String body, Kind kind) {
        Catalogue.Themes found = catalogue.themes("proposals.kind-" + kind, body);
        List<UUID> ids = found.themes().stream()
                .flatMap(theme -> theme.lines().stream())
                .map(ThemePages::filing)
                .toList();
        Map<UUID, Placed> placed = statistics.placed(
                new Scope(body, Optional.empty(), Optional.of(kind), Optional.empty(), LocalDate.now(clock)), ids);
        GroupNames.Named named = names.of(body);
        return new Themes(
                found.way(),
                found.of(),
                found.themes().stream()
                        .map(theme -> new Theme(theme.lines(), theme.terms(), counts(theme.lines(), placed, named)))
                        .toList());
    }

    static UUID filing(Catalogue.Line line) {
        return UUID.fromString(line.id().substring(line.id().indexOf(':') + 1));
    }

    private static Map<By, List<Share>> counts(
            List<Catalogue.Line> lines, Map<UUID, Placed> placed, GroupNames.Named named) {
        Map<By, List<Share>> counts = new LinkedHashMap<>();
        for (By by : COUNTED) {
            Map<String, Integer> groups = new LinkedHashMap<>();
            lines.stream()
                    .flatMap(line -> Optional.ofNullable(placed.get(filing(line))).stream())
                    .forEach(one -> groups.merge(one.key(by), 1, Integer::sum));
            List<Share> shares = new ArrayList<>();
            groups.forEach((key, count) -> shares.add(new Share(named.of(by, key), count)));
            shares.sort(Comparator.comparingInt(share -> -share.count()));
            counts.put(by, shares);
        }
        return counts;
    }

    @GetMapping(PATH)
    View page(
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean kept) {
        Optional<String> chosen = desk.body(Map.of("body", body));
        if (chosen.isEmpty()) {
            return pages.show("proposals/statistics/none", new StatisticsPages.NoneView());
        }
        Body found = bodies.byId(chosen.get()).orElseThrow();
        Kind of = kind(found, kind);
        return pages.show(
                "proposals/statistics/themes",
                new ThemesView(desk.examined(), found, of, themes(found.id(), of), kept, names.of(found.id())));
    }

    /** Whether a text and an entry belong together; kept as an example, and followed from now on. */
    @PostMapping(PATH + "/corrections")
    ResponseEntity<Void> correct(
            @RequestParam String body,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam String text,
            @RequestParam String entry,
            @RequestParam(defaultValue = "false") boolean same) {
        Body found = bodies.byId(desk.checked(body)).orElseThrow();
        Kind of = kind(found, kind);
        corrections.judge(text, entry, same, "").orThrow();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(Asked.address(PATH, Map.of("body", found.id())) + "&kind=" + of + "&kept=true"))
                .build();
    }

    @Operation(summary = "主题：机器归并、可由人更正，按单位、代表团和月份计数 Themes, grouped by the machine, corrected by people, with counts")
    @GetMapping("/api/v1/bodies/{body}/themes")
    @ResponseBody
    @org.yicheng.web.Refuses(409)
    Themes themesOf(@PathVariable String body, @RequestParam(defaultValue = "") String kind) {
        Body found = bodies.byId(desk.checked(body)).orElseThrow();
        return themes(found.id(), kind(found, kind));
    }
}
