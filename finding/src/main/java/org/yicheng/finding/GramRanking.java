package org.yicheng.finding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.yicheng.finding.index.Pieces;

/**
 * Ranks a fixed list of texts by the pieces they share with another one (BM25 over characters, pairs and words). It is
 * the way to compare texts when there is no model. Safe for any thread.
 */
public final class GramRanking {

    private static final String FIELD = "grams";
    /** Of a long text its beginning: a query may not have more clauses than about a thousand. */
    private static final int MOST_GRAMS = 500;

    private final IndexSearcher searcher;

    /** @param place of the text in the list */
    public record Ranked(int place, double score) {}

    public GramRanking(List<String> texts) {
        try {
            ByteBuffersDirectory memory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig())) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new TextField(FIELD, new Pieces(Wording.grams(text))));
                    writer.addDocument(document);
                }
                // One segment in the order of the list: the number of a document is its place.
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    /** Whatever shares a piece; a piece that comes twice counts twice. */
    public static Query sharing(String field, String text) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Wording.grams(text).stream()
                .limit(MOST_GRAMS)
                .forEach(gram -> any.add(new TermQuery(new Term(field, gram)), Occur.SHOULD));
        return any.build();
    }

    /** The best first; texts that share nothing are left out. */
    public List<Ranked> rank(String text, int limit) {
        try {
            List<Ranked> ranked = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(sharing(FIELD, text), limit).scoreDocs) {
                ranked.add(new Ranked(hit.doc, hit.score));
            }
            return ranked;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }
}
