package org.yicheng.catalogue.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Correction;
import org.yicheng.catalogue.Corrections;
import org.yicheng.finding.Organ;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finding and matching over REST. */
@RestController
@RequestMapping("/api/v1/catalogue")
@Tag(name = "catalogue", description = "目录：检索、相似、交办推荐、主题 The catalogue: search, likeness, routing, themes")
class CatalogueApi {

    private final Catalogue catalogue;
    private final Corrections corrections;

    CatalogueApi(Catalogue catalogue, Corrections corrections) {
        this.catalogue = catalogue;
        this.corrections = corrections;
    }

    record OrganList(List<Organ> organs) {}

    record CorrectionList(List<Correction> corrections) {}

    /** Either an entry and whether it asks for the same, or the organ that is right. */
    record Said(
            String text,
            Optional<String> entry,
            Optional<Boolean> same,
            Optional<String> organ,
            Optional<String> note) {}

    @Operation(summary = "检索本人可见的一切；每页20条 Search all that the caller may see; 20 a page")
    @GetMapping("/search")
    @Needs(Permission.PUBLIC_READ)
    Catalogue.Found search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "1") int page) {
        return catalogue.search(SearchPages.asked(q, kind, place, year), SearchPages.offset(page), SearchPages.ROWS);
    }

    @Operation(summary = "与一段文字相近的条目（机器建议） Entries like a text, proposed by the machine")
    @GetMapping("/similar")
    @Needs(Permission.OWN_ACCOUNT)
    Catalogue.Alikes similar(
            @RequestParam String text,
            @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") String except) {
        refuse(faults(text));
        return catalogue.similar(text, kind, except);
    }

    @Operation(summary = "供需匹配：另一方中与条目相合的（机器建议） Entries of the other side that fit an entry, proposed")
    @GetMapping("/matches")
    @Needs(Permission.OWN_ACCOUNT)
    Catalogue.Alikes matches(@RequestParam String entry) {
        return catalogue
                .matches(entry)
                .orElseThrow(
                        () -> new RefusedException(Refusal.at("entry", "catalogue.entry-not-there", "value", entry)));
    }

    @Operation(summary = "推荐承办单位及理由（机器建议） Organs proposed for a text, with the duty that fits")
    @GetMapping("/route")
    @Needs(Permission.OWN_ACCOUNT)
    Catalogue.Route route(@RequestParam String text) {
        refuse(faults(text));
        return catalogue.route(text);
    }

    @Operation(summary = "同类条目的主题（机器归并） Themes among entries of a kind, grouped by the machine")
    @GetMapping("/themes")
    @Needs(Permission.OWN_ACCOUNT)
    Catalogue.Themes themes(@RequestParam String kind, @RequestParam(defaultValue = "") String place) {
        return catalogue.themes(kind, place);
    }

    @Operation(summary = "承办单位及其职责 Organs and their duties")
    @GetMapping("/organs")
    @Needs(Permission.OWN_ACCOUNT)
    OrganList organs() {
        return new OrganList(corrections.organs());
    }

    @Operation(summary = "整体替换承办单位表 Put a list of organs in place of the one that stands")
    @PutMapping("/organs")
    @Needs(Permission.MATTER_EXAMINE)
    OrganList organs(@RequestBody OrganList organs) {
        return new OrganList(corrections.replace(organs.organs()).orThrow());
    }

    @Operation(summary = "更正机器建议 Correct what the machine proposed")
    @PostMapping("/corrections")
    @Needs(Permission.MATTER_EXAMINE)
    Correction correct(@RequestBody Said said) {
        String note = said.note().orElse("");
        return said.entry()
                .map(entry -> corrections.judge(said.text(), entry, said.same().orElse(false), note))
                .orElseGet(() -> corrections.organ(said.text(), said.organ().orElse(""), note))
                .orThrow();
    }

    @Operation(summary = "导出更正，每次至多1000条 Corrections from a number on, at most 1,000")
    @GetMapping("/corrections")
    @Needs(Permission.MATTER_EXAMINE)
    CorrectionList corrections(@RequestParam(defaultValue = "0") long after) {
        return new CorrectionList(corrections.after(after));
    }

    static List<Refusal> faults(String text) {
        List<Refusal> faults = new ArrayList<>();
        if (text.isBlank() || text.length() > Catalogue.LONGEST_TEXT) {
            faults.add(Refusal.at(
                    "text", "catalogue.text-length", "value", text.length(), "most", Catalogue.LONGEST_TEXT));
        }
        return faults;
    }

    private static void refuse(List<Refusal> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }
}
