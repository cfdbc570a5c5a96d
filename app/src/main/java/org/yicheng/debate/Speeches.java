package org.yicheng.debate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.assembly.VotingMode;
import org.yicheng.rule.Ruling;

/** The lists of speakers. Every change is recorded as {@code Caller.current()}. */
public interface Speeches {

    int LONGEST_ABOUT = 1_000;

    /** A request for the floor. {@code about} is needed for a point of order only. */
    record Request(UUID item, Speech.Kind kind, Speech.Side side, String about) {}

    /** A member asks for the floor. */
    Ruling<Speech> ask(String sitting, UUID person, Request request);

    /**
     * The desk enters a member who has registered with the secretariat or raised a hand, by number; or an observer 列席,
     * by card. A visitor 旁听 is refused: the public gallery does not speak.
     */
    Ruling<Speech> enter(String sitting, String member, Request request);

    /** Takes the request back: the member, or the desk. */
    Ruling<Speech> withdraw(UUID speech);

    /** Sets somebody's place by hand, 1 being next; 0 gives it back to the rules. */
    Ruling<Speech> place(UUID speech, int place);

    /** Gives the floor: to the next one on the list. Refuses while somebody has it. */
    Ruling<Speech> next(String sitting, UUID item);

    /** Gives the floor to this one; a point of order stops the clock of the speech it interrupts. */
    Ruling<Speech> give(UUID speech);

    Ruling<Speech> pause(UUID speech);

    Ruling<Speech> resume(UUID speech);

    /** Allows more time, in minutes 1…60. */
    Ruling<Speech> extend(UUID speech, int minutes);

    Ruling<Speech> end(UUID speech);

    /** The chair rules on a point of order. */
    Ruling<Speech> rule(UUID speech, String ruling);

    /** A member appeals from the ruling: the assembly decides; the question is listed. */
    Ruling<Speech> appeal(UUID speech, VotingMode mode);

    /** Closes or opens the list. */
    Ruling<AgendaItem> close(UUID item, boolean closed);

    Optional<Speech> byId(UUID speech);

    /** Who waits, in the order they will be called. */
    List<Speech> queue(UUID item);

    /** Who has spoken, oldest first. */
    List<Speech> heard(UUID item);

    /** Who has the floor; a point of order before the speech it interrupts. */
    List<Speech> floor(String sitting);

    /** The accounts of the delegations on an item. */
    List<Account> accounts(UUID item);

    /** @param granted seconds, 0 if the item has no accounts; @param used seconds */
    record Account(String group, String name, int speakers, long granted, long used) {
        public long left() {
            return granted - used;
        }
    }
}
