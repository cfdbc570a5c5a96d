package org.yicheng.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One reason why something may not be done, with the numbers that decided it.
 *
 * @param code stable and documented, {@code module.words-with-hyphens}; also the key of its text in every language
 * @param facts the numbers and values that decided, in the order they should be read; never null values
 * @param field the input field it belongs to (a JSON pointer or a form field's name), if any
 * @param ground the rule it rests on, if any
 */
public record Refusal(String code, Map<String, Object> facts, Optional<String> field, Optional<Citation> ground) {

    public Refusal {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A refusal by a rule: code, ground, then facts as alternating names and values. */
    public static Refusal by(Citation ground, String code, Object... facts) {
        return new Refusal(code, pairs(facts), Optional.empty(), Optional.of(ground));
    }

    /** Malformed input: code, the field, then facts as alternating names and values. */
    public static Refusal at(String field, String code, Object... facts) {
        return new Refusal(code, pairs(facts), Optional.of(field), Optional.empty());
    }

    /** A field that breaks a rule: the field, the ground, the code, then facts as alternating names and values. */
    public static Refusal at(String field, Citation ground, String code, Object... facts) {
        return new Refusal(code, pairs(facts), Optional.of(field), Optional.of(ground));
    }

    /** A refusal without a ground in law, e.g. a thing that does not exist. */
    public static Refusal plain(String code, Object... facts) {
        return new Refusal(code, pairs(facts), Optional.empty(), Optional.empty());
    }

    private static Map<String, Object> pairs(Object... facts) {
        if (facts.length % 2 != 0) {
            throw new IllegalArgumentException("facts come as name, value pairs, got " + facts.length + " items");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put((String) facts[i], facts[i + 1]);
        }
        return map;
    }
}
