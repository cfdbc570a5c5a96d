package org.yicheng.proposals.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.matter.Matter;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Proposals.Collective;

/**
 * A filing while it is handled (办理).
 *
 * @param matter its course in the kernel: state, limits, history
 * @param screening what the office decided when it came in; empty until then
 * @param assignments those that stand and those that were given elsewhere since, oldest first
 * @param replies every version, oldest first
 * @param classes of its reply over time, oldest first
 * @param collective in whose name a proposal was moved, if not in the members' own
 * @param supervisions how it was supervised as a key item, oldest first
 * @param group the others handled together with it (并案), this one not among them
 */
public record Handling(
        Filing filing,
        Matter matter,
        Optional<Screening> screening,
        Optional<KeyItem> key,
        List<Assignment> assignments,
        List<Objection> objections,
        List<Contact> contacts,
        List<Reply> replies,
        List<Feedback> feedback,
        List<ClassChange> classes,
        List<Commitment> commitments,
        List<Extension> extensions,
        Optional<Collective> collective,
        List<Supervision> supervisions,
        List<UUID> group) {

    /** What becomes of a suggestion that was received. */
    public enum Screening {
        ACCEPTED("accept"),
        /** Back to its author, to be mended and filed again. */
        RETURNED("return"),
        /** 作为代表来信. */
        LETTER("as-letter"),
        NOT_FILED("refuse");

        private final String transition;

        Screening(String transition) {
            this.transition = transition;
        }

        public String transition() {
            return transition;
        }
    }

    /** As what an organ takes part. */
    public enum Mode {
        /** 主办: answers; several leads agree on one answer. */
        LEAD,
        /** 会办: gives its opinion to the lead. */
        ASSIST,
        /** 分办: answers its own part. */
        SEPARATE
    }

    /** @param part what it answers, for SEPARATE @param ended when it was given to another organ */
    public record Assignment(
            UUID id,
            String organ,
            String organName,
            Mode mode,
            String part,
            Instant at,
            Optional<Instant> received,
            Optional<String> opinion,
            Optional<Instant> ended) {

        public boolean answers() {
            return mode != Mode.ASSIST;
        }
    }

    /** What an office is about to assign. */
    public record Share(String organ, Mode mode, String part) {}

    public record Objection(
            String organ, String organName, Instant at, String reason, Optional<Boolean> accepted, String answer) {}

    /** @param person who of the organ spoke @param head whether that was its head */
    public record Contact(
            String organ,
            String organName,
            Matter.Letter.Way way,
            LocalDate on,
            String person,
            boolean head,
            String text) {

        /** Whether they met. */
        public boolean met() {
            return way == Matter.Letter.Way.VISIT || way == Matter.Letter.Way.MEETING;
        }
    }

    /** One of the points asked for, and what is answered to it. */
    public record Point(String asked, String answered) {}

    /**
     * A reply as it is written.
     *
     * @param number 发文字号; may be empty
     * @param code of a class of the body's scheme
     * @param promise what is promised, with its day, when the class is a promise; else empty
     * @param contact who answers questions, and how
     * @param open whether letter and item may be published
     * @param openReason why not; empty if they may
     */
    public record ReplyText(
            String number,
            List<Point> points,
            String code,
            Optional<LocalDate> promised,
            String promise,
            String contact,
            boolean open,
            String openReason) {}

    /** How far a reply is (审签). */
    public enum Stage {
        DRAFT,
        /** With the organ's office: somebody other than the drafter reads it. */
        OFFICE,
        /** With the organ's head, who signs. */
        HEAD,
        /** With the coordinating organ. */
        GOVERNMENT,
        SEALED,
        /** Another version took its place. */
        REPLACED
    }

    /** @param round 1; 2 after the author was not satisfied */
    public record Reply(
            UUID id,
            String organ,
            String organName,
            int round,
            int version,
            Stage stage,
            ReplyText text,
            String drafter,
            Instant draftedAt,
            String signer,
            Optional<Instant> sealed,
            String sha256,
            List<Review> reviews) {}

    /** One look at a reply. @param passed false: sent back to the drafter */
    public record Review(Stage stage, String organ, boolean passed, String name, String remark, Instant at) {}

    /** A grade on either scale. */
    public enum Grade {
        SATISFIED,
        BASICALLY,
        NOT
    }

    /**
     * The author's judgement, on attitude (办理态度) and result (办理结果) apart.
     *
     * @param entered by which clerk, if the mover judged under its seal; else empty
     */
    public record Feedback(int round, Grade attitude, Grade result, String reason, Instant at, String entered) {

        public Feedback enteredBy(String clerk) {
            return new Feedback(round, attitude, result, reason, at, clerk);
        }

        public boolean satisfied() {
            return attitude != Grade.NOT && result != Grade.NOT;
        }
    }

    public record ClassChange(
            Instant at, String code, ReplyScheme.Outcome outcome, Optional<LocalDate> promised, String evidence) {}

    /** 重点督办. @param committee which supervises it; of a proposal, which chair (领衔督办) */
    public record KeyItem(Instant at, String reason, String committee) {}

    /** 督办 of a key item. @param person who supervised */
    public record Supervision(LocalDate on, String person, String text) {}

    /** How a promise stands. */
    public enum Promise {
        OPEN,
        FULFILLED,
        /** Not kept, and told why. */
        EXPLAINED,
        /** Replaced by that of a later reply. */
        REPLACED
    }

    /** A promise in the register (承诺台账). */
    public record Commitment(
            UUID id,
            UUID filing,
            String organ,
            String organName,
            String promise,
            LocalDate due,
            Instant made,
            Promise state,
            String evidence,
            Optional<Instant> ended) {}

    public record Extension(
            String organ, String organName, Instant at, String reason, Optional<Boolean> granted, String answer) {}

    /** Answered, and no letter says that it may not be published. */
    public boolean published() {
        return !sealed().isEmpty()
                && sealed().stream().allMatch(reply -> reply.text().open());
    }

    /** The same without who signed it, for readers who are not to learn that. */
    public Handling withoutNames() {
        return new Handling(
                filing.withoutNames(),
                matter.without("author"),
                screening,
                key,
                assignments,
                objections,
                contacts,
                replies,
                feedback,
                classes,
                commitments,
                extensions,
                collective,
                supervisions,
                group);
    }

    /** Whether a proposal is handled, by the rules of a CPPCC committee. */
    public boolean ofProposal() {
        return filing.kind() == Kind.PROPOSAL;
    }

    /** Whether its mover seals: a party, an organisation or a committee (党派、人民团体、专门委员会). */
    public boolean moverSeals() {
        return collective.filter(one -> !one.mover().convened()).isPresent();
    }

    /** Who moved it, to be told to everybody: the sector, party or committee, else who leads. */
    public String moved() {
        return collective
                .map(Collective::name)
                .orElseGet(() -> filing.signatures().stream()
                        .findFirst()
                        .map(Filing.Signature::name)
                        .orElse(""));
    }

    /** The assignments that stand. */
    public List<Assignment> standing() {
        return assignments.stream().filter(one -> one.ended().isEmpty()).toList();
    }

    /** Those who answer now. */
    public List<Assignment> answering() {
        return standing().stream().filter(Assignment::answers).toList();
    }

    public Optional<Assignment> of(String organ) {
        return standing().stream().filter(one -> one.organ().equals(organ)).findFirst();
    }

    /** 1; 2 once it is handled again. */
    public int round() {
        return switch (matter.state()) {
            case "REHANDLING", "REPLY_DRAFT_AGAIN", "REPLY_REVIEW_AGAIN", "REPLIED_AGAIN", "COORDINATION" -> 2;
            default -> sealed().stream().mapToInt(Reply::round).max().orElse(1);
        };
    }

    /** The newest version of each answering organ in this round. */
    public List<Reply> current() {
        return replies.stream()
                .filter(reply -> reply.round() == round() && reply.stage() != Stage.REPLACED)
                .toList();
    }

    /** The letters that were sent. */
    public List<Reply> sealed() {
        return replies.stream().filter(reply -> reply.stage() == Stage.SEALED).toList();
    }

    /** The class as of now. */
    public Optional<ClassChange> classNow() {
        return classes.isEmpty() ? Optional.empty() : Optional.of(classes.getLast());
    }
}
