package org.yicheng.web.pages;

import java.util.List;
import org.yicheng.rule.Instrument;
import org.yicheng.web.Rulebook;

/** @param instruments every instrument that a rule cites, in the order of their first citation */
public record RulesView(List<Rulebook.Entry> rules, List<Instrument> instruments) {

    static RulesView of(List<Rulebook> books) {
        List<Rulebook.Entry> rules =
                books.stream().flatMap(book -> book.entries().stream()).toList();
        List<Instrument> instruments = rules.stream()
                .flatMap(rule -> rule.sources().stream())
                .map(source -> source.instrument())
                .distinct()
                .toList();
        return new RulesView(rules, instruments);
    }
}
