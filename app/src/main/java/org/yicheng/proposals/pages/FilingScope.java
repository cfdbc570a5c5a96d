package org.yicheng.proposals.pages;

import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Finds a filing and asks whether the caller may read or move it. */
@Component
class FilingScope {

    private final Filings filings;
    private final Handlings handlings;
    private final Bodies bodies;

    FilingScope(Filings filings, Handlings handlings, Bodies bodies) {
        this.handlings = handlings;
        this.filings = filings;
        this.bodies = bodies;
    }

    /** Deputies of the body read what they have the address of; clerks what was received. */
    Filing readable(UUID id) {
        Filing filing = known(id);
        boolean clerk = Caller.current().mayIn(filing.body(), Permission.MATTER_EXAMINE)
                && filing.received().isPresent();
        if (!clerk && !Caller.current().mayIn(filing.body(), Permission.MATTER_FILE)) {
            throw new AccessDeniedException("filing " + id);
        }
        return filing;
    }

    /** Whether the caller may learn who filed it: the office and those who signed it, where the author asked so (QDS 18). */
    boolean named(Filing filing) {
        return !handlings.concealed(filing.id())
                || Caller.current().mayIn(filing.body(), Permission.MATTER_EXAMINE)
                || Caller.current()
                        .person()
                        .flatMap(person -> bodies.memberOf(filing.body(), person))
                        .filter(member -> filing.signatures().stream()
                                .anyMatch(signature -> signature.mandate().equals(member.mandate())))
                        .isPresent();
    }

    Filing inScope(UUID id, Permission permission) {
        Filing filing = known(id);
        body(filing.body(), permission);
        return filing;
    }

    private Filing known(UUID id) {
        return filings.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("proposals.unknown", "value", id)));
    }

    void body(String body, Permission permission) {
        if (bodies.byId(body).isEmpty()) {
            throw new RefusedException(Refusal.plain("assembly.body.unknown", "value", body));
        }
        if (!Caller.current().mayIn(body, permission)) {
            throw new AccessDeniedException(permission + " in " + body);
        }
    }
}
