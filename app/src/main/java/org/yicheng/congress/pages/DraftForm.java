package org.yicheng.congress.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yicheng.congress.SessionDrafts.Draft;
import org.yicheng.congress.SessionDrafts.RosterFrom;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;

/**
 * The form that creates a session, as it was filled in; nothing typed is lost when it is refused.
 *
 * @param values by field: {@link #FIELDS}; a field that was not sent is an empty string
 */
public record DraftForm(Map<String, String> values) {

    static final List<String> FIELDS = List.of(
            "kind",
            "id",
            "body",
            "bodyNameZh",
            "bodyNameEn",
            "nameZh",
            "nameEn",
            "number",
            "reportIn",
            "opening",
            "place",
            "presiding",
            "rosterFrom",
            "source",
            "kept",
            "fileName");

    private static final int LONGEST = 200;

    /** Only the known fields, cut to a length that no honest answer reaches. */
    static DraftForm of(Map<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = sent.getOrDefault(field, "").strip();
            values.put(field, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        }
        return new DraftForm(values);
    }

    /** A form filled from a draft. */
    static DraftForm of(Draft draft) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", draft.kind());
        values.put("id", draft.id());
        values.put("body", draft.body().orElse(""));
        values.put("nameZh", draft.name().zh());
        values.put("nameEn", draft.name().en());
        values.put("number", "" + draft.number());
        values.put("reportIn", draft.reportIn().toString());
        values.put("opening", draft.opening().toString());
        values.put("place", draft.place());
        values.put("rosterFrom", draft.rosterFrom().name());
        values.put("source", draft.source().orElse(""));
        return of(values);
    }

    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    DraftForm with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new DraftForm(changed);
    }

    /** What cannot be read at all. */
    List<Refusal> faults() {
        List<Refusal> reasons = new ArrayList<>();
        for (String field : List.of("reportIn", "opening")) {
            if (date(field).isEmpty()) {
                reasons.add(Refusal.at(field, "congress.day-unknown", "value", get(field)));
            }
        }
        if (!get("number").matches("\\d{1,3}")) {
            reasons.add(Refusal.at("number", "congress.session-number", "value", get("number"), "most", 999));
        }
        return reasons;
    }

    private Optional<LocalDate> date(String field) {
        try {
            return Optional.of(LocalDate.parse(get(field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> optional(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static Bilingual both(String zh, String en) {
        return new Bilingual(zh, en.isEmpty() ? zh : en);
    }

    /** Only when {@link #faults()} is empty. A body that is there keeps its roster. */
    Draft draft() {
        boolean existing = !get("body").isEmpty();
        RosterFrom from =
                existing ? RosterFrom.BODY : get("rosterFrom").equals("SESSION") ? RosterFrom.SESSION : RosterFrom.FILE;
        return new Draft(
                get("kind"),
                get("id"),
                optional(get("body")),
                both(get("bodyNameZh"), get("bodyNameEn")),
                both(get("nameZh"), get("nameEn")),
                Integer.parseInt(get("number")),
                date("reportIn").orElseThrow(),
                date("opening").orElseThrow(),
                get("place"),
                get("presiding"),
                from,
                optional(get("source")));
    }
}
