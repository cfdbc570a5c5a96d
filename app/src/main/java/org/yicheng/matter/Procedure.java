package org.yicheng.matter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * How a kind of matter is carried out, declared as data in {@code procedures/*.yml}: what is not declared cannot
 * happen.
 *
 * @param states the first one is where a matter begins
 * @param places what the law and each place's rules set as limits
 * @param merger until when matters handled together can be taken apart; empty: always
 */
public record Procedure(
        String id,
        Bilingual name,
        List<Actor> actors,
        List<Paper> documents,
        List<State> states,
        List<Limit> limits,
        List<Transition> transitions,
        List<Place> places,
        Optional<Merger> merger) {

    /** Who acts in it. @param permission what a party of a matter needs in its scope to act as this */
    public record Actor(String id, Bilingual name, Permission permission) {}

    /** A document that a transition needs. */
    public record Paper(String id, Bilingual name) {}

    /** @param turn the actor whose turn it is; empty at an end */
    public record State(String id, Bilingual name, Optional<String> turn, boolean end) {}

    /** What a limit is. */
    public enum LimitKind {
        /** To be done by then; late is late, and still to be done. */
        DUTY,
        /** May be done until then; afterwards it lapses and nobody is late. */
        RIGHT
    }

    /**
     * Something with a time limit.
     *
     * @param starts transitions that start it; one that is running ends and starts anew
     * @param ends transitions that meet it
     * @param suspends transitions from which on its time does not count (中止)
     * @param resumes transitions from which on it counts again
     */
    public record Limit(
            String id,
            Bilingual name,
            String actor,
            Set<String> starts,
            Set<String> ends,
            Set<String> suspends,
            Set<String> resumes,
            LimitKind kind) {}

    /**
     * @param by actors who may do it
     * @param numbers it gives the matter its number
     * @param reason it needs one in writing
     * @param within a limit of kind RIGHT that must still run
     * @param places where it exists; empty: everywhere
     */
    public record Transition(
            String id,
            Bilingual name,
            Set<String> from,
            String to,
            Set<String> by,
            boolean numbers,
            boolean reason,
            List<String> documents,
            Optional<String> within,
            Set<String> places,
            Citation ground) {

        public boolean existsIn(String place) {
            return places.isEmpty() || places.contains(place);
        }
    }

    /**
     * Until when a merger (并案) can be undone.
     *
     * @param undoneIn states in which both matters must be
     */
    public record Merger(Set<String> undoneIn, Citation ground) {}

    /**
     * The limits of a place.
     *
     * @param checkLocally the place has rules of its own that could not be read; its figures are to be checked there
     */
    public record Place(String id, Bilingual name, boolean checkLocally, Map<String, Term> terms) {}

    /**
     * How long a limit is at a place.
     *
     * @param longest how long at most from its start when extended; empty: it cannot be extended
     * @param starts transitions that start it here, where it differs
     */
    public record Term(
            StatutoryPeriod period, Optional<StatutoryPeriod> longest, Optional<Set<String>> starts, Citation ground) {}

    public State start() {
        return states.getFirst();
    }

    public Optional<State> state(String id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    public Optional<Transition> transition(String id) {
        return transitions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Limit> limit(String id) {
        return limits.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Actor> actor(String id) {
        return actors.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Paper> document(String id) {
        return documents.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<Place> place(String id) {
        return places.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What may be done from a state at a place, in the order of the declaration. */
    public List<Transition> from(String state, String place) {
        return transitions.stream()
                .filter(one -> one.from().contains(state) && one.existsIn(place))
                .toList();
    }
}
