package org.yicheng.count.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yicheng.count.Basis;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.QuorumRule;
import org.yicheng.count.Share;
import org.yicheng.count.Tally;
import org.yicheng.count.Threshold;
import org.yicheng.count.VoteOutcome;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** Cases of kind quorum and vote. */
final class VoteCases {

    /** The rule of a case comes with the case, not from a law. */
    private static final Citation GIVEN = Citation.of(Law.PRODUCT, "count.given");

    private VoteCases() {}

    static Supplier<Map<String, Object>> quorum(Node input) {
        int members = input.get("members_total").head(1);
        int present = present(input, members);
        Share share = share(input.get("rule"));
        return () -> {
            long required = share.threshold(members);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("required", required);
            result.put("met", present >= required);
            return result;
        };
    }

    static int present(Node input, int members) {
        int present = input.get("present").head(0);
        if (present > members) {
            input.get("present").fault("count.more-present-than-members", "members", members);
            return members;
        }
        return present;
    }

    static Share share(Node rule) {
        int before = rule.get("den").head(1);
        int num = rule.get("num").head(1);
        Share.Mode mode = rule.get("mode").choice(
                Share.Mode.class, Share.Mode.AT_LEAST, name -> name.toLowerCase(Locale.ROOT));
        if (num > before) {
            rule.get("num").fault("count.share-above-one", "den", before);
            return new Share(1, 1, mode, GIVEN);
        }
        return new Share(num, before, mode, GIVEN);
    }

    private static Optional<Share> optionalShare(Node rule) {
        return rule.present() ? Optional.of(share(rule)) : Optional.empty();
    }

    static Supplier<Map<String, Object>> vote(Node input) {
        int members = input.get("members_total").head(1);
        int present = present(input, members);
        Tally tally = tally(input.get("tally"));
        Node threshold = input.get("threshold");
        Share share = share(threshold);
        Basis basis = threshold.get("basis").choice(Basis.class);
        DecisionRule rule = new DecisionRule(
                List.of(new Threshold(share, basis)),
                optionalShare(input.get("quorum")).map(QuorumRule::new),
                optionalShare(input.get("min_participation")));
        return () -> result(rule.decide(members, present, tally));
    }

    private static Tally tally(Node tally) {
        tally.object();
        return new Tally(
                count(tally, "yes"), count(tally, "no"), count(tally, "abstain"), count(tally, "not_voted"),
                count(tally, "invalid"));
    }

    private static long count(Node tally, String name) {
        return tally.get(name).present() ? tally.get(name).number(0, Node.MOST) : 0;
    }

    private static Map<String, Object> result(VoteOutcome outcome) {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (outcome) {
            case VoteOutcome.Adopted(_, _, var checks) -> {
                result.put("required", checks.getFirst().required());
                result.put("outcome", "ADOPTED");
                result.put("reason", "THRESHOLD");
            }
            case VoteOutcome.Rejected(_, _, var reason, var checks) -> {
                result.put("required", checks.getFirst().required());
                result.put("outcome", "REJECTED");
                result.put("reason", reason.name());
            }
            case VoteOutcome.Void(_, _, var reason, long actual, long required, _) -> {
                result.put("required", required);
                result.put("actual", actual);
                result.put("outcome", "VOID");
                result.put("reason", reason.name());
            }
        }
        return result;
    }
}
