package org.yicheng.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yicheng.rule.Refusal;

/** What was wrong with a form that came in, by field. */
public record Faults(List<Refusal> reasons) {

    public static final Faults NONE = new Faults(List.of());

    public Faults {
        reasons = List.copyOf(reasons);
    }

    /** The reasons that belong to a field. */
    public List<Refusal> of(String field) {
        return reasons.stream()
                .filter(reason -> reason.field().filter(field::equals).isPresent())
                .toList();
    }

    public boolean any() {
        return !reasons.isEmpty();
    }

    /** For {@code aria-describedby}: the ids of the hint and the errors of a field, null when there are neither. */
    public @Nullable String describedBy(String field, boolean hint) {
        String hinted = hint ? "f-" + field + "-h" : "";
        String wrong = of(field).isEmpty() ? "" : "f-" + field + "-e";
        String all = (hinted + " " + wrong).strip();
        return all.isEmpty() ? null : all;
    }
}
