package org.yicheng.catalogue.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Catalogue.Alike;
import org.yicheng.catalogue.Catalogue.Alikes;
import org.yicheng.catalogue.Catalogue.Asked;
import org.yicheng.catalogue.Catalogue.Count;
import org.yicheng.catalogue.Catalogue.Found;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;
import org.yicheng.web.Paging;

/** One search over everything the caller may see. */
@Controller
public class SearchPages {

    static final int ROWS = 20;
    /** Results further down are found by narrowing. */
    private static final int MOST = 1_000;

    private static final int SHORTEST_ALIKE = 4;

    private final Catalogue catalogue;
    private final Labels labels;
    private final Pages pages;

    SearchPages(Catalogue catalogue, Labels labels, Pages pages) {
        this.catalogue = catalogue;
        this.labels = labels;
        this.pages = pages;
    }

    /**
     * A value of a facet.
     *
     * @param href the same search narrowed to it; for the chosen one, without it
     */
    public record Choice(String label, long count, String href, boolean chosen) {}

    /** @param word key of its heading */
    public record Facet(String word, List<Choice> choices) {}

    /** @param alike entries that mean much the same without having the words, as the machine proposes them */
    public record SearchView(
            Asked asked, Found found, List<Facet> facets, List<Alike> alike, Paging page, Labels labels) {

        public boolean narrowed() {
            return !(asked.kind() + asked.place() + asked.year()).isEmpty();
        }
    }

    @GetMapping("/search")
    @Needs(Permission.PUBLIC_READ)
    View search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "1") int page) {
        Asked asked = asked(q, kind, place, year);
        Found found = catalogue.search(asked, offset(page), ROWS);
        Paging paging = new Paging(page, ROWS, Math.min(found.total(), MOST), "/search?" + query(asked));
        Found shown = paging.number() == page ? found : catalogue.search(asked, (int) paging.offset(), ROWS);
        List<Alike> alike = paging.number() == 1 && !q.isBlank() ? alike(asked, shown) : List.of();
        return pages.show(
                "catalogue/search", new SearchView(asked, shown, facets(asked, shown), alike, paging, labels));
    }

    /** Bounded, so that nobody asks for the millionth page. */
    static int offset(int page) {
        return (Math.clamp(page, 1, MOST / ROWS) - 1) * ROWS;
    }

    static Asked asked(String q, String kind, String place, String year) {
        int length = q.codePointCount(0, q.length());
        if (length > Catalogue.LONGEST_QUERY) {
            throw new RefusedException(
                    Refusal.at("q", "catalogue.query-length", "value", length, "most", Catalogue.LONGEST_QUERY));
        }
        return new Asked(q.strip(), kind, place, year);
    }

    private List<Alike> alike(Asked asked, Found found) {
        if (!catalogue.model() || asked.words().codePointCount(0, asked.words().length()) < SHORTEST_ALIKE) {
            return List.of();
        }
        Alikes alikes =
                catalogue.similar(asked.words(), asked.kind().isEmpty() ? List.of() : List.of(asked.kind()), "");
        List<String> shown = found.hits().stream().map(hit -> hit.line().id()).toList();
        return alikes.entries().stream()
                .filter(one -> !shown.contains(one.line().id()))
                .limit(5)
                .toList();
    }

    private List<Facet> facets(Asked asked, Found found) {
        List<Facet> facets = new ArrayList<>();
        for (String name : List.of("kind", "place", "year")) {
            List<Choice> choices = found.facets().getOrDefault(name, List.of()).stream()
                    .limit(12)
                    .map(count -> choice(asked, name, count))
                    .toList();
            if (!choices.isEmpty()) {
                facets.add(new Facet("catalogue.facet-" + name, choices));
            }
        }
        return facets;
    }

    private Choice choice(Asked asked, String name, Count count) {
        Map<String, String> now = Map.of("kind", asked.kind(), "place", asked.place(), "year", asked.year());
        boolean chosen = count.value().equals(now.get(name));
        String value = chosen ? "" : count.value();
        Asked other = switch (name) {
            case "kind" -> new Asked(asked.words(), value, asked.place(), asked.year());
            case "place" -> new Asked(asked.words(), asked.kind(), value, asked.year());
            default -> new Asked(asked.words(), asked.kind(), asked.place(), value);
        };
        return new Choice(count.value(), count.count(), "/search?" + query(other), chosen);
    }

    private static String query(Asked asked) {
        StringBuilder query = new StringBuilder("q=").append(encoded(asked.words()));
        Optional.of(asked.kind())
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> query.append("&kind=").append(encoded(value)));
        Optional.of(asked.place())
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> query.append("&place=").append(encoded(value)));
        Optional.of(asked.year())
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> query.append("&year=").append(encoded(value)));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
