package org.yicheng.library;

import java.util.List;
import java.util.Optional;
import org.yicheng.party.Role;

/** To whom a document is given. Several together mean: whoever belongs to one of them. */
public sealed interface Audience {

    /** Everybody, also without signing in. */
    record Everybody() implements Audience {}

    /** The members of a body, and its staff who work with members' documents. */
    record Members(String body) implements Audience {}

    /** The members of one delegation, sector or class. */
    record OfGroup(String body, String group) implements Audience {}

    /** Whoever holds a role in a body. */
    record Holders(String body, Role role) implements Audience {}

    /** Its written form, e.g. {@code GROUP:sjz-npc-15:CAQ}; {@link #parse} reads it. */
    default String key() {
        return switch (this) {
            case Everybody _ -> "PUBLIC";
            case Members(String body) -> "MEMBERS:" + body;
            case OfGroup(String body, String group) -> "GROUP:" + body + ":" + group;
            case Holders(String body, Role role) -> "ROLE:" + body + ":" + role;
        };
    }

    /** Reads the written form; empty if it is none. */
    static Optional<Audience> parse(String key) {
        List<String> parts = List.of(key.strip().split(":", 3));
        return switch (parts.getFirst()) {
            case "PUBLIC" -> parts.size() == 1 ? Optional.of(new Everybody()) : Optional.empty();
            case "MEMBERS" -> parts.size() == 2 ? Optional.of(new Members(parts.get(1))) : Optional.empty();
            case "GROUP" -> parts.size() == 3 ? Optional.of(new OfGroup(parts.get(1), parts.get(2))) : Optional.empty();
            case "ROLE" ->
                parts.size() == 3 ? role(parts.get(2)).map(role -> new Holders(parts.get(1), role)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Role> role(String name) {
        return List.of(Role.values()).stream()
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
