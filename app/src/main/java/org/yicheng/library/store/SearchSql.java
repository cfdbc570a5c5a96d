package org.yicheng.library.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which versions hold every word: by its pieces through the index, then by comparing the text. */
final class SearchSql {

    private SearchSql() {}

    private static String condition(List<String> words) {
        StringBuilder sql = new StringBuilder();
        if (!pieces(words).isEmpty()) {
            sql.append(" and v.grams @> string_to_array(:pieces, E'\\n')");
        }
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and position(:word").append(i).append(" in v.plain) > 0");
        }
        return sql.toString();
    }

    /**
     * The versions that hold every word, as the expression {@code hits}: looked for once and apart, because the planner
     * takes words that stand together for words that meet by chance.
     */
    static String hits(List<String> words) {
        return "hits as materialized (select v.document, v.number from library.version v where true" + condition(words)
                + ")";
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
