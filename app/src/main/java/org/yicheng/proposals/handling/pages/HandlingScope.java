package org.yicheng.proposals.handling.pages;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.party.Caller;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Who sees how a suggestion is handled: the office, its signers, the organs that take or took part. */
@Component
class HandlingScope {

    private final Handlings handlings;
    private final Organs organs;
    private final Bodies bodies;

    HandlingScope(Handlings handlings, Organs organs, Bodies bodies) {
        this.handlings = handlings;
        this.organs = organs;
        this.bodies = bodies;
    }

    /** To others it does not exist. */
    Handling visible(UUID filing) {
        return handlings
                .byFiling(filing)
                .filter(this::sees)
                .orElseThrow(() -> new RefusedException(Refusal.plain("proposals.handling.unknown", "value", filing)));
    }

    private boolean sees(Handling handling) {
        return office(handling.filing()) || signer(handling.filing()) || organ(handling);
    }

    static boolean office(Filing filing) {
        return Caller.current().mayIn(filing.body(), Permission.MATTER_EXAMINE);
    }

    /** Whether the caller's name is under it. */
    boolean signer(Filing filing) {
        return Caller.current()
                .person()
                .flatMap(person -> bodies.memberOf(filing.body(), person))
                .map(Member::mandate)
                .filter(mandate -> filing.signatures().stream()
                        .anyMatch(signature -> signature.mandate().equals(mandate)))
                .isPresent();
    }

    /** One that takes part, or checks what others answer. */
    boolean organ(Handling handling) {
        return organs.ofCaller(Permission.MATTER_HANDLE).stream()
                .anyMatch(organ ->
                        organ.coordinates() && !handling.assignments().isEmpty()
                                || handling.assignments().stream()
                                        .anyMatch(one -> one.organ().equals(organ.id())));
    }

    /** Whether the caller may learn who filed it. */
    boolean named(Handling handling) {
        return !handlings.concealed(handling.filing().id()) || office(handling.filing()) || signer(handling.filing());
    }

    /** The office's own steps. */
    Handling examined(UUID filing) {
        Handling handling = visible(filing);
        body(handling.filing().body());
        return handling;
    }

    void body(String body) {
        if (!Caller.current().mayIn(body, Permission.MATTER_EXAMINE)) {
            throw new AccessDeniedException("suggestions of " + body);
        }
    }

    /** An organ's own list. */
    void organ(String organ) {
        if (!Caller.current().mayIn(organ, Permission.MATTER_HANDLE)) {
            throw new AccessDeniedException("suggestions handled by " + organ);
        }
    }

    /** An organ's own steps. */
    Handling handled(UUID filing, String organ, Permission permission) {
        Handling handling = visible(filing);
        if (!Caller.current().mayIn(organ, permission)) {
            throw new AccessDeniedException(permission + " in " + organ);
        }
        return handling;
    }
}
