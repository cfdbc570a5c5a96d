package org.yicheng.count.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.input.Node;

/**
 * Answers a file of cases: a whole {@code {"format": "yicheng-count-cases/1", "cases": […]}} or one case object
 * {@code {"id", "kind", "input"}}. At most 100,000 cases; names unknown to the format are left alone.
 */
public final class CountCases {

    /** The name of the format. */
    public static final String FORMAT = "yicheng-count-cases/1";

    private static final int MOST_CASES = 100_000;

    /** Reads an input; gives what computes its result, to be called only if nothing at all was faulty. */
    private static final Map<String, Function<Node, Supplier<Map<String, Object>>>> KINDS = Map.of(
            "quorum", VoteCases::quorum,
            "vote", VoteCases::vote,
            "weighted", WeightedCases::weighted,
            "election", ElectionCases::election,
            "slate", ElectionCases::slate,
            "attendance", EventCases::attendance,
            "motion", EventCases::motion,
            "ranked", RankedCases::ranked,
            "rate", ShareCases::rate,
            "shares", ShareCases::shares);

    private CountCases() {}

    /**
     * The results by case id, in the order of the file, or every fault of the file: nothing is answered in part. A
     * fault has a code {@code count.…} with its text in bundle {@code count}, and a JSON pointer to its field.
     *
     * @param tree maps, lists, strings, integers and booleans as a JSON reader gives them; empty for JSON null
     * @return trees of maps, lists, strings, integers, booleans, {@link CaseResults#NONE} for "there is none", and
     *     under {@code explanation} a {@link org.yicheng.rule.Phrase}
     */
    public static Ruling<Map<String, Object>> answer(Optional<Object> tree) {
        List<Refusal> faults = new ArrayList<>();
        Map<String, Supplier<Map<String, Object>>> pending = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (Node given : cases(Node.root(tree, "count", faults))) {
            if (given.object()) {
                read(given, ids).ifPresent(result -> pending.put(given.get("id").text(), result));
            }
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Map<String, Object> results = new LinkedHashMap<>();
        pending.forEach((id, result) -> results.put(id, result.get()));
        return Ruling.granted(results);
    }

    private static Optional<Supplier<Map<String, Object>>> read(Node given, Set<String> ids) {
        String id = given.get("id").text();
        boolean fresh = !id.isEmpty() && ids.add(id);
        if (!id.isEmpty() && !fresh) {
            given.get("id").fault("repeated");
        }
        Node kind = given.get("kind");
        Optional<Function<Node, Supplier<Map<String, Object>>>> reader = Optional.ofNullable(KINDS.get(kind.text()));
        if (reader.isEmpty() && kind.isText()) {
            kind.fault(
                    "unknown-choice",
                    "choices",
                    KINDS.keySet().stream().sorted().toList());
        }
        Node input = given.get("input");
        if (!input.object() || reader.isEmpty()) {
            return Optional.empty();
        }
        Supplier<Map<String, Object>> result = reader.get().apply(input);
        return fresh ? Optional.of(result) : Optional.empty();
    }

    private static List<Node> cases(Node root) {
        if (!root.object()) {
            return List.of();
        }
        if (!root.get("format").present() && !root.get("cases").present()) {
            return List.of(root);
        }
        Node format = root.get("format");
        if (!FORMAT.equals(format.text()) && format.isText()) {
            format.fault("wrong-format", "format", FORMAT);
        }
        return root.get("cases").list(MOST_CASES);
    }
}
