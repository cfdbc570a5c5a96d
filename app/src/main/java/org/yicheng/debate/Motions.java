package org.yicheng.debate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** Motions, their amendments and their way to the vote. Every change is recorded as {@code Caller.current()}. */
public interface Motions {

    int MOST_MOTIONS = 2_000;
    int MOST_AMENDMENTS = 1_000;

    /** A text to be tabled; see {@link Motion}. */
    record Tabled(
            Bilingual title,
            String proposer,
            Optional<UUID> mover,
            int signers,
            List<String> paragraphs,
            boolean demo) {}

    Ruling<Motion> table(String sitting, Tabled motion);

    /** Changes the text; only while it is being prepared. */
    Ruling<Motion> rewrite(UUID motion, int version, Bilingual title, List<String> paragraphs);

    /** Sets the meeting before the vote; amendments must be in the rule's notice before it. */
    Ruling<Motion> meetingAt(UUID motion, Instant at);

    /**
     * What is said with a move.
     *
     * @param consent which meeting agreed, empty string if not needed
     * @param signers how many of the motion's signers ask for a reconsideration
     */
    record Saying(String reason, String consent, int signers) {
        public static final Saying NOTHING = new Saying("", "", 0);
    }

    /** Makes a move by hand; refuses what the workflow, the rules or a vote under way forbid. */
    Ruling<Motion> move(UUID motion, String move, Saying saying);

    /** Lists the vote on a move that needs one. */
    Ruling<Question> listMove(UUID motion, String move, String sitting, Saying saying, VotingMode mode);

    /** Divides the question: these paragraphs, each range from–to, are voted separately before the whole. */
    Ruling<Motion> divide(UUID motion, List<Range> parts);

    /** Paragraphs from–to, both included. */
    record Range(int from, int to) {}

    /** A part of a divided question. State: LISTED, KEPT, DROPPED. */
    record Part(int number, Range range, String state) {}

    List<Part> parts(UUID motion);

    /** Lists the next question of a motion: amendments in their order, then the parts, then the whole. */
    Ruling<Question> listNext(UUID motion, String sitting, VotingMode mode);

    /** What the next question would be about. */
    Optional<Step> nextStep(UUID motion);

    /** An amendment, a part, or the whole. */
    sealed interface Step {
        record OnAmendment(Amendment amendment) implements Step {}

        record OnPart(Part part) implements Step {}

        record OnWhole() implements Step {}
    }

    /**
     * An amendment as drawn up.
     *
     * @param parent the amendment it amends; then the change counts its paragraphs
     */
    record Drafted(Optional<UUID> parent, Change change, String reason) {}

    /** A member draws up an amendment; others sign; then it is filed. */
    Ruling<Amendment> draft(UUID motion, UUID person, Drafted amendment);

    Ruling<Amendment> sign(UUID amendment, UUID person);

    Ruling<Amendment> unsign(UUID amendment, UUID person);

    /** Files a draft: enough signers, in time. */
    Ruling<Amendment> file(UUID amendment, UUID person);

    /** The secretariat enters an amendment handed in on paper with the numbers of its signers. */
    Ruling<Amendment> fileOnPaper(UUID motion, Drafted amendment, List<String> members);

    /** The secretariat or a committee recommends a change. */
    Ruling<Amendment> recommend(UUID motion, String proposer, Drafted change);

    /** Admits an amendment to the vote, or not; takes a recommendation up, or not. Which meeting decided is said. */
    Ruling<Amendment> admit(UUID amendment, boolean yes, String consent);

    Ruling<Amendment> withdraw(UUID amendment, String consent);

    /** Sets an amendment's place in the order of votes by hand; 0 gives it back to the rule. */
    Ruling<Amendment> place(UUID amendment, int place);

    Optional<Motion> byId(UUID motion);

    List<Motion> ofSitting(String sitting);

    Optional<Amendment> amendment(UUID amendment);

    /** All amendments of a motion by number. */
    List<Amendment> amendments(UUID motion);

    /** The amendments that await a vote, in the order of the votes. */
    List<Amendment> order(UUID motion);

    /** How far each amendment leads from its wording, in thousandths. */
    Map<UUID, Integer> distances(UUID motion);

    /** The text after what was adopted. */
    List<Piece> finalText(UUID motion);

    /** Whether the public may read it. */
    boolean open(Motion motion);

    /** The questions listed about it, in order of listing. */
    List<Question> questions(UUID motion);
}
