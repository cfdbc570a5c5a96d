package org.yicheng.proposals.pages;

import java.io.IOException;
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
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Imports;
import org.yicheng.proposals.Imports.Preview;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** Taking filings from a table: choose a file, look at what it would bring, take it whole. */
@Controller
public class FilingImportPages {

    private final Imports imports;
    private final FilingScope scope;
    private final FilingSheet sheet;
    private final Bodies bodies;
    private final Pages pages;

    FilingImportPages(Imports imports, FilingScope scope, FilingSheet sheet, Bodies bodies, Pages pages) {
        this.imports = imports;
        this.scope = scope;
        this.sheet = sheet;
        this.bodies = bodies;
        this.pages = pages;
    }

    /**
     * @param file its name, once one was chosen
     * @param preview what it would bring, once it was read
     * @param kept the file between preview and import, if it has no fault
     * @param taken whether it is in
     * @param reasons why the file could not be read at all
     */
    public record ImportView(
            Body body,
            String file,
            Optional<Preview> preview,
            Optional<UUID> kept,
            boolean taken,
            List<Refusal> reasons)
            implements Worded {

        /** Faults shown; a file of another kind can have thousands. */
        public static final int MOST_FAULTS = 200;
        /** Rows shown as they were read. */
        public static final int MOST_ROWS = 50;

        @Override
        public String wordsOf() {
            return body.id();
        }

        public boolean clean() {
            return reasons.isEmpty()
                    && preview.map(found -> found.faults().isEmpty()).orElse(true);
        }
    }

    private Body body(String body) {
        scope.body(body, Permission.MATTER_EXAMINE);
        return bodies.byId(body).orElseThrow();
    }

    private View show(ImportView view) {
        return pages.show(
                "proposals/import", view, view.clean() ? HttpStatus.OK.value() : HttpStatus.BAD_REQUEST.value());
    }

    @GetMapping("/bodies/{body}/filings/import")
    @Needs(Permission.MATTER_EXAMINE)
    View choose(@PathVariable String body) {
        return show(new ImportView(body(body), "", Optional.empty(), Optional.empty(), false, List.of()));
    }

    @GetMapping("/bodies/{body}/filings/import/template")
    @Needs(Permission.MATTER_EXAMINE)
    ResponseEntity<byte[]> template(
            @PathVariable String body,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "ZH") Language lang) {
        return sheet.template(body(body).kind(), lang, format);
    }

    @PostMapping("/bodies/{body}/filings/import/preview")
    @Needs(Permission.MATTER_EXAMINE)
    View preview(@PathVariable String body, @RequestParam MultipartFile file) throws IOException {
        Body found = body(body);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (file.isEmpty()) {
            return refused(found, name, List.of(Refusal.at("file", "proposals.import-no-file")));
        }
        byte[] content = file.getBytes();
        return switch (imports.preview(body, content)) {
            case Ruling.Refused<Preview>(List<Refusal> reasons) -> refused(found, name, reasons);
            case Ruling.Granted<Preview>(Preview preview) -> {
                boolean takes = preview.faults().isEmpty() && !preview.entries().isEmpty();
                Optional<UUID> kept = takes ? Optional.of(imports.keep(body, content)) : Optional.empty();
                yield show(new ImportView(found, name, Optional.of(preview), kept, false, List.of()));
            }
        };
    }

    private View refused(Body body, String name, List<Refusal> reasons) {
        return show(new ImportView(body, name, Optional.empty(), Optional.empty(), false, reasons));
    }

    @PostMapping("/bodies/{body}/filings/import")
    @Needs(Permission.MATTER_EXAMINE)
    View take(@PathVariable String body, @RequestParam UUID kept, @RequestParam(defaultValue = "") String file) {
        Body found = body(body);
        byte[] content = imports.kept(body, kept)
                .orElseThrow(() -> new RefusedException(Refusal.at("kept", "proposals.import-gone")));
        return switch (imports.take(body, content)) {
            case Ruling.Refused<Preview>(List<Refusal> reasons) -> refused(found, file, reasons);
            case Ruling.Granted<Preview>(Preview preview) ->
                show(new ImportView(found, file, Optional.of(preview), Optional.empty(), true, List.of()));
        };
    }
}
