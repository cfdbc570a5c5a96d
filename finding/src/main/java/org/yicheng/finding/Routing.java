package org.yicheng.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which organ a text belongs to: the organ whose nearest duty is nearest. One duty that fits counts, however many others
 * the organ has; that duty is the reason. A proposal for a person to decide.
 */
public final class Routing {

    private final List<Duty> duties = new ArrayList<>();
    private final Optional<Meaning> meaning;
    private final List<float[]> vectors = new ArrayList<>();
    private final GramRanking ranking;

    private record Duty(String organ, String text) {}

    /**
     * An organ proposed.
     *
     * @param duty the duty that fits best
     * @param score the cosine; without a model a score without unit
     */
    public record Proposal(String organ, String duty, double score) {}

    public Routing(List<Organ> organs, Optional<Meaning> meaning) {
        this.meaning = meaning;
        organs.forEach(organ -> organ.duties().forEach(duty -> duties.add(new Duty(organ.name(), duty))));
        meaning.ifPresent(model -> duties.forEach(duty -> vectors.add(model.vector(duty.text()))));
        ranking = new GramRanking(duties.stream().map(Duty::text).toList());
    }

    /** The best organs for a text, best first, each once. */
    public List<Proposal> route(String text, int limit) {
        Map<String, Proposal> best = new LinkedHashMap<>();
        scored(text).stream()
                .sorted(Comparator.comparingDouble(Proposal::score).reversed())
                .forEach(proposal -> best.putIfAbsent(proposal.organ(), proposal));
        return best.values().stream().limit(limit).toList();
    }

    private List<Proposal> scored(String text) {
        List<Proposal> scored = new ArrayList<>();
        if (meaning.isEmpty()) {
            for (GramRanking.Ranked ranked : ranking.rank(text, Math.max(1, duties.size()))) {
                Duty duty = duties.get(ranked.place());
                scored.add(new Proposal(duty.organ(), duty.text(), ranked.score()));
            }
            return scored;
        }
        float[] vector = meaning.get().vector(Wording.core(text));
        for (int i = 0; i < duties.size(); i++) {
            Duty duty = duties.get(i);
            scored.add(new Proposal(duty.organ(), duty.text(), Meaning.cosine(vector, vectors.get(i))));
        }
        return scored;
    }
}
