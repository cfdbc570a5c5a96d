package org.yicheng.count.cases;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.yicheng.count.Election;
import org.yicheng.count.ElectionResult;
import org.yicheng.count.ElectionTerms;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.Papers;
import org.yicheng.count.Papers.PaperMark;
import org.yicheng.count.Roll;
import org.yicheng.count.Slate;
import org.yicheng.count.WriteInRule;
import org.yicheng.rule.input.Node;

/** Cases of kind election and slate. */
final class ElectionCases {

    private static final int MOST_CANDIDATES = 10_000;
    private static final int MOST_BALLOTS = 10_000_000;
    private static final int MOST_MARKS = 500_000_000;

    private enum Letter {
        Y(PaperMark.APPROVE),
        N(PaperMark.OPPOSE),
        A(PaperMark.ABSTAIN),
        X(PaperMark.ILLEGIBLE);

        private final PaperMark mark;

        Letter(PaperMark mark) {
            this.mark = mark;
        }
    }

    private ElectionCases() {}

    static Supplier<Map<String, Object>> election(Node input) {
        input.get("office").choice(Office.class);
        ElectionTerms terms = terms(input);
        Roll roll = VoteCases.roll(input, "all_members");
        int seats = input.get("seats").head(1);
        List<String> candidates = input.get("candidates").names(1, MOST_CANDIDATES);
        long issued = input.get("issued").number(0, Node.MOST);
        long collected = input.get("collected").number(0, Node.MOST);
        Papers papers = papers(input.get("ballots"), candidates, collected);
        return () -> result(new Election(roll, seats, issued, papers, terms).count(), issued, collected);
    }

    private static ElectionTerms terms(Node input) {
        ElectionTerms usual = ElectionTerms.on(input.get("occasion").choice(Occasion.class));
        Node rules = input.get("rules");
        if (rules.present()) {
            rules.object();
        }
        ElectionTerms terms = usual.with(rules.get("write_in").choiceOr(WriteInRule.class, usual.writeIn()))
                .with(input.get("threshold").choiceOr(ElectionTerms.Winning.class, usual.winning()));
        Node eligible = input.get("eligible_write_ins");
        return eligible.present() ? terms.eligible(new HashSet<>(eligible.names(0, MOST_BALLOTS))) : terms;
    }

    private static Papers papers(Node ballots, List<String> candidates, long collected) {
        Map<String, Integer> places = new HashMap<>();
        candidates.forEach(candidate -> places.put(candidate, places.size()));
        List<Node> given = ballots.list(Math.min(MOST_BALLOTS, MOST_MARKS / Math.max(1, candidates.size())));
        Papers.Builder builder = new Papers.Builder(candidates, given.size());
        byte[] row = new byte[candidates.size()];
        long sum = 0;
        for (Node ballot : given) {
            if (!ballot.object()) {
                continue;
            }
            long count = ballot.get("count").number(0, Node.MOST);
            // Past this the sum is wrong anyway; nothing larger may reach the count.
            boolean plausible = (sum = Node.capped(sum, count)) <= Node.MOST;
            boolean unreadable = ballot.get("unreadable").flag();
            marks(ballot.get("marks"), places, row);
            List<String> names = writeIns(ballot.get("write_ins"));
            if (!plausible) {
                continue;
            }
            if (unreadable) {
                builder.addUnreadable(count);
            } else {
                builder.add(count, row, names);
            }
        }
        if (sum != collected && ballots.present()) {
            ballots.fault("papers-sum", "sum", sum, "collected", collected);
        }
        return builder.build();
    }

    private static void marks(Node marks, Map<String, Integer> places, byte[] row) {
        Arrays.fill(row, PaperMark.ABSTAIN.code());
        if (!marks.present()) {
            return;
        }
        marks.entries((name, mark) -> {
            Integer place = places.get(name);
            if (place != null) {
                row[place] = mark.choice(Letter.class).mark.code();
            } else if (!places.isEmpty()) {
                mark.fault("unknown-candidate", "name", name);
            }
        });
    }

    private static List<String> writeIns(Node names) {
        return names.present()
                ? names.list(MOST_CANDIDATES).stream().map(Node::text).toList()
                : List.of();
    }

    private static Map<String, Object> result(ElectionResult result, long issued, long collected) {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (result) {
            case ElectionResult.Void voided -> {
                map.put("status", "VOID");
                map.put("reason", voided.reason().name());
                Map<String, Object> ballots = new LinkedHashMap<>();
                ballots.put("issued", issued);
                ballots.put("collected", collected);
                map.put("ballots", ballots);
                map.put("elected", List.of());
                map.put("tied", List.of());
                map.put("unfilled", voided.unfilled());
                map.put("next", ElectionResult.Next.REVOTE_ALL.name());
                map.put("source", voided.source().key());
            }
            case ElectionResult.Valid valid -> {
                map.put("status", "VALID");
                map.put("ballots", account(valid.account()));
                map.put("threshold", valid.threshold());
                map.put("yes", valid.approvals());
                map.put("no", valid.opposed());
                map.put("write_ins_disregarded", valid.writeInsDisregarded());
                map.put("elected", valid.elected());
                map.put("tied", valid.tied());
                map.put("unfilled", valid.unfilled());
                map.put("next", valid.next().name());
                map.put("source", valid.source().key());
            }
        }
        map.put("explanation", result.explanation());
        return map;
    }

    private static Map<String, Object> account(ElectionResult.Account account) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("issued", account.issued());
        map.put("collected", account.collected());
        map.put("valid", account.valid());
        map.put("invalid", account.invalid());
        map.put("blank", account.blank());
        return map;
    }

    static Supplier<Map<String, Object>> slate(Node input) {
        Office office = input.get("office").choice(Office.class);
        Occasion occasion = input.get("occasion").choice(Occasion.class);
        int seats = input.get("seats").head(1);
        int nominated = input.get("nominated").head(0);
        Node margin = input.get("configured_margin");
        OptionalInt fixed = margin.present() ? OptionalInt.of(margin.head(0)) : OptionalInt.empty();
        return () -> {
            Slate slate = Slate.of(office, occasion, seats, nominated, fixed);
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("legal_min", slate.least());
            map.put(
                    "legal_max",
                    slate.most().isPresent() ? (Object) slate.most().getAsInt() : CaseResults.NONE);
            map.put("action", slate.action().name());
            map.put("source", slate.source().key());
            return map;
        };
    }
}
