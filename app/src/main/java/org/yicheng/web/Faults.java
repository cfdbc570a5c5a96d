package org.yicheng.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yicheng.rule.Refusal;

/**
 * What was wrong with a form that came in, by field.
 *
 * @param form tells apart fields of one name in several forms of a page; empty where there is one form
 */
public record Faults(List<Refusal> reasons, String form) {

    public static final Faults NONE = new Faults(List.of());

    public Faults {
        reasons = List.copyOf(reasons);
    }

    public Faults(List<Refusal> reasons) {
        this(reasons, "");
    }

    /** The id of a field's control on the page. */
    public String id(String field) {
        return id(form, field);
    }

    /** The same of a field in a form of the page. */
    public static String id(String form, String field) {
        return form.isEmpty() ? "f-" + field : "f-" + form + "." + field;
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
        String hinted = hint ? id(field) + "-h" : "";
        String wrong = of(field).isEmpty() ? "" : id(field) + "-e";
        String all = (hinted + " " + wrong).strip();
        return all.isEmpty() ? null : all;
    }
}
