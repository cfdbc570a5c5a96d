package org.yicheng.count.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yicheng.count.Weight;
import org.yicheng.rule.Refusal;

/**
 * A value of the tree with its place (a JSON pointer). Reading notes every fault in one shared list and answers with a
 * harmless value, so that reading goes on and finds the next fault.
 */
final class Node {

    /** No count of heads or papers in the world is larger. */
    static final long MOST = 1_000_000_000_000L;

    /** Weights are in smallest units, e.g. fen or millionths. */
    static final long MOST_WEIGHT = 1_000_000_000_000_000L;

    private static final int MOST_HEADS = 100_000_000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SHOWN = 80;

    private final Optional<Object> value;
    /** Name or index in {@link #above}; the pointer is put together only when there is a fault to report. */
    private final Object step;

    private final Optional<Node> above;
    private final List<Refusal> faults;

    private Node(Optional<Object> value, Object step, Optional<Node> above, List<Refusal> faults) {
        this.value = value;
        this.step = step;
        this.above = above;
        this.faults = faults;
    }

    static Node root(Optional<Object> tree, List<Refusal> faults) {
        return new Node(tree, "", Optional.empty(), faults);
    }

    /** The place as a JSON pointer (RFC 6901); empty for the root. */
    String path() {
        return above.map(up ->
                        up.path() + "/" + step.toString().replace("~", "~0").replace("/", "~1"))
                .orElse("");
    }

    boolean present() {
        return value.isPresent();
    }

    boolean isObject() {
        return value.filter(Map.class::isInstance).isPresent();
    }

    boolean isText() {
        return value.filter(String.class::isInstance).isPresent();
    }

    /** Is it a whole number of at least this much? */
    boolean isWithin(long least) {
        return value.filter(given -> given instanceof Integer || given instanceof Long)
                .filter(given -> ((Number) given).longValue() >= least)
                .isPresent();
    }

    Node get(String name) {
        Optional<Object> found = value.filter(Map.class::isInstance).map(map -> ((Map<?, ?>) map).get(name));
        return new Node(found, name, Optional.of(this), faults);
    }

    void fault(String code, Object... facts) {
        String path = path().isEmpty() ? "/" : path();
        Object[] all = new Object[facts.length + 4];
        all[0] = "field";
        all[1] = path;
        all[2] = "value";
        all[3] = shown();
        System.arraycopy(facts, 0, all, 4, facts.length);
        faults.add(Refusal.at(path, code, all));
    }

    private String shown() {
        return value.map(Node::shown).orElse("—");
    }

    private static String shown(Object value) {
        // A large list or object is not written out only to be cut off.
        String text = switch (value) {
            case Map<?, ?> map when map.size() > LONGEST_SHOWN -> "{…}";
            case List<?> list when list.size() > LONGEST_SHOWN -> "[…]";
            default -> Objects.toString(value);
        };
        if (text.codePointCount(0, text.length()) <= LONGEST_SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    private boolean missing() {
        if (value.isEmpty()) {
            fault("count.missing");
            return true;
        }
        return false;
    }

    /** Notes a fault unless this is an object; true if it is. */
    boolean object() {
        if (!missing() && !isObject()) {
            fault("count.not-an-object");
        }
        return isObject();
    }

    /** Every entry of an object. */
    void entries(BiConsumer<String, Node> reader) {
        if (object() && value.get() instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> reader.accept(key.toString(), get(key.toString())));
        }
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
        Optional<Node> here = Optional.of(this);
        int index = 0;
        for (Object item : list) {
            items.add(new Node(Optional.ofNullable(item), index++, here, faults));
        }
        return items;
    }

    String text() {
        if (missing()) {
            return "";
        }
        if (value.get() instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
            return text;
        }
        fault("count.not-a-text");
        return "";
    }

    boolean flag() {
        return value.isPresent() && value.get() instanceof Boolean flag ? flag : notAFlag();
    }

    private boolean notAFlag() {
        if (value.isPresent()) {
            fault("count.not-a-flag");
        }
        return false;
    }

    /** Is it written as true or false at all? */
    boolean isFlag() {
        return value.filter(Boolean.class::isInstance).isPresent();
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
        BigInteger number = given instanceof BigInteger big ? big : BigInteger.valueOf(((Number) given).longValue());
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

    /** A weight: a whole number, or digits with up to six decimal places as a text, e.g. {@code "12.5"}. */
    Weight weight() {
        if (missing()) {
            return Weight.ZERO;
        }
        Object given = value.get();
        boolean written = given instanceof String || given instanceof Integer || given instanceof Long;
        return (written ? Weight.parse(given.toString()) : Optional.<Weight>empty()).orElseGet(() -> {
            fault("count.not-a-weight", "places", Weight.PLACES, "most", Weight.MOST);
            return Weight.ZERO;
        });
    }

    /** A number of persons or seats. */
    int head(int least) {
        return Math.toIntExact(number(least, MOST_HEADS));
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        return choice(type, Enum::name);
    }

    /** One of the constants, as {@code spelling} writes them; the first one if it is none of them. */
    <E extends Enum<E>> E choice(Class<E> type, Function<E, String> spelling) {
        E[] constants = type.getEnumConstants();
        if (missing()) {
            return constants[0];
        }
        for (E constant : constants) {
            if (spelling.apply(constant).equals(value.get())) {
                return constant;
            }
        }
        fault(
                "count.unknown-choice",
                "choices",
                Stream.of(constants).map(spelling).toList());
        return constants[0];
    }

    <E extends Enum<E>> E choiceOr(Class<E> type, E fallback) {
        return value.isEmpty() ? fallback : choice(type);
    }

    /** Names that stand once each; a name that is no text or stands again is left out. */
    List<String> names(int least, int most) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Node> items = list(most);
        for (Node item : items) {
            String name = item.text();
            if (name.isEmpty()) {
                continue;
            }
            if (seen.add(name)) {
                names.add(name);
            } else {
                item.fault("count.repeated");
            }
        }
        if (items.size() < least && value.isPresent() && value.get() instanceof List<?> given && given.size() < least) {
            fault("count.too-few", "got", items.size(), "least", least);
        }
        return names;
    }

    /** Adds counts; past the largest number it stays there, so that a fault is found instead of an overflow. */
    static long capped(long sum, long count) {
        return Math.min(Long.MAX_VALUE - MOST, sum) + count;
    }
}
