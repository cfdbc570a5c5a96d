package org.yicheng.assembly.hall.pages;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.hall.Seatings;
import org.yicheng.assembly.hall.Seatings.Seating;
import org.yicheng.assembly.pages.Scope;
import org.yicheng.document.Output;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The paper of a hall as PDF. */
@RestController
@Needs(Permission.ROSTER_READ)
class HallSheetPages {

    private final Seatings seatings;
    private final HallSheets sheets;
    private final FallBackPack pack;
    private final Scope scope;

    HallSheetPages(Seatings seatings, HallSheets sheets, FallBackPack pack, Scope scope) {
        this.seatings = seatings;
        this.sheets = sheets;
        this.pack = pack;
        this.scope = scope;
    }

    @GetMapping("/sittings/{id}/seating-list.{format:pdf|docx}")
    ResponseEntity<byte[]> list(@PathVariable String id, @PathVariable String format) {
        Sitting sitting = scope.sitting(id, Permission.ROSTER_READ);
        return sheets.list(sitting, seating(id), Output.of(format)).answer();
    }

    @GetMapping("/sittings/{id}/block-plan.{format:pdf|docx}")
    ResponseEntity<byte[]> plan(@PathVariable String id, @PathVariable String format) {
        Sitting sitting = scope.sitting(id, Permission.ROSTER_READ);
        return sheets.plan(sitting, seating(id), Output.of(format)).answer();
    }

    @GetMapping("/sittings/{id}/seat-cards.pdf")
    ResponseEntity<byte[]> cards(@PathVariable String id) {
        Sitting sitting = scope.sitting(id, Permission.ROSTER_READ);
        return pdf("seat-cards", sheets.cards(sitting, seating(id)));
    }

    /** @param pages pages of ballot papers a question, four papers each; one to be copied unless more are wanted */
    @GetMapping("/sittings/{id}/fall-back.pdf")
    ResponseEntity<byte[]> fallBack(@PathVariable String id, @RequestParam(defaultValue = "1") int pages) {
        Sitting sitting = scope.sitting(id, Permission.ROSTER_READ);
        if (pages < 1 || pages > FallBackPack.MOST_PAGES) {
            throw new RefusedException(
                    Refusal.at("pages", "hall.pages-outside", "value", pages, "most", FallBackPack.MOST_PAGES));
        }
        return pdf("fall-back", pack.of(sitting, pages));
    }

    private Seating seating(String sitting) {
        return seatings.of(sitting)
                .orElseThrow(() -> new RefusedException(Refusal.plain("hall.none.unknown", "value", sitting)));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .body(content);
    }
}
