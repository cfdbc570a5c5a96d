package org.yicheng.finding.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.yicheng.finding.GramRanking;
import org.yicheng.finding.Pinyin;
import org.yicheng.finding.Wording;
import org.yicheng.finding.index.Item.Facet;

/**
 * Everything that may be found, in one index. It can be thrown away: what it is made from stands elsewhere, and the
 * index remembers how far it followed that. Safe for any thread; one process a folder.
 */
public final class SearchIndex implements AutoCloseable {

    /** Grows when what is written changes: an index of another form is made anew. */
    private static final String FORM = "1";

    private static final String ID = "id";
    private static final String AUDIENCE = "audience";
    private static final String FROM = "from";
    private static final String AT = "at";
    private static final String TYPE = "type";
    private static final String ENTRY = "entry";
    private static final String PART = "part";
    private static final String GRAMS = "grams";
    private static final String VECTOR = "vector";
    private static final Sort NEWEST = new Sort(new SortField(AT, SortField.Type.LONG, true));

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** @param score the cosine for meaning; else without unit */
    public record Hit(String id, double score) {}

    /** @param facets how many results each value of a facet has */
    public record Found(long total, List<Hit> hits, Map<Facet, Map<String, Long>> facets) {}

    private SearchIndex(Directory directory) throws IOException {
        this.directory = directory;
        writer = new IndexWriter(directory, new IndexWriterConfig());
        searchers = new SearcherManager(writer, null);
    }

    public static SearchIndex inMemory() {
        try {
            return new SearchIndex(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    /** Opens the index of a folder; one that is missing, damaged or of another form begins empty. */
    public static SearchIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            try {
                SearchIndex index = new SearchIndex(FSDirectory.open(folder));
                if (index.data("form").equals(FORM) || index.writer.getDocStats().maxDoc == 0) {
                    return index;
                }
                index.close();
            } catch (IOException | IllegalArgumentException damaged) {
                // What it was made from is whole.
            }
            empty(folder);
            return new SearchIndex(FSDirectory.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + folder, e);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private String data(String key) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> one : data) {
                if (one.getKey().equals(key)) {
                    return one.getValue();
                }
            }
        }
        return "";
    }

    /** How far the index followed what it is made from when it was last kept; 0 for an empty one. */
    public long followed() {
        String followed = data("followed");
        return followed.isEmpty() ? 0 : Long.parseLong(followed);
    }

    /** What the index was made from, as {@link #keep} was told; empty for an empty one. */
    public String origin() {
        return data("origin");
    }

    /** Begins again with nothing. */
    public void clear() {
        try {
            writer.deleteAll();
        } catch (IOException e) {
            throw new UncheckedIOException("emptying the index", e);
        }
        show();
    }

    /** Keeps what was put so far, so that a killed process finds it again. */
    public void keep(long followed, String origin) {
        try {
            writer.setLiveCommitData(Map.of("form", FORM, "followed", Long.toString(followed), "origin", origin)
                    .entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("keeping the index", e);
        }
    }

    /** Puts items in place of what stood under their ids; found after {@link #show}. */
    public void put(List<Item> items) {
        try {
            for (Item item : items) {
                writer.updateDocuments(new Term(ID, item.id()), documents(item));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the index", e);
        }
    }

    public void remove(List<String> ids) {
        try {
            writer.deleteDocuments(ids.stream().map(id -> new Term(ID, id)).toArray(Term[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException("writing the index", e);
        }
    }

    /** Searches from now on see what was put and removed. */
    public void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    private static List<Document> documents(Item item) {
        List<Document> documents = new ArrayList<>();
        for (float[] vector : item.vectors()) {
            Document part = framed(item, PART);
            part.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
            documents.add(part);
        }
        Document entry = framed(item, ENTRY);
        String title = Wording.plain(item.title());
        String text = Wording.plain(item.text());
        entry.add(new TextField(Asked.TITLE, new Pieces(Asked.pieces(title))));
        entry.add(new TextField(Asked.TEXT, new Pieces(Asked.pieces(text))));
        List<String> pairs = new ArrayList<>(Asked.pairs(title));
        pairs.addAll(Asked.pairs(text));
        entry.add(new TextField(Asked.PAIRS, new Pieces(pairs)));
        for (String name : item.names()) {
            Pinyin.keys(name).forEach(key -> entry.add(new StringField(Asked.NAMES, key, Field.Store.NO)));
        }
        if (!item.likeness().isEmpty()) {
            entry.add(new TextField(
                    GRAMS, new Pieces(Wording.grams(item.likeness().getFirst()))));
        }
        entry.add(new NumericDocValuesField(AT, item.at().toEpochMilli()));
        documents.add(entry);
        return documents;
    }

    private static Document framed(Item item, String type) {
        Document document = new Document();
        document.add(new StringField(ID, item.id(), Field.Store.NO));
        document.add(new StoredField("key", item.id()));
        document.add(new StringField(TYPE, type, Field.Store.NO));
        item.audience().forEach(key -> document.add(new StringField(AUDIENCE, key, Field.Store.NO)));
        document.add(new LongPoint(FROM, item.from().toEpochMilli()));
        item.facets().forEach((facet, value) -> {
            document.add(new StringField(facet.name(), value, Field.Store.NO));
            document.add(new SortedDocValuesField(facet.name(), new BytesRef(value)));
        });
        return document;
    }

    /** The words in plain form, as they are to be marked. */
    public static List<String> words(String typed) {
        return Asked.words(typed);
    }

    /** Full text: the best first; without words everything. */
    public Found search(String typed, Filter filter, int offset, int limit) {
        Query wanted = framed(Asked.query(typed), ENTRY, filter.wide());
        return reading(searcher -> {
            Map<Facet, Map<String, Long>> facets = searcher.search(wanted, new FacetCount(filter.facets()));
            int asked = Math.max(1, offset + limit);
            // Without words nothing is better than another: the newest first.
            TopDocs top = Asked.words(typed).isEmpty()
                    ? searcher.search(
                            narrowed(wanted, filter), new TopFieldCollectorManager(NEWEST, asked, Integer.MAX_VALUE))
                    : searcher.search(
                            narrowed(wanted, filter), new TopScoreDocCollectorManager(asked, null, Integer.MAX_VALUE));
            List<Hit> hits = hits(searcher, top, score -> score);
            return new Found(top.totalHits.value(), hits.subList(Math.min(offset, hits.size()), hits.size()), facets);
        });
    }

    /** The nearest by meaning: each item once, by the nearest of its texts. */
    public List<Hit> near(float[] vector, Filter filter, int limit) {
        Query seen = narrowed(framed(new TermQuery(new Term(TYPE, PART)), PART, filter.wide()), filter);
        return reading(searcher -> {
            // Several texts of one item may be near: asked for three times as many.
            int texts = Math.min(1_000, limit * 3);
            TopDocs top = searcher.search(new KnnFloatVectorQuery(VECTOR, vector, texts, seen), texts);
            return hits(searcher, top, score -> 2 * score - 1).stream()
                    .limit(limit)
                    .toList();
        });
    }

    /** The items whose first text shares most pieces with this one. */
    public List<Hit> sharing(String text, Filter filter, int limit) {
        Query wanted = narrowed(framed(GramRanking.sharing(GRAMS, text), ENTRY, filter.wide()), filter);
        return reading(searcher -> hits(searcher, searcher.search(wanted, limit), score -> score));
    }

    private static Query framed(Query query, String type, Filter filter) {
        List<BytesRef> keys = filter.keys().stream().map(BytesRef::new).toList();
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(TYPE, type)), Occur.FILTER)
                .add(new TermInSetQuery(AUDIENCE, keys), Occur.FILTER)
                .add(LongPoint.newRangeQuery(FROM, Long.MIN_VALUE, filter.now().toEpochMilli()), Occur.FILTER)
                .build();
    }

    private static Query narrowed(Query query, Filter filter) {
        if (filter.facets().isEmpty()) {
            return query;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        filter.facets().forEach((facet, value) -> all.add(new TermQuery(new Term(facet.name(), value)), Occur.FILTER));
        return all.build();
    }

    private static List<Hit> hits(IndexSearcher searcher, TopDocs top, Function<Double, Double> scale)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        Map<String, Hit> best = new LinkedHashMap<>();
        for (ScoreDoc hit : top.scoreDocs) {
            String id = stored.document(hit.doc).get("key");
            best.putIfAbsent(id, new Hit(id, scale.apply((double) hit.score)));
        }
        return List.copyOf(best.values());
    }

    /** How many items there are, whoever may see them. */
    public long size() {
        return reading(searcher -> (long) searcher.count(new TermQuery(new Term(TYPE, ENTRY))));
    }

    private interface Read<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Read<T> read) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return read.read(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index", e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index", e);
        }
    }
}
