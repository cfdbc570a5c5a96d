package org.yicheng.proposals;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.proposals.Kind.Part;

/**
 * Something filed with a congress (提出的议案、质询案、询问、罢免案、建议).
 *
 * @param subject the session it is filed in, e.g. {@code congress-session:sjz-npc-15-5}
 * @param number its running number of its kind in the session, once registered (第N号议案)
 * @param mover who files it when it is not deputies: the presidium, a committee, the government (OL 22(1)); else empty
 * @param textHash SHA-256 of title and parts; a signature counts while it is for this very text
 * @param version grows with every change of the text
 * @param received when the server received it
 * @param shortfall why it cannot be taken as what it was filed as: {@code LATE}, {@code TOO_FEW_SIGNERS}
 * @param opinion what the examination proposes to the presidium, with its reason
 * @param outcome what the presidium decided
 * @param answer of the organ, for interpellations and inquiries
 * @param linked the other number after a conversion
 */
public record Filing(
        UUID id,
        Kind kind,
        String subject,
        String body,
        Optional<Integer> number,
        String title,
        Map<Part, String> parts,
        String mover,
        List<Signature> signatures,
        State state,
        String textHash,
        int version,
        Optional<Instant> received,
        Optional<String> shortfall,
        Optional<Opinion> opinion,
        Optional<Outcome> outcome,
        Optional<String> answer,
        Optional<UUID> linked,
        boolean demo) {

    /** DRAFT → SUBMITTED → REGISTERED → EXAMINED → DECIDED; OFFERED when it falls short; CONVERTED, WITHDRAWN. */
    public enum State {
        /** Being written and signed. */
        DRAFT,
        /** Received, but late or under-signed: offered to its author as a suggestion. */
        OFFERED,
        SUBMITTED,
        REGISTERED,
        EXAMINED,
        DECIDED,
        /** Became a suggestion with a number of its own. */
        CONVERTED,
        WITHDRAWN
    }

    /** What becomes of it: of motions by the presidium (OL 22(2), SH 24-26), of the others by who examines them. */
    public enum Outcome {
        /** 列入会议议程. */
        AGENDA,
        /** 先交有关专门委员会审议. */
        COMMITTEE_FIRST,
        /** 交有关委员会闭会后审议. */
        AFTER_SESSION,
        /** 作为建议、批评和意见办理. */
        TO_SUGGESTION,
        /** 不作为议案. */
        NOT_A_MOTION,
        /** 立案, of a proposal. */
        FILED,
        /** 退回: not taken, with a reason. */
        RETURNED,
        /** 作为代表来信或者委员来信. */
        LETTER,
        /** 作为社情民意信息, of a proposal. */
        PUBLIC_OPINION;

        /** What may be decided of a kind. */
        public static List<Outcome> of(Kind kind) {
            return switch (kind) {
                case PROPOSAL -> List.of(FILED, RETURNED, LETTER, PUBLIC_OPINION);
                case SUGGESTION -> List.of(RETURNED, LETTER);
                case MOTION, INTERPELLATION, INQUIRY, DISMISSAL, INVESTIGATION ->
                    List.of(AGENDA, COMMITTEE_FIRST, AFTER_SESSION, TO_SUGGESTION, NOT_A_MOTION);
            };
        }
    }

    /** A proposal of the examination; a person made it, with a reason. */
    public record Opinion(Outcome outcome, String reason) {}

    /**
     * A name under it; the first is the one who leads (领衔).
     *
     * @param textHash of the text that was signed
     * @param withdrawn when it was taken back, if it was
     */
    public record Signature(
            UUID mandate,
            String number,
            String name,
            String group,
            boolean inOffice,
            String textHash,
            Instant at,
            Optional<Instant> withdrawn) {}

    /** Whether a signature stands: for this text, by a deputy in office, not taken back. */
    public boolean stands(Signature signature) {
        return signature.inOffice()
                && signature.withdrawn().isEmpty()
                && signature.textHash().equals(textHash);
    }

    /** How many signatures stand. */
    @JsonProperty(value = "standing", access = JsonProperty.Access.READ_ONLY)
    public int standing() {
        return (int) signatures.stream().filter(this::stands).count();
    }

    /** Names the words of its state: proposals and suggestions are not decided by a presidium. */
    public String stateKey() {
        boolean presidium = kind != Kind.PROPOSAL && kind != Kind.SUGGESTION;
        return "proposals.state-" + (state == State.DECIDED && !presidium ? "CONCLUDED" : state.name());
    }

    public boolean byDeputies() {
        return mover.isEmpty();
    }

    /** The same without its signatures, for readers who are not to learn who filed it. */
    public Filing withoutNames() {
        return new Filing(
                id, kind, subject, body, number, title, parts, mover, List.of(), state, textHash, version, received,
                shortfall, opinion, outcome, answer, linked, demo);
    }

    /** Whether text and signatures can still change. */
    public boolean open() {
        return state == State.DRAFT;
    }
}
