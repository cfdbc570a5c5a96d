package org.yicheng.budgeting.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.budgeting.Comparisons.Outcome;

/** Rules that choose the same projects; rules without an outcome stand alone. */
public record Alike(List<Outcome> outcomes) {

    public Alike {
        outcomes = List.copyOf(outcomes);
    }

    public Outcome first() {
        return outcomes.getFirst();
    }

    static List<Alike> of(List<Outcome> all) {
        Map<String, List<Outcome>> same = new LinkedHashMap<>();
        for (Outcome one : all) {
            String chosen = one.selection()
                    .map(selection -> selection.selected().toString())
                    .orElse(one.rule().key());
            same.computeIfAbsent(chosen, _ -> new ArrayList<>()).add(one);
        }
        return same.values().stream().map(Alike::new).toList();
    }
}
