package org.yicheng.matter.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Faults;

/**
 * What came in by one of a page's forms and was refused; the page is shown again with it.
 *
 * @param form whose fields are named {@code form.field}
 * @param values by field, without the form's name
 * @param reasons with fields as the page names them
 */
public record Typed(String form, Map<String, String> values, List<Refusal> reasons) {

    static final Typed NOTHING = new Typed("", Map.of(), List.of());

    /** The fields of one form. */
    static Typed in(String form, Map<String, String> all) {
        Map<String, String> values = new HashMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(form + ".")) {
                values.put(name.substring(form.length() + 1), value.strip());
            }
        });
        return new Typed(form, values, List.of());
    }

    Typed refused(List<Refusal> why) {
        return new Typed(
                form,
                values,
                why.stream()
                        .map(reason -> new Refusal(
                                reason.code(),
                                reason.facts(),
                                reason.field().map(field -> form + "." + field),
                                reason.ground()))
                        .toList());
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What was typed into a field of a form; {@code otherwise} in any other form. */
    public String value(String which, String field, String otherwise) {
        return form.equals(which) ? value(field) : otherwise;
    }

    public Faults faults() {
        return new Faults(reasons);
    }

    public boolean isOf(String which) {
        return form.equals(which);
    }
}
