package org.yicheng.debate.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.yicheng.debate.Change;

/**
 * The order in which amendments are voted: by the paragraph they begin at; amendments to an amendment before it; at one
 * place the one that goes furthest from the text first. The chair may set another order by hand.
 */
public final class AmendmentOrder {

    /** Furthest possible: nothing of the text stays. */
    public static final int DELETION = 1_000;

    private AmendmentOrder() {}

    /**
     * An amendment to be ordered.
     *
     * @param number its number, from 1; decides between equals
     * @param parent the amendment it amends, itself if it amends the text
     * @param place the place set by hand, 0 if none
     * @param distance from the wording it amends, see {@link #distance}
     */
    public record Entry(UUID id, int number, UUID parent, int place, int from, int distance) {
        boolean second() {
            return !parent.equals(id);
        }
    }

    /**
     * How far a change leads away from the wording, in thousandths: the tokens removed and added as a share of all
     * tokens before and after; a deletion is the furthest, an insertion counts what it adds to the paragraphs beside
     * it.
     */
    public static int distance(List<String> text, Change change) {
        if (change.kind() == Change.Kind.DELETE) {
            return DELETION;
        }
        boolean inserts = change.kind() == Change.Kind.INSERT_AFTER;
        String before = inserts
                ? text.get(Math.max(change.from(), 1) - 1)
                : String.join("\n", text.subList(change.from() - 1, change.to()));
        String fresh = String.join("\n", change.paragraphs());
        String after = inserts ? before + "\n" + fresh : fresh;
        int all = Difference.tokens(before).size() + Difference.tokens(after).size();
        return all == 0 ? 0 : Math.toIntExact(1_000L * Difference.size(before, after) / all);
    }

    /** The order of the votes. */
    public static List<Entry> of(List<Entry> amendments) {
        List<Entry> first = amendments.stream()
                .filter(each -> !each.second())
                .sorted(byPlace(Comparator.comparingInt(Entry::from)))
                .toList();
        List<Entry> order = new ArrayList<>();
        for (Entry amendment : first) {
            amendments.stream()
                    .filter(each -> each.second() && each.parent().equals(amendment.id()))
                    .sorted(byPlace(Comparator.comparingInt(_ -> 0)))
                    .forEach(order::add);
            order.add(amendment);
        }
        // An amendment to one that is no longer before the assembly still has its place.
        amendments.stream().filter(each -> !order.contains(each)).forEach(order::add);
        return order;
    }

    private static Comparator<Entry> byPlace(Comparator<Entry> where) {
        return Comparator.comparingInt((Entry each) -> each.place() == 0 ? Integer.MAX_VALUE : each.place())
                .thenComparing(where)
                .thenComparing(Comparator.comparingInt(Entry::distance).reversed())
                .thenComparingInt(Entry::number);
    }
}
