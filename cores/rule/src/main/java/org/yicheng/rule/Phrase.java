package org.yicheng.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something to be said, still without a language: the key of a text and what fills its places. {@link Words} turns it
 * into a sentence; a phrase may fill a place of another phrase.
 *
 * @param key the text's key in a bundle
 * @param facts values by the name of their place; numbers, texts, {@link Bilingual}, {@link Citation}, lists, phrases
 * @param grounds the rules it rests on, in the order they were applied
 */
public record Phrase(String key, Map<String, Object> facts, List<Citation> grounds) {

    public Phrase {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        grounds = List.copyOf(grounds);
    }

    /** A phrase without a ground of its own: key, then facts as alternating names and values. */
    public static Phrase of(String key, Object... facts) {
        return new Phrase(key, Refusal.plain(key, facts).facts(), List.of());
    }

    /** The same words, resting on these rules. */
    public Phrase on(List<Citation> rules) {
        return new Phrase(key, facts, rules);
    }
}
