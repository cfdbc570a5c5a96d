package org.yicheng.proposals.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yicheng.document.Sheets;
import org.yicheng.proposals.Imports;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** A table of filings with its headings read: by code, or by the word of either language. */
final class FilingTable {

    private static final List<String> NEEDED = List.of("kind", "title");

    private final Sheets.Table table;
    private final Map<String, String> headings;
    private final List<String> ignored;

    private FilingTable(Sheets.Table table, Map<String, String> headings, List<String> ignored) {
        this.table = table;
        this.headings = headings;
        this.ignored = ignored;
    }

    /** Refuses a table without the columns that every row needs, or with one column twice. */
    static Ruling<FilingTable> of(Sheets.Table table, Words words) {
        Map<String, String> known = names(words);
        Map<String, String> headings = new LinkedHashMap<>();
        List<String> twice = table.columns().stream()
                .filter(heading -> known.containsKey(plain(heading)))
                .filter(heading -> headings.putIfAbsent(known.getOrDefault(plain(heading), ""), heading) != null)
                .toList();
        List<String> missing =
                NEEDED.stream().filter(column -> !headings.containsKey(column)).toList();
        List<Refusal> against = Stream.of(
                        refusal("proposals.import-columns-missing", missing),
                        refusal("proposals.import-columns-twice", twice))
                .flatMap(Optional::stream)
                .toList();
        List<String> ignored = table.columns().stream()
                .filter(heading -> !heading.isEmpty() && !known.containsKey(plain(heading)))
                .toList();
        return against.isEmpty() ? Ruling.granted(new FilingTable(table, headings, ignored)) : Ruling.refused(against);
    }

    private static Optional<Refusal> refusal(String code, List<String> columns) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(Refusal.at("file", code, "columns", columns));
    }

    /** What a heading may say, and the column it names. */
    private static Map<String, String> names(Words words) {
        Map<String, String> names = new HashMap<>();
        for (String column : Imports.COLUMNS) {
            names.put(plain(column), column);
            for (Language language : Language.values()) {
                names.put(plain(words.say(language, Imports.word(column))), column);
            }
        }
        return names;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    List<Sheets.Line> lines() {
        return table.rows();
    }

    String encoding() {
        return table.encoding();
    }

    List<String> ignored() {
        return ignored;
    }

    /** A cell without white space around it, line ends as one character. */
    String get(Sheets.Line line, String column) {
        return Optional.ofNullable(headings.get(column))
                .map(line::get)
                .map(text -> text.replace("\r\n", "\n"))
                .orElse("");
    }

    /** Which value a cell means: its code, or its word in either language. */
    static <T extends Enum<T>> Optional<T> meant(String cell, List<T> values, Words words, Function<T, String> key) {
        return values.stream()
                .filter(value -> value.name().equalsIgnoreCase(cell)
                        || Stream.of(Language.values())
                                .anyMatch(language -> plain(words.say(language, key.apply(value)))
                                        .equals(plain(cell))))
                .findFirst();
    }
}
