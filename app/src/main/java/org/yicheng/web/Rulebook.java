package org.yicheng.web;

import java.util.List;
import org.yicheng.rule.Citation;

/** The rules that a module applies, for the page of rules and their sources; beans of this type are collected. */
@FunctionalInterface
public interface Rulebook {

    /**
     * A rule.
     *
     * @param id as in the documentation, e.g. {@code R1}
     * @param wordKey key of its sentence
     * @param sources where it stands; product rules cite {@code YC}
     */
    record Entry(String id, String wordKey, List<Citation> sources) {

        public Entry {
            sources = List.copyOf(sources);
        }

        /** From short citations, e.g. {@code OL:14(4)}. */
        public static Entry of(String id, String wordKey, String... sources) {
            return new Entry(
                    id,
                    wordKey,
                    java.util.Arrays.stream(sources).map(Citation::parse).toList());
        }
    }

    List<Entry> entries();
}
