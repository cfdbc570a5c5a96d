package org.yicheng.count.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yicheng.count.Basis;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.Opening;
import org.yicheng.count.QuorumRule;
import org.yicheng.count.Roll;
import org.yicheng.count.Share;
import org.yicheng.count.Tally;
import org.yicheng.count.Threshold;
import org.yicheng.count.VoteOutcome;
import org.yicheng.count.Weights;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.input.Node;

/** Cases of kind quorum and vote. */
final class VoteCases {

    private static final int MOST_THRESHOLDS = 100;
    static final Bilingual MEMBERS = new Bilingual("成员", "members");

    /** The rule of a case comes with the case, not from a law. */
    private static final Citation GIVEN = Citation.of(Law.PRODUCT, "count.given");

    private VoteCases() {}

    static Supplier<Map<String, Object>> quorum(Node input) {
        Roll roll = roll(input, "members_total");
        QuorumRule rule = new QuorumRule(share(input.get("rule")));
        return () -> {
            Opening opening = rule.decide(roll);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("required", opening.threshold());
            result.put("met", opening instanceof Opening.Permitted);
            result.put("explanation", opening.explanation(MEMBERS));
            return result;
        };
    }

    static Roll roll(Node input, String all) {
        int members = input.get(all).head(1);
        int present = input.get("present").head(0);
        if (present > members) {
            input.get("present").fault("more-present-than-members", "members", members);
            return new Roll(members, members);
        }
        return new Roll(members, present);
    }

    private static Share share(Node rule) {
        if (!rule.object()) {
            return Share.atLeast(1, 1, GIVEN);
        }
        int den = rule.get("den").head(1);
        int num = rule.get("num").head(1);
        Share.Mode mode = rule.get("mode").choice(Share.Mode.class, VoteCases::lowerCase);
        if (num <= den) {
            return new Share(num, den, mode, GIVEN);
        }
        if (rule.get("den").isWithin(1)) {
            rule.get("num").fault("share-above-one", "den", den);
        }
        return new Share(1, 1, mode, GIVEN);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Share> optionalShare(Node rule) {
        return rule.present() ? Optional.of(share(rule)) : Optional.empty();
    }

    static Supplier<Map<String, Object>> vote(Node input) {
        Roll roll = roll(input, "members_total");
        Tally tally = tally(input.get("tally"));
        DecisionRule rule = new DecisionRule(
                thresholds(input),
                optionalShare(input.get("quorum")).map(QuorumRule::new),
                optionalShare(input.get("min_participation")));
        if (!rule.isWeighted()) {
            return () -> result(rule.decide(roll.expected(), roll.present(), tally));
        }
        Weights weights = weights(input.get("weights"));
        return () -> result(rule.decide(roll, tally, weights));
    }

    /** Either one {@code threshold} or several {@code thresholds} that must all be met. */
    static List<Threshold> thresholds(Node input) {
        if (!input.get("thresholds").present()) {
            return List.of(threshold(input.get("threshold")));
        }
        List<Threshold> all = new ArrayList<>();
        input.get("thresholds").list(MOST_THRESHOLDS).forEach(item -> all.add(threshold(item)));
        if (all.isEmpty()) {
            input.get("thresholds").fault("too-few", "got", 0, "least", 1);
            return List.of(new Threshold(Share.atLeast(1, 1, GIVEN), Basis.ALL_MEMBERS));
        }
        return all;
    }

    private static Threshold threshold(Node node) {
        Share share = share(node);
        if (!node.isObject()) {
            return new Threshold(share, Basis.ALL_MEMBERS);
        }
        Node measure = node.get("measure");
        return new Threshold(
                share,
                node.get("basis").choice(Basis.class),
                measure.present()
                        ? measure.choice(Threshold.Measure.class, VoteCases::lowerCase)
                        : Threshold.Measure.HEADS);
    }

    private static Weights weights(Node node) {
        if (!node.object()) {
            return new Weights(0, 0, new Tally(0, 0, 0, 0, 0));
        }
        long all = node.get("members_total").number(0, Node.MOST_WEIGHT);
        long present = node.get("present").number(0, Node.MOST_WEIGHT);
        Tally tally = tally(node.get("tally"));
        if (present > all) {
            node.get("present").fault("more-weight-present-than-all", "all", all);
            return new Weights(all, all, tally);
        }
        return new Weights(all, present, tally);
    }

    private static Tally tally(Node tally) {
        if (!tally.object()) {
            return new Tally(0, 0, 0, 0, 0);
        }
        return new Tally(
                count(tally, "yes"),
                count(tally, "no"),
                count(tally, "abstain"),
                count(tally, "not_voted"),
                count(tally, "invalid"));
    }

    private static long count(Node tally, String name) {
        return tally.get(name).present() ? tally.get(name).number(0, Node.MOST_WEIGHT) : 0;
    }

    private static Map<String, Object> result(VoteOutcome outcome) {
        Map<String, Object> result = verdict(outcome);
        result.put("explanation", outcome.explanation(MEMBERS));
        return result;
    }

    static Map<String, Object> verdict(VoteOutcome outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (outcome) {
            case VoteOutcome.Adopted adopted -> {
                result.put("required", deciding(adopted.checks()).required());
                result.put("outcome", "ADOPTED");
                result.put("reason", "THRESHOLD");
                result.put("checks", checks(adopted.checks()));
            }
            case VoteOutcome.Rejected rejected -> {
                result.put("required", deciding(rejected.checks()).required());
                result.put("outcome", "REJECTED");
                result.put("reason", rejected.reason().name());
                result.put("checks", checks(rejected.checks()));
            }
            case VoteOutcome.Void voided -> {
                result.put("outcome", "VOID");
                result.put("reason", voided.reason().name());
                result.put("actual", voided.actual());
                result.put("needed", voided.required());
            }
        }
        return result;
    }

    /** The first threshold that was missed, else the first. */
    private static VoteOutcome.Check deciding(List<VoteOutcome.Check> checks) {
        return checks.stream().filter(check -> !check.met()).findFirst().orElse(checks.getFirst());
    }

    private static List<Map<String, Object>> checks(List<VoteOutcome.Check> checks) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (VoteOutcome.Check check : checks) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("basis", check.threshold().basis().name());
            map.put("measure", lowerCase(check.threshold().measure()));
            map.put("base", check.base());
            map.put("required", check.required());
            map.put("yes", check.yes());
            map.put("met", check.met());
            all.add(map);
        }
        return all;
    }
}
