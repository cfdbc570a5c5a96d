package org.yicheng.count.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yicheng.rule.Refusal;

/**
 * A value of the tree with its place (a JSON pointer). Reading notes every fault in one shared list and answers with a
 * harmless value, so that reading goes on and finds the next fault.
 */
final class Node {

    /** No count of heads or papers in the world is larger. */
    static final long MOST = 1_000_000_000_000L;

    private final Optional<Object> value;
    private final String path;
    private final List<Refusal> faults;

    private Node(Optional<Object> value, String path, List<Refusal> faults) {
        this.value = value;
        this.path = path;
        this.faults = faults;
    }

    static Node root(Object tree, List<Refusal> faults) {
        return new Node(Optional.of(tree), "", faults);
    }

    String path() {
        return path;
    }

    boolean present() {
        return value.isPresent();
    }

    Node get(String name) {
        Optional<Object> found = value.filter(Map.class::isInstance).map(map -> ((Map<?, ?>) map).get(name));
        return new Node(found, path + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
    }

    void fault(String code, Object... facts) {
        Object[] all = new Object[facts.length + 4];
        all[0] = "field";
        all[1] = path.isEmpty() ? "/" : path;
        all[2] = "value";
        all[3] = shown();
        System.arraycopy(facts, 0, all, 4, facts.length);
        faults.add(Refusal.at(path.isEmpty() ? "/" : path, code, all));
    }

    private String shown() {
        String text = value.map(Objects::toString).orElse("—");
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private boolean missing() {
        if (value.isEmpty()) {
            fault("count.missing");
            return true;
        }
        return false;
    }

    Map<String, Node> object() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!missing()) {
            if (value.get() instanceof Map<?, ?> map) {
                map.keySet().forEach(key -> entries.put(key.toString(), get(key.toString())));
            } else {
                fault("count.not-an-object");
            }
        }
        return entries;
    }

    List<Node> list(int most) {
        List<Node> items = new ArrayList<>();
        if (missing()) {
            return items;
        }
        if (!(value.get() instanceof List<?> list)) {
            fault("count.not-a-list");
            return items;
        }
        if (list.size() > most) {
            fault("count.too-many", "got", list.size(), "most", most);
            return items;
        }
        for (int i = 0; i < list.size(); i++) {
            items.add(new Node(Optional.ofNullable(list.get(i)), path + "/" + i, faults));
        }
        return items;
    }

    String text() {
        if (missing()) {
            return "";
        }
        if (value.get() instanceof String text && !text.isBlank() && text.length() <= 500) {
            return text;
        }
        fault("count.not-a-text");
        return "";
    }

    boolean flag() {
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof Boolean flag) {
            return flag;
        }
        fault("count.not-a-flag");
        return false;
    }

    /** A whole number within bounds; 3.0 and 1e2 are not whole numbers as written. */
    long number(long least, long most) {
        if (missing()) {
            return least;
        }
        Object given = value.get();
        if (!(given instanceof Integer || given instanceof Long || given instanceof BigInteger)) {
            fault("count.not-a-whole-number");
            return least;
        }
        BigInteger number = new BigInteger(given.toString());
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            fault("count.too-small", "least", least);
            return least;
        }
        if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            fault("count.too-large", "most", most);
            return least;
        }
        return number.longValueExact();
    }

    int head(int least) {
        return Math.toIntExact(number(least, 100_000_000));
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        return choice(type, type.getEnumConstants()[0], Function.identity());
    }

    <E extends Enum<E>> E choice(Class<E> type, E fallback, Function<String, String> spelling) {
        if (missing()) {
            return fallback;
        }
        String given = value.get().toString();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelling.apply(constant.name()).equals(given))
                .findFirst()
                .orElseGet(() -> {
                    fault("count.unknown-choice", "choices",
                            Arrays.stream(type.getEnumConstants()).map(c -> spelling.apply(c.name())).toList());
                    return fallback;
                });
    }

    <E extends Enum<E>> E choiceOr(Class<E> type, E fallback) {
        return value.isEmpty() ? fallback : choice(type, fallback, Function.identity());
    }

    /** Names that stand once each. */
    List<String> names(int least, int most) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Node> items = list(most);
        for (Node item : items) {
            String name = item.text();
            if (!name.isEmpty() && !seen.add(name)) {
                item.fault("count.repeated");
            }
            names.add(name);
        }
        if (value.isPresent() && items.size() < least && value.get() instanceof List<?>) {
            fault("count.too-few", "got", items.size(), "least", least);
        }
        return names;
    }
}
