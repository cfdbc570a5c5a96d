package org.yicheng.count.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.QuorumRule;
import org.yicheng.count.Roll;
import org.yicheng.count.Tally;
import org.yicheng.count.VoteOutcome;
import org.yicheng.count.Weight;
import org.yicheng.count.WeightedCount;
import org.yicheng.count.WeightedVote;
import org.yicheng.count.Weights;
import org.yicheng.rule.input.Node;

/** Cases of kind weighted: members with weights, proxies with a limit for each holder, split instructions. */
final class WeightedCases {

    private static final int MOST_MEMBERS = 100_000;

    private WeightedCases() {}

    /** What was read: the weights, who is there in person, who stands for whom, and the votes. */
    private record Hall(
            Map<String, Weight> weights,
            Set<String> present,
            Map<String, String> holders,
            Map<String, WeightedVote> votes) {}

    static Supplier<Map<String, Object>> weighted(Node input) {
        Hall hall = new Hall(weights(input.get("members")), new LinkedHashSet<>(), new HashMap<>(), new HashMap<>());
        for (Node who : input.get("present").list(MOST_MEMBERS)) {
            known(who, hall).filter(name -> !hall.present().add(name)).ifPresent(_ -> who.fault("repeated"));
        }
        proxies(input, hall);
        for (Node vote : input.get("votes").list(MOST_MEMBERS)) {
            vote(vote, hall);
        }
        DecisionRule rule = new DecisionRule(
                VoteCases.thresholds(input),
                VoteCases.optionalShare(input.get("quorum")).map(QuorumRule::new),
                VoteCases.optionalShare(input.get("min_participation")));
        return () -> result(rule, hall);
    }

    private static Map<String, Weight> weights(Node members) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        Weight sum = Weight.ZERO;
        for (Node member : members.list(MOST_MEMBERS)) {
            if (!member.object()) {
                continue;
            }
            String id = member.get("id").text();
            Weight weight = weight(member.get("weight"));
            if (weight.compareTo(Weight.MOST.minus(sum)) > 0) {
                member.get("weight").fault("not-a-weight", "places", Weight.PLACES, "most", Weight.MOST);
                continue;
            }
            sum = sum.plus(weight);
            if (!id.isEmpty() && weights.put(id, weight) != null) {
                member.get("id").fault("repeated");
            }
        }
        return weights;
    }

    private static Optional<String> known(Node who, Hall hall) {
        String name = who.text();
        if (!name.isEmpty() && !hall.weights().containsKey(name)) {
            who.fault("unknown-member");
        }
        return Optional.of(name).filter(hall.weights()::containsKey);
    }

    /** A proxy works while its giver is away and its holder is there. */
    private static void proxies(Node input, Hall hall) {
        if (!input.get("proxies").present()) {
            return;
        }
        Node limit = input.get("proxy_limit");
        int most = limit.present() ? limit.head(0) : MOST_MEMBERS;
        Map<String, Integer> held = new HashMap<>();
        for (Node proxy : input.get("proxies").list(MOST_MEMBERS)) {
            if (!proxy.object()) {
                continue;
            }
            Optional<String> giver = known(proxy.get("giver"), hall);
            Optional<String> holder = known(proxy.get("holder"), hall);
            if (giver.isEmpty() || holder.isEmpty()) {
                continue;
            }
            if (giver.equals(holder) || hall.holders().containsKey(giver.get())) {
                proxy.get("giver").fault("repeated");
            } else {
                int now = held.merge(holder.get(), 1, Integer::sum);
                if (now > most) {
                    proxy.get("holder").fault("proxy-limit", "held", now, "most", most);
                }
            }
            hall.holders().put(giver.get(), holder.get());
        }
    }

    private static boolean stands(Hall hall, String member) {
        return hall.present().contains(member)
                || Optional.ofNullable(hall.holders().get(member))
                        .filter(hall.present()::contains)
                        .isPresent();
    }

    private static void vote(Node vote, Hall hall) {
        if (!vote.object()) {
            return;
        }
        Optional<String> member = known(vote.get("member"), hall);
        Parts parts = parts(vote);
        if (member.isEmpty()) {
            return;
        }
        Weight carried = hall.weights().getOrDefault(member.get(), Weight.ZERO);
        if (!stands(hall, member.get())) {
            vote.get("member").fault("not-present-nor-represented");
        } else if (hall.votes().containsKey(member.get())) {
            vote.get("member").fault("repeated");
        } else if (parts.over(carried)) {
            vote.fault("split-above-weight", "weight", carried);
        } else {
            hall.votes().put(member.get(), parts.of(carried));
        }
    }

    /** A whole mark, or parts of the weight. */
    private record Parts(Optional<String> mark, Weight yes, Weight no, Weight abstain) {

        boolean over(Weight carried) {
            Weight left = carried;
            for (Weight part : List.of(yes, no, abstain)) {
                if (part.compareTo(left) > 0) {
                    return true;
                }
                left = left.minus(part);
            }
            return false;
        }

        WeightedVote of(Weight carried) {
            return mark.map(one -> new WeightedVote(
                            carried, whole(one, "Y", carried), whole(one, "N", carried), whole(one, "A", carried)))
                    .orElseGet(() -> new WeightedVote(carried, yes, no, abstain));
        }

        private static Weight whole(String mark, String letter, Weight carried) {
            return mark.equals(letter) ? carried : Weight.ZERO;
        }
    }

    private static Parts parts(Node vote) {
        Node split = vote.get("split");
        if (split.present()) {
            return new Parts(Optional.empty(), part(split, "Y"), part(split, "N"), part(split, "A"));
        }
        Node mark = vote.get("mark");
        if (mark.isText() && !List.of("Y", "N", "A").contains(mark.text())) {
            mark.fault("unknown-choice", "choices", List.of("Y", "N", "A"));
        }
        return new Parts(Optional.of(mark.text()), Weight.ZERO, Weight.ZERO, Weight.ZERO);
    }

    private static Weight part(Node split, String letter) {
        return split.get(letter).present() ? weight(split.get(letter)) : Weight.ZERO;
    }

    private static Map<String, Object> result(DecisionRule rule, Hall hall) {
        List<WeightedVote> votes = new ArrayList<>();
        hall.weights().forEach((member, weight) -> {
            if (stands(hall, member)) {
                WeightedVote none = WeightedVote.none(weight);
                votes.add(hall.votes().getOrDefault(member, none));
            }
        });
        Weight all = Weight.sum(hall.weights().values());
        WeightedCount count = WeightedCount.of(all, votes);
        VoteOutcome outcome =
                rule.decide(new Roll(hall.weights().size(), votes.size()), count.heads(), count.weights());
        Map<String, Object> result = VoteCases.verdict(outcome);
        if (rule.isWeighted()) {
            result.remove("required");
        }
        weighed(result);
        result.put("heads", tally(count.heads(), false));
        result.put("weights", weights(count.weights()));
        result.put("explanation", outcome.explanationWeighed(VoteCases.MEMBERS));
        return result;
    }

    /** Weights are written as decimals; heads stay whole numbers. */
    private static void weighed(Map<String, Object> result) {
        if (result.get("checks") instanceof List<?> checks) {
            List<Map<String, Object>> shown = new ArrayList<>();
            for (Object check : checks) {
                Map<String, Object> map = new LinkedHashMap<>();
                ((Map<?, ?>) check).forEach((key, value) -> map.put(key.toString(), value));
                if ("weight".equals(map.get("measure"))) {
                    map.replaceAll((_, value) -> value instanceof Long number ? new Weight(number).toString() : value);
                }
                shown.add(map);
            }
            result.put("checks", shown);
        }
    }

    private static Map<String, Object> weights(Weights weights) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("all", new Weight(weights.all()).toString());
        map.put("present", new Weight(weights.present()).toString());
        map.putAll(tally(weights.tally(), true));
        return map;
    }

    private static Map<String, Object> tally(Tally tally, boolean weight) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("yes", shown(tally.yes(), weight));
        map.put("no", shown(tally.no(), weight));
        map.put("abstain", shown(tally.abstain(), weight));
        map.put("not_voted", shown(tally.notVoted(), weight));
        return map;
    }

    private static Object shown(long number, boolean weight) {
        return weight ? new Weight(number).toString() : (Object) number;
    }

    /** A weight: a whole number, or digits with up to six decimal places as a text, e.g. {@code "12.5"}. */
    private static Weight weight(Node given) {
        if (!given.present()) {
            given.fault("missing");
            return Weight.ZERO;
        }
        return given.written().flatMap(Weight::parse).orElseGet(() -> {
            given.fault("not-a-weight", "places", Weight.PLACES, "most", Weight.MOST);
            return Weight.ZERO;
        });
    }
}
