package org.yicheng.count.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * Answers a file of cases: a whole {@code {"format": "yicheng-count-cases/1", "cases": […]}} or one case object
 * {@code {"id", "kind", "input"}}.
 */
public final class CountCases {

    /** The name of the format. */
    public static final String FORMAT = "yicheng-count-cases/1";

    private static final int MOST_CASES = 100_000;

    /** Reads an input; gives what computes its result, to be called only if nothing at all was faulty. */
    private static final Map<String, Function<Node, Supplier<Map<String, Object>>>> KINDS = Map.of(
            "quorum", VoteCases::quorum,
            "vote", VoteCases::vote,
            "election", ElectionCases::election,
            "slate", ElectionCases::slate,
            "attendance", EventCases::attendance,
            "motion", EventCases::motion,
            "ranked", RankedCases::ranked);

    private CountCases() {}

    /**
     * The results by case id, each a tree of plain values, or every fault of the file.
     *
     * @param tree maps, lists, strings, integers and booleans as a JSON reader gives them
     */
    public static Ruling<Map<String, Object>> answer(Object tree) {
        List<Refusal> faults = new ArrayList<>();
        Node root = Node.root(tree, faults);
        Map<String, Supplier<Map<String, Object>>> pending = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Node given : cases(root)) {
            String id = given.get("id").text();
            if (!id.isEmpty() && !ids.add(id)) {
                given.get("id").fault("count.repeated");
            }
            String kind = given.get("kind").text();
            Function<Node, Supplier<Map<String, Object>>> reader = KINDS.get(kind);
            if (reader == null) {
                given.get("kind")
                        .fault("count.unknown-choice", "choices", KINDS.keySet().stream().sorted().toList());
                continue;
            }
            int before = faults.size();
            given.get("input").object();
            if (faults.size() == before) {
                pending.put(id, reader.apply(given.get("input")));
            }
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Map<String, Object> results = new LinkedHashMap<>();
        pending.forEach((id, result) -> results.put(id, result.get()));
        return Ruling.granted(results);
    }

    private static List<Node> cases(Node root) {
        root.object();
        if (!root.get("format").present() && root.get("kind").present()) {
            return List.of(root);
        }
        if (!FORMAT.equals(root.get("format").text())) {
            root.get("format").fault("count.wrong-format", "format", FORMAT);
        }
        return root.get("cases").list(MOST_CASES);
    }
}
