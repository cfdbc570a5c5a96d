package org.yicheng.proposals.handling.pages;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.document.Output;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Reply;
import org.yicheng.proposals.handling.Handling.Stage;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Letters and suggestions as PDF and DOCX. */
@RestController
class LetterPages {

    private final Handlings handlings;
    private final HandlingScope scope;
    private final Letters letters;

    LetterPages(Handlings handlings, HandlingScope scope, Letters letters) {
        this.handlings = handlings;
        this.scope = scope;
        this.letters = letters;
    }

    @GetMapping("/handling/{id}/suggestion.{format:pdf|docx}")
    @Needs(Permission.MATTER_HANDLE)
    ResponseEntity<byte[]> suggestion(@PathVariable UUID id, @PathVariable String format) {
        Handling handling = scope.visible(id);
        return letters.suggestion(handling, scope.named(handling), Output.of(format))
                .answer();
    }

    /** Drafts are their organ's own: its people, and those who check. */
    @GetMapping("/handling/{id}/replies/{reply}.{format:pdf|docx}")
    @Needs(Permission.MATTER_HANDLE)
    ResponseEntity<byte[]> reply(@PathVariable UUID id, @PathVariable UUID reply, @PathVariable String format) {
        Handling handling = scope.visible(id);
        Reply letter = handling.replies().stream()
                .filter(one -> one.id().equals(reply))
                .filter(one -> one.stage() == Stage.SEALED || scope.organ(handling))
                .findFirst()
                .orElseThrow(() -> unknown(reply));
        return letters.reply(handling, letter, scope.named(handling), Output.of(format))
                .answer();
    }

    @GetMapping("/suggestions/{id}/replies/{reply}.{format:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> open(@PathVariable UUID id, @PathVariable UUID reply, @PathVariable String format) {
        Handling handling = handlings.byFiling(id).filter(Handling::published).orElseThrow(() -> unknown(id));
        Reply letter = handling.sealed().stream()
                .filter(one -> one.id().equals(reply))
                .findFirst()
                .orElseThrow(() -> unknown(reply));
        return letters.reply(handling, letter, !handlings.concealed(id), Output.of(format))
                .answer();
    }

    private static RefusedException unknown(UUID id) {
        return new RefusedException(Refusal.plain("proposals.handling.unknown", "value", id));
    }
}
