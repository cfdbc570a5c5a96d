package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.count.Weight;
import org.yicheng.rule.Ruling;

/**
 * Votes that are given by name, member for member: by weight, through a proxy, in a roll call; and questions decided
 * without a count. Every change is recorded as {@code Caller.current()}.
 */
public interface Voices {

    /** Parts of one member's weight; what is left was not voted. */
    record Parts(Weight votesFor, Weight against, Weight abstain) {

        /** The whole weight on one side. */
        public static Parts whole(Weight weight, Mark mark) {
            return new Parts(
                    mark == Mark.FOR ? weight : Weight.ZERO,
                    mark == Mark.AGAINST ? weight : Weight.ZERO,
                    mark == Mark.ABSTAIN ? weight : Weight.ZERO);
        }
    }

    /** What is to be voted: a whole mark, or parts of the weight where the rule set admits them. */
    sealed interface Instruction {
        record Whole(Mark mark) implements Instruction {}

        record Split(Parts parts) implements Instruction {}
    }

    /**
     * One member's vote.
     *
     * @param by number of the member who gave it: the own one, or the holder of the proxy
     */
    record Voice(String member, String name, String groupName, Weight carried, Parts parts, String by, Instant at) {}

    /**
     * A member somebody may vote for.
     *
     * @param own whether it is the own mandate
     * @param voice what was voted so far
     */
    record Standing(String member, String name, Weight weight, boolean own, Optional<Voice> voice) {}

    /**
     * Votes by name, from the member's own phone; the last one counts until the vote closes.
     *
     * @param member number of the member who is voted for: the own one or one who gave a proxy
     */
    Ruling<Voice> cast(UUID question, UUID person, String member, Instruction instruction);

    /** A teller enters the answer of a member who was called (唱名). */
    Ruling<Voice> answer(UUID question, String member, Instruction instruction);

    /** For whom a person may vote now, the own mandate first. */
    List<Standing> standings(UUID question, UUID person);

    /** Everybody who may be called, present or represented, in the order of the roster. */
    List<Standing> called(UUID question);

    /** Who voted how; public once the result is declared. */
    List<Voice> of(UUID question);

    /** A member objects to unanimous consent or demands a count after acclamation: it will be counted. */
    Ruling<Question> object(UUID question, UUID person);

    /** The chair says what was heard: carried or lost. */
    Ruling<Question> hear(UUID question, boolean carried);

    /** What was heard, if the chair has said it. */
    Optional<Boolean> heard(UUID question);

    /** Lays down that a question needs what the rule set says for particular motions; before it is opened. */
    Ruling<Question> decideBy(UUID question, String special);

    /** The key of what a question needs instead of the ordinary majority. */
    Optional<String> decidedBy(UUID question);

    /** A weighted result, once the vote is closed. */
    Optional<Weighed> weighed(UUID question);

    /** Votes by weight; for, against, abstaining and not voted add up to the weight present. */
    record Weighed(Weight all, Weight present, Parts parts) {
        public Weight notVoted() {
            return present.minus(parts.votesFor()).minus(parts.against()).minus(parts.abstain());
        }
    }
}
