package org.yicheng.congress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** Proposals to call a special session (OL 14(3)). Every change is recorded as {@code Caller.current()}. */
public interface SpecialCalls {

    /** A deputy proposes it and signs first. The text is fixed: what was signed is what is handed in. */
    Ruling<SpecialCall> propose(String body, String title, String text);

    Ruling<SpecialCall> sign(UUID id);

    Ruling<SpecialCall> takeBack(UUID id);

    /** The first signer hands it in; refused while fewer than one fifth of all deputies have signed. */
    Ruling<SpecialCall> handIn(UUID id);

    /** The first signer gives it up before it is handed in. */
    Ruling<SpecialCall> withdraw(UUID id);

    /** A clerk enters that the standing committee finds a special session necessary. */
    Ruling<SpecialCall> ofCommittee(String body, String title, String text, String reference);

    /** Names the session that is called by it; a special session is not convened without. */
    Ruling<SpecialCall> back(UUID id, String session);

    Optional<SpecialCall> byId(UUID id);

    /** Of a body, newest first. */
    List<SpecialCall> ofBody(String body);
}
