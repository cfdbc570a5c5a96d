package org.yicheng.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/**
 * One thing being carried out (事项).
 *
 * @param place whose limits count
 * @param subject what the service calls it, {@code kind:id}; empty if nothing else stands behind it
 * @param series in which it is numbered, e.g. {@code sjz-npc-15-5/suggestion}
 * @param number in its series, once it has one; never given twice
 * @param version grows with every change
 */
public record Matter(
        UUID id,
        String procedure,
        String place,
        String subject,
        String series,
        Optional<Integer> number,
        String title,
        String state,
        List<Party> parties,
        int version,
        Instant openedAt,
        Instant since,
        boolean demo) {

    /** The same without its parties of one actor, for readers who are not to learn them. */
    public Matter without(String actor) {
        List<Party> others =
                parties.stream().filter(party -> !party.actor().equals(actor)).toList();
        return new Matter(
                id, procedure, place, subject, series, number, title, state, others, version, openedAt, since, demo);
    }

    /**
     * Who has a part in a matter.
     *
     * @param actor of the procedure
     * @param holder a person or a body
     * @param name as printed
     */
    public record Party(String actor, Holder holder, String name) {

        /** Is this the caller, with a permission of its actor? */
        public boolean isHeldBy(Caller caller, Permission permission) {
            return switch (holder.kind()) {
                case PERSON ->
                    caller.person()
                                    .filter(person -> person.toString().equals(holder.id()))
                                    .isPresent()
                            && caller.may(permission);
                case BODY -> caller.mayIn(holder.id(), permission);
            };
        }
    }

    /** {@code person:<id>} or {@code body:<id>}, the scope in which roles are held. */
    public record Holder(Kind kind, String id) {

        public enum Kind {
            PERSON,
            BODY
        }

        public static Holder person(UUID id) {
            return new Holder(Kind.PERSON, id.toString());
        }

        public static Holder body(String id) {
            return new Holder(Kind.BODY, id);
        }

        /** Reads {@code person:<id>} and {@code body:<id>}; empty for anything else. */
        public static Optional<Holder> parse(String key) {
            int colon = key.indexOf(':');
            String id = key.substring(colon + 1);
            if (id.isBlank()) {
                return Optional.empty();
            }
            return switch (key.substring(0, Math.max(0, colon))) {
                case "person" -> Optional.of(new Holder(Kind.PERSON, id));
                case "body" -> Optional.of(new Holder(Kind.BODY, id));
                default -> Optional.empty();
            };
        }

        public String key() {
            return (kind == Kind.PERSON ? "person:" : "body:") + id;
        }
    }

    /** A matter about to be opened. */
    public record Opening(
            String procedure,
            String place,
            String subject,
            String series,
            String title,
            List<Party> parties,
            boolean demo) {}

    /**
     * An act that moves a matter.
     *
     * @param version that was seen
     * @param documents the number, id or digest of each document that the transition needs, by its name
     * @param starts from which day limits run that this starts, where it is not today; by the limit's name
     * @param parties who takes part from now on; an actor named here replaces those before
     */
    public record Move(
            String transition,
            int version,
            String reason,
            Map<String, String> documents,
            Map<String, LocalDate> starts,
            List<Party> parties) {

        /** Nothing but the transition. */
        public static Move of(String transition, int version) {
            return new Move(transition, version, "", Map.of(), Map.of(), List.of());
        }

        public Move because(String why) {
            return new Move(transition, version, why, documents, starts, parties);
        }

        public Move with(Map<String, String> papers) {
            return new Move(transition, version, reason, papers, starts, parties);
        }

        public Move starting(Map<String, LocalDate> days) {
            return new Move(transition, version, reason, documents, days, parties);
        }

        public Move among(List<Party> others) {
            return new Move(transition, version, reason, documents, starts, others);
        }
    }

    /** One act of its history. @param transition empty for the opening */
    public record Step(
            int number,
            Instant at,
            String actor,
            String role,
            String transition,
            String from,
            String to,
            String reason,
            String ground,
            Map<String, String> documents) {}

    /** What was written or said about it. */
    public record Letter(
            UUID id, Instant at, Direction direction, Way way, LocalDate on, String with, String subject, String text) {

        public enum Direction {
            IN,
            OUT
        }

        /** How. */
        public enum Way {
            LETTER,
            VISIT,
            MEETING,
            PHONE,
            ONLINE
        }
    }

    /** What one matter is to another. */
    public enum LinkType {
        /** Handled together with the other; each keeps its number and its answer (并案). */
        MERGED,
        /** Became the other, e.g. a motion a suggestion; both numbers stay. */
        CONVERTED,
        DUPLICATE,
        RELATED,
        FOLLOW_UP;

        /** Whether it changes how the two are handled, not only says that they have to do with each other. */
        public boolean handling() {
            return this == MERGED || this == CONVERTED;
        }
    }

    /** A link that stands, or stood until it was undone. */
    public record Link(
            UUID id,
            LinkType type,
            UUID from,
            UUID to,
            String by,
            Instant at,
            String reason,
            Optional<Instant> undoneAt) {}
}
