package org.yicheng.catalogue.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Catalogue.Alikes;
import org.yicheng.catalogue.Catalogue.Asked;
import org.yicheng.catalogue.Catalogue.Count;
import org.yicheng.catalogue.Catalogue.Route;
import org.yicheng.catalogue.Catalogue.Themes;
import org.yicheng.catalogue.Correction;
import org.yicheng.catalogue.Corrections;
import org.yicheng.finding.Organ;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The examiner's desk: what is like a text, which organ it goes to, themes; and the organs themselves. */
@Controller
public class LikenessPages {

    private final Catalogue catalogue;
    private final Corrections corrections;
    private final Labels labels;
    private final Pages pages;

    LikenessPages(Catalogue catalogue, Corrections corrections, Labels labels, Pages pages) {
        this.catalogue = catalogue;
        this.corrections = corrections;
        this.labels = labels;
        this.pages = pages;
    }

    /** @param alikes and route: empty without a text */
    public record CompareView(
            String text,
            Optional<Alikes> alikes,
            Optional<Route> route,
            List<Organ> organs,
            boolean model,
            boolean kept,
            Labels labels,
            List<Refusal> reasons) {}

    @GetMapping("/catalogue")
    @Needs(Permission.MATTER_EXAMINE)
    View compare(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean kept) {
        List<Refusal> reasons = CatalogueApi.faults(text);
        boolean ask = !text.isBlank() && reasons.isEmpty();
        return pages.show(
                "catalogue/compare",
                new CompareView(
                        text,
                        ask ? Optional.of(catalogue.similar(text, List.of(), "")) : Optional.empty(),
                        ask ? Optional.of(catalogue.route(text)) : Optional.empty(),
                        corrections.organs(),
                        catalogue.model(),
                        kept,
                        labels,
                        text.isBlank() ? List.of() : reasons));
    }

    @PostMapping("/catalogue/corrections")
    @Needs(Permission.MATTER_EXAMINE)
    ResponseEntity<Void> correct(
            @RequestParam String text,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "false") boolean same,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String note) {
        Ruling<Correction> ruling =
                entry.isEmpty() ? corrections.organ(text, organ, note) : corrections.judge(text, entry, same, note);
        ruling.orThrow();
        return to("/catalogue?kept=true&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** Everything people corrected, as a table for learning from. */
    @GetMapping("/catalogue/corrections.tsv")
    @Needs(Permission.MATTER_EXAMINE)
    ResponseEntity<byte[]> corrections() {
        StringBuilder table = new StringBuilder("number\tat\trole\tkind\ttext\tproposed\tentry\tanswer\tnote\n");
        List<Correction> page = corrections.after(0);
        while (!page.isEmpty()) {
            for (Correction one : page) {
                table.append(Arrays.asList(
                                        Long.toString(one.number()),
                                        one.at().toString(),
                                        one.role(),
                                        one.kind().name(),
                                        one.text(),
                                        one.proposed(),
                                        one.entry(),
                                        one.answer(),
                                        one.note())
                                .stream()
                                .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
                                .collect(Collectors.joining("\t")))
                        .append('\n');
            }
            page = corrections.after(page.getLast().number());
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "tab-separated-values", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"corrections.tsv\"")
                .body(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @param kinds of which there are entries to group */
    public record ThemesView(String kind, List<Count> kinds, Optional<Themes> themes, Labels labels) {}

    @GetMapping("/catalogue/themes")
    @Needs(Permission.MATTER_EXAMINE)
    View themes(@RequestParam(defaultValue = "") String kind) {
        Map<String, List<Count>> facets =
                catalogue.search(Asked.EVERYTHING, 0, 1).facets();
        return pages.show(
                "catalogue/themes",
                new ThemesView(
                        kind,
                        facets.getOrDefault("kind", List.of()),
                        kind.isEmpty() ? Optional.empty() : Optional.of(catalogue.themes(kind, "")),
                        labels));
    }

    /** @param typed the list as it stands or was typed: one organ a line, name, tab or colon, duties parted by 、 */
    public record OrgansView(String typed, int organs, boolean saved, List<Refusal> reasons) {}

    @GetMapping("/catalogue/organs")
    @Needs(Permission.MATTER_EXAMINE)
    View organs(@RequestParam(defaultValue = "false") boolean saved) {
        List<Organ> organs = corrections.organs();
        String typed = organs.stream()
                .map(organ -> organ.name() + "：" + String.join("、", organ.duties()))
                .collect(Collectors.joining("\n"));
        return pages.show("catalogue/organs", new OrgansView(typed, organs.size(), saved, List.of()));
    }

    @PostMapping("/catalogue/organs")
    @Needs(Permission.MATTER_EXAMINE)
    Object organs(@RequestParam String organs) {
        return switch (corrections.replace(typed(organs))) {
            case Ruling.Granted<List<Organ>> _ -> to("/catalogue/organs?saved=true");
            case Ruling.Refused<List<Organ>>(List<Refusal> reasons) ->
                pages.show(
                        "catalogue/organs",
                        new OrgansView(organs, corrections.organs().size(), false, reasons),
                        HttpStatus.CONFLICT.value());
        };
    }

    static List<Organ> typed(String text) {
        List<Organ> organs = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] halves = line.split("[\\t：:]", 2);
            organs.add(Organ.of(halves[0], halves.length > 1 ? halves[1] : ""));
        });
        return organs;
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
