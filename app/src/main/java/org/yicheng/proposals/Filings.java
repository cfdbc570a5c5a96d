package org.yicheng.proposals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.rule.Ruling;

/** What deputies file, from draft to decision. Every change is recorded as {@code Caller.current()}. */
public interface Filings {

    /** A text: title and the parts that its kind asks for. */
    record Text(String title, Map<Part, String> parts) {}

    /** Begins a draft; the deputy who calls leads it and signs it. */
    Ruling<Filing> draft(String body, Kind kind, Text text);

    /**
     * Changes the text of a draft. Signatures under the former text no longer stand until they are confirmed.
     *
     * @param version the version that was read; refused if it has changed since
     */
    Ruling<Filing> edit(UUID id, int version, Text text);

    /** Asks deputies, by member number, to sign. */
    Ruling<Filing> invite(UUID id, List<String> numbers);

    /** Signs the very text that was shown. */
    Ruling<Filing> sign(UUID id, String textHash);

    /** Takes the own signature back. */
    Ruling<Filing> takeBack(UUID id);

    /**
     * Files it: the server's clock decides. Late or under-signed motions are received too, and offered as suggestions.
     *
     * @param oneMatter the author says that a motion, suggestion or proposal is about one matter (一事一案); else it is
     *     refused, for its author to split
     */
    Ruling<Filing> submit(UUID id, boolean oneMatter);

    /** The author takes the offer: it becomes a suggestion with a number of its own, linked to what it was. */
    Ruling<Filing> asSuggestion(UUID id);

    /** Withdraws it. Once listed on the agenda this needs the presidium's consent (OL 22(3)). */
    Ruling<Filing> withdraw(UUID id, String reason);

    /** A clerk files for a body that may: presidium, standing committee, special committee, government (OL 22(1)). */
    Ruling<Filing> file(String body, Kind kind, Text text, String mover);

    /** Gives it its number. */
    Ruling<Filing> register(UUID id);

    /** What the rules propose, before a person examines it. */
    Filing.Opinion proposed(Filing filing);

    Ruling<Filing> examine(UUID id, Filing.Opinion opinion);

    /** Lists the report on all examined motions of the session for a presidium meeting; adopted, it decides them. */
    Ruling<Question> report(String subject, String sitting);

    /** Lists the consent to a withdrawal for a presidium meeting. */
    Ruling<Question> consent(UUID id, String sitting);

    /** A signer asks for reconsideration; more than half of them bring it back to the examination (SH 26). */
    Ruling<Filing> reconsider(UUID id);

    /** The organ's answer to an interpellation or inquiry. */
    Ruling<Filing> answer(UUID id, String text);

    /** A signer is not satisfied with the answer; more than half of them require a second one (OL 24). */
    Ruling<Filing> notSatisfied(UUID id);

    /** How many signers have asked for reconsideration, or are not satisfied. */
    int voices(UUID id, Voice voice);

    /** What signers say together. */
    enum Voice {
        RECONSIDER,
        NOT_SATISFIED
    }

    Optional<Filing> byId(UUID id);

    /** Those that exist. */
    Map<UUID, Filing> byIds(Collection<UUID> ids);

    /** What is filed with a body before it ever had a session belongs to the body itself. */
    static String beforeSessions(String body) {
        return "body:" + body;
    }

    /** What was received in a session, newest first; drafts are their authors' affair. */
    List<Filing> ofSession(String subject);

    /** Bodies with which something was ever filed. */
    List<String> bodies();

    /** What the calling deputy signed or is asked to sign, newest first. */
    List<Filing> own();
}
