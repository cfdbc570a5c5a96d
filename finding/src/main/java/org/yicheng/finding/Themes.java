package org.yicheng.finding;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Groups titles that are about the same, by average linkage: two groups become one while their titles are on average
 * nearer than the threshold. Nothing is written by the program: a group is called by its most central title.
 */
public final class Themes {

    /** Titles above this number are too many to compare each with each. */
    public static final int MOST = 2_000;

    /** As near as titles that ask for the same were measured to be. */
    private static final double NEAR = 0.60;

    /** Without a model: the share of pieces in common, as a cosine. */
    private static final double SHARING = 0.30;

    private static final float TOGETHER = 10;
    private static final float APART = -1e9f;

    private static final int KEY_TERMS = 5;

    private Themes() {}

    /**
     * A theme.
     *
     * @param representative the place of the most central title in the list
     * @param members places in the list, the representative first
     * @param terms what these titles say more often than the others
     */
    public record Theme(int representative, List<Integer> members, List<String> terms) {}

    /**
     * What a person said of two titles.
     *
     * @param one and other: places in the list
     * @param same whether they belong together; if not, they never stand in one theme
     */
    public record Pair(int one, int other, boolean same) {}

    /** Themes of two or more titles, the largest first. */
    public static List<Theme> of(List<String> titles, Optional<List<float[]>> vectors) {
        return of(titles, vectors, List.of());
    }

    /** The same, with what people said: it goes before what was measured. */
    public static List<Theme> of(List<String> titles, Optional<List<float[]>> vectors, List<Pair> said) {
        if (titles.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " titles, got " + titles.size());
        }
        float[][] near = vectors.map(Themes::cosines).orElseGet(() -> sharing(titles));
        Map<String, Integer> spread = new HashMap<>();
        List<Set<String>> words = titles.stream().map(Themes::words).toList();
        words.forEach(set -> set.forEach(word -> spread.merge(word, 1, Integer::sum)));
        return clusters(linked(near, said), vectors.isPresent() ? NEAR : SHARING).stream()
                .filter(cluster -> cluster.size() > 1)
                .map(cluster -> theme(cluster, near, words, spread))
                .sorted(Comparator.<Theme>comparingInt(theme -> -theme.members().size())
                        .thenComparingInt(Theme::representative))
                .toList();
    }

    private static Theme theme(
            List<Integer> cluster, float[][] near, List<Set<String>> words, Map<String, Integer> spread) {
        int medoid = cluster.stream()
                .max(Comparator.comparingDouble(one ->
                        cluster.stream().mapToDouble(other -> near[one][other]).sum()))
                .orElseThrow();
        List<Integer> members = new ArrayList<>(List.of(medoid));
        cluster.stream()
                .filter(one -> one != medoid)
                .sorted(Comparator.comparingDouble(one -> -near[medoid][one]))
                .forEach(members::add);
        Map<String, Integer> within = new HashMap<>();
        cluster.forEach(one -> words.get(one).forEach(word -> within.merge(word, 1, Integer::sum)));
        Comparator<String> weight = Comparator.comparingDouble(
                word -> within.getOrDefault(word, 0) * Math.log((1.0 + words.size()) / spread.getOrDefault(word, 1)));
        List<String> terms = within.keySet().stream()
                .sorted(weight.reversed().thenComparing(Comparator.naturalOrder()))
                .limit(KEY_TERMS)
                .toList();
        return new Theme(medoid, List.copyOf(members), terms);
    }

    /**
     * Likeness with what was said of pairs: nearer than anything measured, or so far that no average over all others
     * brings the two into one group.
     */
    private static float[][] linked(float[][] near, List<Pair> said) {
        float[][] link = new float[near.length][];
        for (int i = 0; i < near.length; i++) {
            link[i] = near[i].clone();
        }
        for (Pair pair : said) {
            if (pair.one() != pair.other()) {
                float value = pair.same() ? TOGETHER : APART;
                link[pair.one()][pair.other()] = value;
                link[pair.other()][pair.one()] = value;
            }
        }
        return link;
    }

    /** Average linkage by nearest-neighbour chains: time grows with the square of the number of titles. */
    private static List<List<Integer>> clusters(float[][] link, double threshold) {
        int size = link.length;
        List<List<Integer>> clusters = new ArrayList<>();
        IntStream.range(0, size).forEach(i -> clusters.add(new ArrayList<>(List.of(i))));
        boolean[] done = new boolean[size];
        List<Integer> chain = new ArrayList<>();
        for (int next = 0; next < size || !chain.isEmpty(); ) {
            if (chain.isEmpty()) {
                if (done[next]) {
                    next++;
                    continue;
                }
                chain.add(next);
            }
            int last = chain.getLast();
            int before = chain.size() > 1 ? chain.get(chain.size() - 2) : -1;
            int nearest = nearest(link[last], done, last, before);
            if (nearest < 0 || link[last][nearest] < threshold) {
                // No reducible link of this one can grow by merging others: it stays as it is.
                done[last] = true;
                chain.removeLast();
            } else if (nearest == before) {
                chain.removeLast();
                chain.removeLast();
                merge(link, clusters, before, last);
                done[last] = true;
            } else {
                chain.add(nearest);
            }
        }
        return clusters.stream()
                .filter(cluster -> !cluster.isEmpty())
                .map(List::copyOf)
                .toList();
    }

    private static int nearest(float[] links, boolean[] done, int self, int preferred) {
        int best = preferred;
        for (int i = 0; i < links.length; i++) {
            if (i != self && !done[i] && (best < 0 || links[i] > links[best])) {
                best = i;
            }
        }
        return best;
    }

    private static void merge(float[][] link, List<List<Integer>> clusters, int into, int from) {
        float mine = clusters.get(into).size();
        float its = clusters.get(from).size();
        for (int i = 0; i < link.length; i++) {
            float average = (link[into][i] * mine + link[from][i] * its) / (mine + its);
            link[into][i] = average;
            link[i][into] = average;
        }
        clusters.get(into).addAll(clusters.get(from));
        clusters.get(from).clear();
    }

    private static float[][] cosines(List<float[]> vectors) {
        float[][] near = new float[vectors.size()][vectors.size()];
        for (int i = 0; i < near.length; i++) {
            for (int j = i; j < near.length; j++) {
                near[i][j] = (float) Meaning.cosine(vectors.get(i), vectors.get(j));
                near[j][i] = near[i][j];
            }
        }
        return near;
    }

    private static float[][] sharing(List<String> titles) {
        List<Set<String>> grams = titles.stream()
                .map(title -> (Set<String>) new HashSet<>(Wording.grams(title)))
                .toList();
        float[][] near = new float[titles.size()][titles.size()];
        for (int i = 0; i < near.length; i++) {
            for (int j = i; j < near.length; j++) {
                Set<String> other = grams.get(j);
                long shared = grams.get(i).stream().filter(other::contains).count();
                near[i][j] = (float) (shared / Math.sqrt((double) grams.get(i).size() * other.size()));
                near[j][i] = near[i][j];
            }
        }
        return near;
    }

    /** The words of a title that say something: two characters or more, none of them procedural. */
    private static Set<String> words(String title) {
        String core = Wording.core(title);
        BreakIterator ends = BreakIterator.getWordInstance(ULocale.CHINESE);
        ends.setText(core);
        Set<String> words = new HashSet<>();
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            String word = core.substring(from, to).strip();
            if (word.codePointCount(0, word.length()) > 1 && !Wording.procedural(word)) {
                words.add(word);
            }
            from = to;
        }
        return words;
    }
}
