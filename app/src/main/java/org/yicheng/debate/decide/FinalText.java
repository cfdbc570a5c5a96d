package org.yicheng.debate.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yicheng.debate.Change;
import org.yicheng.debate.Piece;

/** The text as it stands after what was adopted; paragraphs keep the number they had when the debate began. */
public final class FinalText {

    private FinalText() {}

    /** A change that was adopted and the number of its amendment, from 1. */
    public record Adopted(int amendment, Change change) {}

    /** Two adopted changes that want the same words. */
    public record Clash(int first, int second) {}

    /** The clashes among changes; a text can be made only when there are none. */
    public static List<Clash> clashes(List<Adopted> adopted) {
        List<Clash> found = new ArrayList<>();
        for (int i = 0; i < adopted.size(); i++) {
            for (int j = i + 1; j < adopted.size(); j++) {
                if (adopted.get(i).change().clashes(adopted.get(j).change())) {
                    found.add(
                            new Clash(adopted.get(i).amendment(), adopted.get(j).amendment()));
                }
            }
        }
        return found;
    }

    /**
     * Puts the adopted changes into the text. Insertions at one place stand in the order given.
     *
     * @param paragraphs the text before the debate
     * @throws IllegalArgumentException if changes clash or name a paragraph that is not there
     */
    public static List<Piece> of(List<String> paragraphs, List<Adopted> adopted) {
        if (!clashes(adopted).isEmpty()) {
            throw new IllegalArgumentException("adopted changes do not clash, got " + clashes(adopted));
        }
        Map<Integer, List<Piece>> after = new HashMap<>();
        TreeMap<Integer, Adopted> taken = new TreeMap<>();
        for (Adopted each : adopted) {
            Change change = each.change();
            if (change.to() > paragraphs.size()) {
                throw new IllegalArgumentException(
                        "the text has " + paragraphs.size() + " paragraphs, got " + change.to());
            }
            if (change.kind() == Change.Kind.INSERT_AFTER) {
                after.computeIfAbsent(change.from(), _ -> new ArrayList<>()).addAll(pieces(each));
            } else {
                taken.put(change.from(), each);
            }
        }
        List<Piece> text = new ArrayList<>(after.getOrDefault(0, List.of()));
        for (int number = 1; number <= paragraphs.size(); number++) {
            Map.Entry<Integer, Adopted> entry = taken.floorEntry(number);
            Adopted over = entry == null || entry.getValue().change().to() < number ? null : entry.getValue();
            if (over == null) {
                text.add(new Piece(number, paragraphs.get(number - 1), 0));
            } else if (over.change().from() == number) {
                text.addAll(pieces(over));
            }
            text.addAll(after.getOrDefault(number, List.of()));
        }
        return Collections.unmodifiableList(text);
    }

    private static List<Piece> pieces(Adopted adopted) {
        return adopted.change().paragraphs().stream()
                .map(text -> new Piece(adopted.change().from(), text, adopted.amendment()))
                .toList();
    }

    /** An amendment's own text after the amendments to it that were adopted. */
    public static Change amended(Change change, List<Adopted> second) {
        return second.isEmpty()
                ? change
                : change.with(of(change.paragraphs(), second).stream()
                        .map(Piece::text)
                        .toList());
    }

    /** The text without the parts that were voted down separately: paragraphs by their number before the debate. */
    public static List<Piece> without(List<Piece> text, List<int[]> parts) {
        return text.stream()
                .filter(piece ->
                        parts.stream().noneMatch(part -> part[0] <= piece.number() && piece.number() <= part[1]))
                .toList();
    }
}
