package org.yicheng.catalogue.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Correction;
import org.yicheng.catalogue.Entry;
import org.yicheng.finding.Highlights;
import org.yicheng.finding.Meaning;
import org.yicheng.finding.Wording;
import org.yicheng.finding.index.Item.Facet;
import org.yicheng.finding.index.SearchIndex;

/** Finds by the index and shows from the tables: an entry that was taken back a moment ago is not shown any more. */
@Component
class LuceneCatalogue implements Catalogue {

    private static final int MOST_ALIKE = 10;
    /** By shared pieces there is no measure of its own: what scores less than this part of the best is left out. */
    private static final double PART_OF_BEST = 0.35;

    private final Entries entries;
    private final Follower follower;
    private final Readers readers;
    private final Shelf shelf;
    private final Model model;
    private final Round round;
    private final Router router;
    private final Judged judged;

    LuceneCatalogue(
            Entries entries,
            Follower follower,
            Readers readers,
            Shelf shelf,
            Model model,
            Round round,
            Router router,
            Judged judged) {
        this.entries = entries;
        this.follower = follower;
        this.readers = readers;
        this.shelf = shelf;
        this.model = model;
        this.round = round;
        this.router = router;
        this.judged = judged;
    }

    @Override
    public void put(Entry entry) {
        entries.put(entry);
    }

    @Override
    public void remove(String id) {
        entries.remove(id);
    }

    @Override
    public Found search(Asked asked, int offset, int limit) {
        Readers.Reader reader = readers.current();
        Map<Facet, String> facets = new EnumMap<>(Facet.class);
        narrow(facets, Facet.KIND, asked.kind());
        narrow(facets, Facet.PLACE, asked.place());
        narrow(facets, Facet.YEAR, asked.year());
        SearchIndex.Found found = shelf.index().search(asked.words(), reader.narrowed(facets), offset, limit);
        List<String> ids = found.hits().stream().map(SearchIndex.Hit::id).toList();
        Map<String, Entries.Read> readable = readable(ids, reader);
        List<String> words = SearchIndex.words(asked.words());
        List<Hit> hits = new ArrayList<>();
        for (String id : ids) {
            Entries.Read read = readable.get(id);
            if (read != null) {
                hits.add(new Hit(
                        read.line(),
                        Highlights.marked(read.line().title().zh(), words),
                        Highlights.passages(read.words(), words)));
            }
        }
        // What was found and may not be shown any more doesn't count either.
        return new Found(found.total() - (ids.size() - hits.size()), hits, counts(found.facets()));
    }

    private static void narrow(Map<Facet, String> facets, Facet facet, String value) {
        if (!value.isEmpty()) {
            facets.put(facet, value);
        }
    }

    private static Map<String, List<Count>> counts(Map<Facet, Map<String, Long>> facets) {
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        for (Facet facet : List.of(Facet.KIND, Facet.PLACE, Facet.YEAR)) {
            counts.put(
                    facet.name().toLowerCase(Locale.ROOT),
                    facets.getOrDefault(facet, Map.of()).entrySet().stream()
                            .map(one -> new Count(one.getKey(), one.getValue()))
                            .sorted(Comparator.comparingLong(Count::count)
                                    .reversed()
                                    .thenComparing(Count::value))
                            .toList());
        }
        return counts;
    }

    /** Entries about whose subject something happened that was not followed yet are withheld for that moment. */
    private Map<String, Entries.Read> readable(List<String> ids, Readers.Reader reader) {
        Map<String, Entries.Read> readable = entries.readable(ids, reader);
        Set<String> pending = Set.copyOf(follower.pending());
        readable.values().removeIf(read -> pending.contains(read.subject()));
        return readable;
    }

    @Override
    public Alikes similar(String text, List<String> kinds, String except) {
        Readers.Reader reader = readers.current();
        Map<String, Correction.Kind> known = judged.about(text);
        List<Alike> alike = new ArrayList<>();
        Way way = model.now().isPresent() ? Way.MODEL : Way.WORDS;
        List<String> each = kinds.isEmpty() ? List.of("") : kinds;
        for (String kind : each) {
            Map<Facet, String> facets = new EnumMap<>(Facet.class);
            narrow(facets, Facet.KIND, kind);
            alike.addAll(alike(text, except, reader, facets, known));
        }
        return new Alikes(way, ordered(alike, way));
    }

    private List<Alike> alike(
            String text,
            String except,
            Readers.Reader reader,
            Map<Facet, String> facets,
            Map<String, Correction.Kind> known) {
        Optional<Meaning> meaning = model.now();
        List<SearchIndex.Hit> hits = meaning.map(loaded -> shelf.index()
                        .near(loaded.vector(Wording.essence(text)), reader.narrowed(facets), MOST_ALIKE * 2))
                .orElseGet(() -> shelf.index().sharing(text, reader.narrowed(facets), MOST_ALIKE * 2));
        Map<String, Entries.Read> readable =
                readable(hits.stream().map(SearchIndex.Hit::id).toList(), reader);
        List<Alike> alike = new ArrayList<>();
        for (SearchIndex.Hit hit : hits) {
            Entries.Read read = readable.get(hit.id());
            boolean different = known.get(hit.id()) == Correction.Kind.DIFFERENT;
            if (read != null
                    && !different
                    && (except.isEmpty() || !read.subject().equals(except))) {
                alike.add(new Alike(
                        read.line(),
                        hit.score(),
                        meaning.isPresent() && hit.score() >= LIKELY_SAME_FROM,
                        Optional.ofNullable(known.get(hit.id()))));
            }
        }
        return alike;
    }

    private static List<Alike> ordered(List<Alike> alike, Way way) {
        double best = alike.stream().mapToDouble(Alike::score).max().orElse(0);
        double least = way == Way.MODEL ? SHOWN_FROM : best * PART_OF_BEST;
        return alike.stream()
                .filter(one -> one.score() >= least)
                .sorted(Comparator.comparingDouble(Alike::score).reversed())
                .limit(MOST_ALIKE)
                .toList();
    }

    @Override
    public Optional<Alikes> matches(String entry) {
        Readers.Reader reader = readers.current();
        return Optional.ofNullable(readable(List.of(entry), reader).get(entry))
                .filter(read -> read.line().side() != Entry.Side.NONE)
                .map(read -> {
                    Entry.Side other = read.line().side() == Entry.Side.DEMAND ? Entry.Side.SUPPLY : Entry.Side.DEMAND;
                    String text = read.line().title().zh();
                    List<Alike> alike =
                            alike(text, read.subject(), reader, Map.of(Facet.SIDE, other.name()), judged.about(text));
                    Way way = model.now().isPresent() ? Way.MODEL : Way.WORDS;
                    return new Alikes(way, ordered(alike, way));
                });
    }

    @Override
    public Route route(String text) {
        return router.route(text);
    }

    @Override
    public Themes themes(String kind, String place) {
        Optional<Meaning> meaning = model.now();
        List<Entries.Titled> titles = entries.titles(
                kind, place, readers.current(), meaning.map(Meaning::name).orElse(""), org.yicheng.finding.Themes.MOST);
        boolean all = meaning.isPresent() && titles.stream().allMatch(title -> title.vector().length > 0);
        List<Theme> themes = org.yicheng.finding.Themes.of(
                        titles.stream().map(title -> title.line().title().zh()).toList(),
                        all
                                ? Optional.of(titles.stream()
                                        .map(Entries.Titled::vector)
                                        .toList())
                                : Optional.empty(),
                        said(titles))
                .stream()
                .map(theme -> new Theme(
                        theme.members().stream()
                                .map(at -> titles.get(at).line())
                                .toList(),
                        theme.terms()))
                .toList();
        return new Themes(all ? Way.MODEL : Way.WORDS, titles.size(), themes);
    }

    /** What people said of these titles, each by its text and the other's entry. */
    private List<org.yicheng.finding.Themes.Pair> said(List<Entries.Titled> titles) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, List<Integer>> worded = new HashMap<>();
        for (int at = 0; at < titles.size(); at++) {
            Line line = titles.get(at).line();
            places.put(line.id(), at);
            worded.computeIfAbsent(Judged.form(line.title().zh()), _ -> new ArrayList<>())
                    .add(at);
        }
        List<org.yicheng.finding.Themes.Pair> pairs = new ArrayList<>();
        for (Judged.Said one : judged.among(places.keySet())) {
            worded.getOrDefault(one.text(), List.of())
                    .forEach(at -> pairs.add(
                            new org.yicheng.finding.Themes.Pair(at, places.getOrDefault(one.entry(), at), one.same())));
        }
        return pairs;
    }

    @Override
    public boolean model() {
        return model.now().isPresent();
    }

    @Override
    public void follow() {
        round.once();
    }
}
