package org.yicheng.finding.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.yicheng.finding.Runs;
import org.yicheng.finding.Wording;

/**
 * Words that somebody typed, as a query: each word must be found. A word is found as it stands; a longer Chinese word also
 * where most of its character pairs are, which ranks lower. Words in quotes are found only as they stand.
 */
final class Asked {

    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String PAIRS = "pairs";
    static final String NAMES = "names";

    private static final int MOST_WORDS = 12;
    /** Of the pairs of a word, this part must be there, in percent. */
    private static final int ENOUGH = 55;

    private static final int LONG_WORD = 4;

    private Asked() {}

    /** The words in plain form, quotes taken off. */
    static List<String> words(String typed) {
        return cut(typed).stream().map(Word::text).toList();
    }

    private record Word(String text, boolean exact) {}

    private static List<Word> cut(String typed) {
        List<Word> words = new ArrayList<>();
        String[] quoted =
                Wording.plain(typed).replace('“', '"').replace('”', '"').split("\"");
        for (int i = 0; i < quoted.length; i++) {
            boolean exact = i % 2 == 1;
            for (String word : exact ? new String[] {quoted[i]} : quoted[i].split(" ")) {
                if (!Runs.of(word).isEmpty() && words.size() < MOST_WORDS) {
                    words.add(new Word(word.strip(), exact));
                }
            }
        }
        return words;
    }

    static Query query(String typed) {
        List<Word> words = cut(typed);
        if (words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(of(word), Occur.MUST));
        return all.build();
    }

    private static Query of(Word word) {
        List<String> pieces = pieces(word.text());
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new BoostQuery(phrase(TITLE, pieces), 8), Occur.SHOULD);
        any.add(new BoostQuery(phrase(TEXT, pieces), 2), Occur.SHOULD);
        if (!word.exact()) {
            begun(word.text(), pieces, any);
            looser(word.text(), any);
        }
        return any.build();
    }

    private static Query phrase(String field, List<String> pieces) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int at = 0;
        for (String piece : pieces) {
            if (!piece.isEmpty()) {
                phrase.add(new Term(field, piece), at);
            }
            at++;
        }
        return phrase.build();
    }

    /** A word of other letters is also found by its beginning, a name by its pinyin. */
    private static void begun(String word, List<String> pieces, BooleanQuery.Builder any) {
        if (pieces.size() == 1 && !Runs.of(word).getFirst().chinese() && word.length() > 1) {
            any.add(new PrefixQuery(new Term(TITLE, word)), Occur.SHOULD);
            any.add(new PrefixQuery(new Term(TEXT, word)), Occur.SHOULD);
            any.add(new BoostQuery(new PrefixQuery(new Term(NAMES, word)), 4), Occur.SHOULD);
        }
    }

    private static void looser(String word, BooleanQuery.Builder any) {
        List<String> pairs = pairs(word);
        if (pairs.size() + 1 < LONG_WORD) {
            return;
        }
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        pairs.stream()
                .distinct()
                .limit(100)
                .forEach(pair -> most.add(new TermQuery(new Term(PAIRS, pair)), Occur.SHOULD));
        int distinct = (int) Math.min(100, pairs.stream().distinct().count());
        most.setMinimumNumberShouldMatch(Math.max(1, Math.ceilDiv(distinct * ENOUGH, 100)));
        any.add(new BoostQuery(most.build(), 0.5f), Occur.SHOULD);
    }

    /** One piece a Chinese character and a run of other letters; an empty one where something parts them. */
    static List<String> pieces(String plain) {
        List<String> pieces = new ArrayList<>();
        int end = 0;
        for (Runs.Run run : Runs.of(plain)) {
            if (run.from() > end && !pieces.isEmpty()) {
                pieces.add("");
            }
            if (run.chinese()) {
                run.text().codePoints().mapToObj(Character::toString).forEach(pieces::add);
            } else {
                pieces.add(run.text().substring(0, Math.min(200, run.text().length())));
            }
            end = run.from() + run.text().length();
        }
        return pieces;
    }

    static List<String> pairs(String plain) {
        List<String> pairs = new ArrayList<>();
        for (Runs.Run run : Runs.of(plain)) {
            int[] points = run.chinese() ? run.text().codePoints().toArray() : new int[0];
            for (int i = 0; i + 1 < points.length; i++) {
                pairs.add(new String(points, i, 2));
            }
        }
        return pairs;
    }
}
