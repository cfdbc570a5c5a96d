package org.yicheng.finding.index;

import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.yicheng.finding.index.Item.Facet;

/** Counts results by their facets. What a facet is narrowed to doesn't narrow its own counts: one sees what else there is. */
final class FacetCount implements CollectorManager<FacetCount.One, Map<Facet, Map<String, Long>>> {

    private final Map<Facet, String> narrowed;

    FacetCount(Map<Facet, String> narrowed) {
        this.narrowed = narrowed;
    }

    @Override
    public One newCollector() {
        return new One(narrowed);
    }

    @Override
    public Map<Facet, Map<String, Long>> reduce(Collection<One> parts) {
        Map<Facet, Map<String, Long>> all = empty();
        parts.forEach(part -> part.counts.forEach((facet, counts) -> {
            Map<String, Long> of = all.getOrDefault(facet, new TreeMap<>());
            counts.forEach((value, count) -> of.merge(value, count, Long::sum));
        }));
        return all;
    }

    private static Map<Facet, Map<String, Long>> empty() {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, new TreeMap<>());
        }
        return counts;
    }

    static final class One extends SimpleCollector {

        private final Map<Facet, String> narrowed;
        private final Map<Facet, Map<String, Long>> counts = empty();
        private final Map<Facet, SortedDocValues> values = new EnumMap<>(Facet.class);

        One(Map<Facet, String> narrowed) {
            this.narrowed = narrowed;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            for (Facet facet : Facet.values()) {
                values.put(facet, DocValues.getSorted(context.reader(), facet.name()));
            }
        }

        @Override
        public void collect(int document) throws IOException {
            Map<Facet, String> own = new EnumMap<>(Facet.class);
            for (Map.Entry<Facet, SortedDocValues> each : values.entrySet()) {
                if (each.getValue().advanceExact(document)) {
                    own.put(
                            each.getKey(),
                            each.getValue()
                                    .lookupOrd(each.getValue().ordValue())
                                    .utf8ToString());
                }
            }
            own.forEach((facet, value) -> {
                boolean others = narrowed.entrySet().stream()
                        .allMatch(wish ->
                                wish.getKey() == facet || wish.getValue().equals(own.get(wish.getKey())));
                Map<String, Long> of = counts.get(facet);
                if (others && of != null && !value.isEmpty()) {
                    of.merge(value, 1L, Long::sum);
                }
            });
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
