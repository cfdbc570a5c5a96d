package org.yicheng.count.cases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.yicheng.count.Election;
import org.yicheng.count.ElectionResult;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.Papers;
import org.yicheng.count.Papers.PaperMark;
import org.yicheng.count.Slate;
import org.yicheng.count.WriteInRule;

/** Cases of kind election and slate. */
final class ElectionCases {

    private static final int MOST_CANDIDATES = 10_000;
    private static final int MOST_PAPERS = 10_000_000;

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

    private enum Winning {
        MAJORITY_ALL,
        PLURALITY
    }

    private ElectionCases() {}

    static Supplier<Map<String, Object>> election(Node input) {
        input.get("office").choice(Office.class);
        Occasion occasion = input.get("occasion").choice(Occasion.class);
        int members = input.get("all_members").head(1);
        int present = VoteCases.present(input, members);
        int seats = input.get("seats").head(1);
        List<String> candidates = input.get("candidates").names(1, MOST_CANDIDATES);
        long issued = input.get("issued").number(0, Node.MOST);
        long collected = input.get("collected").number(0, Node.MOST);
        Optional<Papers> papers = papers(input.get("ballots"), candidates);
        papers.filter(read -> read.total() != collected)
                .ifPresent(read -> input.get("ballots").fault("count.papers-sum", "sum", read.total(), "collected", collected));
        WriteInRule writeIn =
                input.get("rules").get("write_in").choiceOr(WriteInRule.class, WriteInRule.ONLY_WITH_OPPOSITION);
        Node eligible = input.get("eligible_write_ins");
        Optional<Set<String>> fit =
                eligible.present() ? Optional.of(new HashSet<>(eligible.names(0, MOST_CANDIDATES))) : Optional.empty();
        // A tied re-vote needs no new majority (OL 29(1)).
        Winning usual = occasion == Occasion.REVOTE_TIE ? Winning.PLURALITY : Winning.MAJORITY_ALL;
        boolean plurality = input.get("threshold").choiceOr(Winning.class, usual) == Winning.PLURALITY;
        return () -> result(new Election(
                        members, present, seats, issued, collected, papers.orElseThrow(), writeIn, fit, plurality)
                .count(), issued, collected);
    }

    private static Optional<Papers> papers(Node ballots, List<String> candidates) {
        if (new HashSet<>(candidates).size() != candidates.size()) {
            return Optional.empty();
        }
        Papers.Builder builder = new Papers.Builder(candidates);
        Set<String> known = new HashSet<>(candidates);
        for (Node ballot : ballots.list(MOST_PAPERS)) {
            ballot.object();
            long count = ballot.get("count").number(0, Node.MOST);
            if (ballot.get("unreadable").flag()) {
                builder.addUnreadable(count);
                continue;
            }
            Map<String, PaperMark> marks = new HashMap<>();
            if (ballot.get("marks").present()) {
                ballot.get("marks").object().forEach((name, mark) -> {
                    if (known.contains(name)) {
                        marks.put(name, mark.choice(Letter.class).mark);
                    } else {
                        mark.fault("count.unknown-candidate", "name", name);
                    }
                });
            }
            Node writeIns = ballot.get("write_ins");
            List<String> names = writeIns.present()
                    ? writeIns.list(MOST_CANDIDATES).stream().map(Node::text).toList()
                    : List.of();
            builder.add(count, marks, names);
        }
        return Optional.of(builder.build());
    }

    private static Map<String, Object> result(ElectionResult result, long issued, long collected) {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (result) {
            case ElectionResult.Void(var reason, int unfilled, _, _, var source) -> {
                map.put("status", "VOID");
                map.put("reason", reason.name());
                map.put("ballots", Map.of("issued", issued, "collected", collected));
                map.put("elected", List.of());
                map.put("tied", List.of());
                map.put("unfilled", unfilled);
                map.put("next", ElectionResult.Next.REVOTE_ALL.name());
                map.put("source", source.key());
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
            }
        }
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
            map.put("legal_max", slate.most().isPresent() ? (Object) slate.most().getAsInt() : CaseResults.NONE);
            map.put("action", slate.action().name());
            map.put("source", slate.source().key());
            return map;
        };
    }
}
