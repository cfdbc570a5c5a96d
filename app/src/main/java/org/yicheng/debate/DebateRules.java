package org.yicheng.debate;

import java.util.List;
import java.util.Optional;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.Share;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * The rules an assembly debates by, as data ({@code debaterules/<id>.yml}; the id is that of the body's rule set, else
 * {@code default}).
 *
 * @param reconsideration which share of a motion's signers may ask for it, and how many minutes before the meeting
 */
public record DebateRules(
        String id,
        Speeches speech,
        Amendments amendment,
        Reconsideration reconsideration,
        Citation division,
        Citation consent,
        Workflow workflow) {

    /**
     * Speaking.
     *
     * @param minutes how long the first, the second … speech of one person on one item may be; its size is how often
     * @param limits where that stands
     * @param replyMinutes how long a reply may be
     * @param pointMinutes how long a point of order may be
     * @param mostPerGroup speakers of one delegation on one item, 0 for no quota
     * @param order where the order of speaking stands
     */
    public record Speeches(
            List<Integer> minutes,
            Citation limits,
            int replyMinutes,
            int pointMinutes,
            boolean firstSpeakersFirst,
            boolean alternateSides,
            boolean spreadGroups,
            int mostPerGroup,
            Citation order) {

        public Speeches {
            minutes = List.copyOf(minutes);
            if (minutes.isEmpty() || minutes.stream().anyMatch(each -> each < 1)) {
                throw new IllegalArgumentException("speeches last a minute or more, got " + minutes);
            }
        }
    }

    /**
     * Amendments.
     *
     * @param signers how many members must sign
     * @param noticeMinutes how long before the meeting that precedes the vote they must be in; 0 for no notice
     * @param admission whether a meeting (the presidium) first decides that an amendment goes to the vote
     * @param first where it stands that they are voted before the text
     */
    public record Amendments(
            int signers,
            Citation signersSource,
            int noticeMinutes,
            Citation noticeSource,
            boolean admission,
            Citation first) {}

    /** Reconsideration: the share of the signers and the notice before the meeting. */
    public record Reconsideration(Share share, int minutes) {}

    /** What a state means to the program, whatever a place calls it. */
    public enum Stage {
        /** The text may still be changed by its author. */
        PREPARING,
        /** Under debate: amendments may be filed. */
        DEBATED,
        /** The text stands before the vote. */
        VOTING,
        ADOPTED,
        /** Ended without being adopted. */
        ENDED
    }

    /**
     * A state of a motion.
     *
     * @param open whether the public may read the motion
     */
    public record MotionState(String id, Stage stage, Bilingual name, boolean open) {}

    /** What brings a move about. */
    public enum When {
        /** Somebody who prepares the sitting makes it. */
        HAND,
        /** A vote on the move itself; it happens when the vote is declared and carried. */
        VOTE,
        /** The motion's own question is put. */
        PUT,
        /** The motion's own question was decided. */
        ADOPTED,
        REJECTED,
        VOID
    }

    /** What must be said with a move. */
    public enum Need {
        REASON,
        /** Which meeting agreed. */
        CONSENT,
        /** Enough of the motion's signers, in time. */
        RECONSIDERATION
    }

    /**
     * A move from state to state.
     *
     * @param vote the threshold of its vote where it is not the body's own
     */
    public record Move(
            String id,
            List<String> from,
            String to,
            When when,
            Bilingual name,
            List<Need> needs,
            Optional<DecisionRule> vote,
            Citation source) {}

    /** The states of a motion and the moves between them. */
    public record Workflow(String initial, List<MotionState> states, List<Move> moves) {

        public Workflow {
            states = List.copyOf(states);
            moves = List.copyOf(moves);
            List<String> known = states.stream().map(MotionState::id).toList();
            for (Move move : moves) {
                if (!known.contains(move.to()) || !known.containsAll(move.from())) {
                    throw new IllegalArgumentException(
                            "move " + move.id() + " names a state that is not among " + known);
                }
            }
            if (!known.contains(initial)) {
                throw new IllegalArgumentException("the first state is one of " + known + ", got " + initial);
            }
        }

        /** @throws IllegalArgumentException if there is none with this id */
        public MotionState state(String id) {
            return states.stream()
                    .filter(state -> state.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such state: " + id));
        }

        public Optional<Move> move(String id) {
            return moves.stream().filter(move -> move.id().equals(id)).findFirst();
        }

        /** The moves out of a state that happen in this way. */
        public List<Move> from(String state, When when) {
            return moves.stream()
                    .filter(move -> move.when() == when && move.from().contains(state))
                    .toList();
        }
    }
}
