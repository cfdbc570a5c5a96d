package org.yicheng.congress.pages;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.document.Output;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** The paper of a sitting, as PDF and as a Word document. */
@RestController
class SheetPages {

    private final Sittings sittings;
    private final Questions questions;
    private final Bodies bodies;
    private final SittingSheets sheets;
    private final SessionScope scope;

    SheetPages(Sittings sittings, Questions questions, Bodies bodies, SittingSheets sheets, SessionScope scope) {
        this.sittings = sittings;
        this.questions = questions;
        this.bodies = bodies;
        this.sheets = sheets;
        this.scope = scope;
    }

    @GetMapping("/sittings/{id}/minutes.{format:pdf|docx}")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> minutes(@PathVariable String id, @PathVariable String format) {
        return sheets.minutes(known(id, Permission.DESK_READ), Output.of(format))
                .answer();
    }

    @GetMapping("/sittings/{id}/communique.{format:pdf|docx}")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> communique(@PathVariable String id, @PathVariable String format) {
        return sheets.communique(known(id, Permission.DESK_READ), Output.of(format))
                .answer();
    }

    @GetMapping("/sittings/{id}/sign-in-sheet.{format:pdf|docx}")
    @Needs(Permission.ROSTER_READ)
    ResponseEntity<byte[]> signIn(@PathVariable String id, @PathVariable String format) {
        return sheets.signInSheet(known(id, Permission.ROSTER_READ), Output.of(format))
                .answer();
    }

    @GetMapping("/sittings/{id}/questions/{number}/result.{format:pdf|docx}")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> result(@PathVariable String id, @PathVariable int number, @PathVariable String format) {
        Sitting sitting = known(id, Permission.DESK_READ);
        Question question = questions.ofSitting(id).stream()
                .filter(found -> found.number() == number && found.outcome().isPresent())
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.result.unknown", "value", number)));
        return sheets.resultSheet(sitting, question, Output.of(format)).answer();
    }

    /** A role in the congress covers the sittings of its presidium. */
    private Sitting known(String id, Permission permission) {
        Sitting sitting = sittings.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.sitting.unknown", "value", id)));
        String body =
                bodies.byId(sitting.body()).flatMap(found -> found.parent()).orElse(sitting.body());
        scope.body(body, permission);
        return sitting;
    }
}
