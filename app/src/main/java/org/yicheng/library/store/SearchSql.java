package org.yicheng.library.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The condition that a version, {@code v}, holds every word: by its pieces through the index, then by comparing the text. */
final class SearchSql {

    private SearchSql() {}

    static String condition(List<String> words) {
        StringBuilder sql = new StringBuilder();
        if (!pieces(words).isEmpty()) {
            sql.append(" and v.grams @> string_to_array(:pieces, E'\\n')");
        }
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and position(:word").append(i).append(" in v.plain) > 0");
        }
        return sql.toString();
    }

    static StatementSpec bind(StatementSpec statement, List<String> words) {
        Set<String> pieces = pieces(words);
        StatementSpec bound = pieces.isEmpty() ? statement : statement.param("pieces", Rows.joined(pieces));
        for (int i = 0; i < words.size(); i++) {
            bound = bound.param("word" + i, words.get(i));
        }
        return bound;
    }

    private static Set<String> pieces(List<String> words) {
        Set<String> pieces = new TreeSet<>();
        words.forEach(word -> pieces.addAll(Grams.needed(word)));
        return pieces;
    }
}
