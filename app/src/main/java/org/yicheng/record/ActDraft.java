package org.yicheng.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An act about to be written into the book.
 *
 * @param at when it happened, on the platform's clock
 * @param actor account id, or {@code system}; never a name
 * @param role the role it was done in, e.g. {@code CHAIR}
 * @param verb what was done, {@code module.noun.verb}, e.g. {@code assembly.question.put}
 * @param subject on what, {@code kind:id}, e.g. {@code question:3f…}
 * @param ground legal ground in short form, e.g. {@code OL:25}
 * @param facts small public facts (numbers, states); never secret content, never personal data
 */
public record ActDraft(
        Instant at,
        String actor,
        String role,
        String verb,
        String subject,
        Optional<String> ground,
        Map<String, String> facts) {

    public ActDraft {
        facts = Map.copyOf(facts);
    }

    /** The facts in key order, as they are hashed. */
    public TreeMap<String, String> sortedFacts() {
        return new TreeMap<>(facts);
    }
}
