package org.yicheng.livelihood.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.livelihood.poll.Marks;
import org.yicheng.livelihood.poll.Poll;

/**
 * A ballot as it is filled in.
 *
 * @param stamp when the form was given out; empty where it is not public
 * @param code of the ballot that this one replaces; empty for a new one
 */
public record PollForm(Poll poll, Marks marks, String stamp, String code) {

    static final Marks NOTHING = new Marks(List.of(), "", Optional.empty(), Optional.empty());

    static Marks marks(List<UUID> projects, Map<String, String> typed) {
        return new Marks(
                projects,
                typed.getOrDefault("district", ""),
                known(Marks.Age.values(), typed.getOrDefault("age", "")),
                known(Marks.Sex.values(), typed.getOrDefault("sex", "")));
    }

    private static <E extends Enum<E>> Optional<E> known(E[] values, String name) {
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst();
    }

    public boolean marked(Poll.Item item) {
        return marks.projects().contains(item.project());
    }

    /** Those that are marked, by number. */
    public List<Poll.Item> chosen() {
        return poll.items().stream().filter(this::marked).toList();
    }

    /** What the marked ones cost together, in fen. */
    public long sum() {
        return chosen().stream().mapToLong(Poll.Item::fen).sum();
    }

    /** What is left of the frame, in fen; below zero beyond it. */
    public long left() {
        return poll.terms().fen() - sum();
    }
}
