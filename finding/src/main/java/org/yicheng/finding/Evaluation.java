package org.yicheng.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well titles that ask for the same are found, and how well titles are routed. Each title is searched among all
 * others (leave one out); titles without a group are only there to be mistaken.
 */
public final class Evaluation {

    private static final int[] RECALL_AT = {2, 5};

    private Evaluation() {}

    /**
     * A title.
     *
     * @param group what it asks for; empty if nothing else asks for it
     * @param organ which organ leads; empty if unknown
     */
    public record Case(String id, String group, String title, String organ) {}

    /**
     * Shares from 0 to 1.
     *
     * @param recallAt5 which part of the titles of the same group are among the first five
     * @param hitAt1 how often the first one is of the same group
     */
    public record Measures(double recallAt5, double recallAt2, double hitAt1) {}

    /** How often the right organ is first, among the first three. */
    public record RoutingMeasures(double top1, double top3) {}

    /** With the model, or without one by shared pieces. */
    public static Measures similar(List<Case> cases, Optional<Meaning> meaning) {
        List<List<Integer>> order =
                meaning.map(model -> byMeaning(cases, model)).orElseGet(() -> byGrams(cases));
        Map<Integer, Double> recall = new HashMap<>();
        int asked = 0;
        int hits = 0;
        for (int i = 0; i < cases.size(); i++) {
            List<Integer> partners = partners(cases, i);
            if (partners.isEmpty()) {
                continue;
            }
            asked++;
            List<Integer> ranked = order.get(i);
            hits += !ranked.isEmpty() && partners.contains(ranked.getFirst()) ? 1 : 0;
            for (int at : RECALL_AT) {
                long found =
                        ranked.stream().limit(at).filter(partners::contains).count();
                recall.merge(at, (double) found / partners.size(), Double::sum);
            }
        }
        int all = Math.max(1, asked);
        return new Measures(recall.getOrDefault(5, 0.0) / all, recall.getOrDefault(2, 0.0) / all, (double) hits / all);
    }

    public static RoutingMeasures routing(List<Case> cases, List<Organ> organs, Optional<Meaning> meaning) {
        Routing routing = new Routing(organs, meaning);
        List<Case> known = cases.stream().filter(one -> !one.organ().isEmpty()).toList();
        int first = 0;
        int three = 0;
        for (Case one : known) {
            List<String> proposed = routing.route(one.title(), 3).stream()
                    .map(Routing.Proposal::organ)
                    .toList();
            first += !proposed.isEmpty() && proposed.getFirst().equals(one.organ()) ? 1 : 0;
            three += proposed.contains(one.organ()) ? 1 : 0;
        }
        int all = Math.max(1, known.size());
        return new RoutingMeasures((double) first / all, (double) three / all);
    }

    private static List<Integer> partners(List<Case> cases, int of) {
        String group = cases.get(of).group();
        return IntStream.range(0, cases.size())
                .filter(i -> i != of && !group.isEmpty() && cases.get(i).group().equals(group))
                .boxed()
                .toList();
    }

    private static List<List<Integer>> byMeaning(List<Case> cases, Meaning meaning) {
        List<float[]> vectors = cases.stream()
                .map(one -> meaning.vector(Wording.essence(one.title())))
                .toList();
        List<List<Integer>> order = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            int self = i;
            Map<Integer, Double> scores = new LinkedHashMap<>();
            IntStream.range(0, cases.size())
                    .filter(j -> j != self)
                    .forEach(j -> scores.put(j, Meaning.cosine(vectors.get(self), vectors.get(j))));
            order.add(scores.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        return order;
    }

    private static List<List<Integer>> byGrams(List<Case> cases) {
        GramRanking ranking = new GramRanking(cases.stream().map(Case::title).toList());
        return IntStream.range(0, cases.size())
                .mapToObj(i -> ranking.rank(cases.get(i).title(), cases.size()).stream()
                        .map(GramRanking.Ranked::place)
                        .filter(place -> place != i)
                        .toList())
                .toList();
    }
}
