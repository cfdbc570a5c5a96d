package org.yicheng.congress.pages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.Rosters.Preview;
import org.yicheng.congress.Session;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Importing a roster: choose a file, look at what it would bring, take it whole. */
@Controller
public class ImportPages {

    private final Rosters rosters;
    private final Bodies bodies;
    private final SessionScope scope;
    private final Pages pages;

    ImportPages(Rosters rosters, Bodies bodies, SessionScope scope, Pages pages) {
        this.rosters = rosters;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param reasons why the file could not be read at all
     * @param preview what it would bring, once it was read
     * @param kept the file between preview and import
     * @param taken whether it is in
     */
    public record ImportView(
            Session session,
            List<Refusal> reasons,
            Optional<Preview> preview,
            Optional<UUID> kept,
            String file,
            boolean taken)
            implements OfSession {

        /** Faults shown; a file of another kind can have thousands. */
        public static final int MOST_FAULTS = 200;

        public boolean clean() {
            return preview.filter(found -> found.faults().isEmpty()).isPresent();
        }
    }

    @GetMapping("/sessions/{id}/roster/import")
    @Needs(Permission.ROSTER_IMPORT)
    View choose(@PathVariable String id) {
        Session session = scope.session(id, Permission.ROSTER_IMPORT);
        return pages.show(
                "congress/import", new ImportView(session, List.of(), Optional.empty(), Optional.empty(), "", false));
    }

    @PostMapping("/sessions/{id}/roster/preview")
    @Needs(Permission.ROSTER_IMPORT)
    View preview(@PathVariable String id, @RequestParam MultipartFile file) throws IOException {
        Session session = scope.session(id, Permission.ROSTER_IMPORT);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (file.isEmpty()) {
            return refused(session, name, List.of(Refusal.at("file", "congress.file-missing")));
        }
        byte[] content = file.getBytes();
        return switch (rosters.preview(session.body(), content)) {
            case Ruling.Refused<Preview> refused -> refused(session, name, refused.reasons());
            case Ruling.Granted<Preview> granted -> looked(session, name, content, granted.value());
        };
    }

    private View looked(Session session, String name, byte[] content, Preview preview) {
        boolean clean = preview.faults().isEmpty();
        Optional<UUID> kept = clean ? Optional.of(rosters.keep(session.body(), content)) : Optional.empty();
        return pages.show(
                "congress/import",
                new ImportView(session, List.of(), Optional.of(preview), kept, name, false),
                clean ? HttpStatus.OK.value() : HttpStatus.BAD_REQUEST.value());
    }

    private View refused(Session session, String name, List<Refusal> reasons) {
        return pages.show(
                "congress/import",
                new ImportView(session, reasons, Optional.empty(), Optional.empty(), name, false),
                HttpStatus.BAD_REQUEST.value());
    }

    @PostMapping("/sessions/{id}/roster/import")
    @Needs(Permission.ROSTER_IMPORT)
    View take(@PathVariable String id, @RequestParam UUID kept, @RequestParam(defaultValue = "") String file) {
        Session session = scope.session(id, Permission.ROSTER_IMPORT);
        byte[] content = rosters.kept(session.body(), kept)
                .orElseThrow(() -> new RefusedException(Refusal.at("kept", "congress.upload-gone")));
        boolean demo = bodies.byId(session.body()).orElseThrow().demo();
        Preview taken = rosters.take(session.body(), content, demo).orThrow();
        return pages.show(
                "congress/import",
                new ImportView(session, List.of(), Optional.of(taken), Optional.empty(), file, true));
    }
}
