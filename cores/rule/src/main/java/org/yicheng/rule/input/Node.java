package org.yicheng.rule.input;

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
import org.yicheng.rule.Refusal;

/**
 * A value of a tree as a JSON reader gives it, with its place (a JSON pointer). Reading notes every fault in one shared
 * list and answers with a harmless value, so that reading goes on and finds the next fault. The codes of the faults
 * begin with the name of the bundle that has their texts, e.g. {@code count.missing}.
 */
public final class Node {

    /** No count of heads or papers in the world is larger. */
    public static final long MOST = 1_000_000_000_000L;

    /** Weights are in smallest units, e.g. fen or millionths. */
    public static final long MOST_WEIGHT = 1_000_000_000_000_000L;

    private static final int MOST_HEADS = 100_000_000;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_SHOWN = 80;

    private final Optional<Object> value;
    /** Name or index in {@link #above}; the pointer is put together only when there is a fault to report. */
    private final Object step;

    private final Optional<Node> above;
    private final Faults faults;

    /** The shared list, and the bundle with the texts of what is noted in it. */
    private record Faults(String bundle, List<Refusal> noted) {}

    private Node(Optional<Object> value, Object step, Optional<Node> above, Faults faults) {
        this.value = value;
        this.step = step;
        this.above = above;
        this.faults = faults;
    }

    /**
     * @param tree maps, lists, strings, integers and booleans; empty for JSON null
     * @param bundle which has the texts, e.g. {@code count}
     * @param faults to which every fault is added
     */
    public static Node root(Optional<Object> tree, String bundle, List<Refusal> faults) {
        return new Node(tree, "", Optional.empty(), new Faults(bundle, faults));
    }

    /** The place as a JSON pointer (RFC 6901); empty for the root. */
    public String path() {
        return above.map(up ->
                        up.path() + "/" + step.toString().replace("~", "~0").replace("/", "~1"))
                .orElse("");
    }

    /** Is there anything but JSON null? */
    public boolean present() {
        return value.isPresent();
    }

    public boolean isObject() {
        return value.filter(Map.class::isInstance).isPresent();
    }

    public boolean isText() {
        return value.filter(String.class::isInstance).isPresent();
    }

    /** Is it a whole number of at least this much? */
    public boolean isWithin(long least) {
        return value.filter(given -> given instanceof Integer || given instanceof Long)
                .filter(given -> ((Number) given).longValue() >= least)
                .isPresent();
    }

    /** What stands under a name; absent if this is no object or has no such name. */
    public Node get(String name) {
        Optional<Object> found = value.filter(Map.class::isInstance).map(map -> ((Map<?, ?>) map).get(name));
        return new Node(found, name, Optional.of(this), faults);
    }

    /** Notes a fault at this place; field and value are added to its facts. The code is without the bundle's name. */
    public void fault(String code, Object... facts) {
        String path = path().isEmpty() ? "/" : path();
        Object[] all = new Object[facts.length + 4];
        all[0] = "field";
        all[1] = path;
        all[2] = "value";
        all[3] = shown();
        System.arraycopy(facts, 0, all, 4, facts.length);
        faults.noted().add(Refusal.at(path, faults.bundle() + "." + code, all));
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
            fault("missing");
            return true;
        }
        return false;
    }

    /** Notes a fault unless this is an object; true if it is. */
    public boolean object() {
        if (!missing() && !isObject()) {
            fault("not-an-object");
        }
        return isObject();
    }

    /** Every entry of an object. */
    public void entries(BiConsumer<String, Node> reader) {
        if (object() && value.get() instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> reader.accept(key.toString(), get(key.toString())));
        }
    }

    /** The items of a list; a fault, and none, if it is no list or longer than {@code most}. */
    public List<Node> list(int most) {
        List<Node> items = new ArrayList<>();
        if (missing()) {
            return items;
        }
        if (!(value.get() instanceof List<?> list)) {
            fault("not-a-list");
            return items;
        }
        if (list.size() > most) {
            fault("too-many", "got", list.size(), "most", most);
            return items;
        }
        Optional<Node> here = Optional.of(this);
        int index = 0;
        for (Object item : list) {
            items.add(new Node(Optional.ofNullable(item), index++, here, faults));
        }
        return items;
    }

    /** A text of 1 to 500 characters; empty after a fault. */
    public String text() {
        if (missing()) {
            return "";
        }
        if (value.get() instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
            return text;
        }
        fault("not-a-text");
        return "";
    }

    /** True or false; absent is false. */
    public boolean flag() {
        return value.isPresent() && value.get() instanceof Boolean flag ? flag : notAFlag();
    }

    private boolean notAFlag() {
        if (value.isPresent()) {
            fault("not-a-flag");
        }
        return false;
    }

    /** Is it written as true or false at all? */
    public boolean isFlag() {
        return value.filter(Boolean.class::isInstance).isPresent();
    }

    /** A whole number within bounds; 3.0 and 1e2 are not whole numbers as written. */
    public long number(long least, long most) {
        if (missing()) {
            return least;
        }
        Object given = value.get();
        if (!(given instanceof Integer || given instanceof Long || given instanceof BigInteger)) {
            fault("not-a-whole-number");
            return least;
        }
        BigInteger number = given instanceof BigInteger big ? big : BigInteger.valueOf(((Number) given).longValue());
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            fault("too-small", "least", least);
            return least;
        }
        if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            fault("too-large", "most", most);
            return least;
        }
        return number.longValueExact();
    }

    /** A text, or a whole number as its digits; empty for anything else, without a fault. */
    public Optional<String> written() {
        return value.filter(given -> given instanceof String || given instanceof Integer || given instanceof Long)
                .map(Object::toString);
    }

    /** A number of persons or seats. */
    public int head(int least) {
        return Math.toIntExact(number(least, MOST_HEADS));
    }

    public <E extends Enum<E>> E choice(Class<E> type) {
        return choice(type, Enum::name);
    }

    /** One of the constants, as {@code spelling} writes them; the first one if it is none of them. */
    public <E extends Enum<E>> E choice(Class<E> type, Function<E, String> spelling) {
        E[] constants = type.getEnumConstants();
        if (missing()) {
            return constants[0];
        }
        for (E constant : constants) {
            if (spelling.apply(constant).equals(value.get())) {
                return constant;
            }
        }
        fault("unknown-choice", "choices", Stream.of(constants).map(spelling).toList());
        return constants[0];
    }

    public <E extends Enum<E>> E choiceOr(Class<E> type, E fallback) {
        return value.isEmpty() ? fallback : choice(type);
    }

    /** Names that stand once each; a name that is no text or stands again is left out. */
    public List<String> names(int least, int most) {
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
                item.fault("repeated");
            }
        }
        if (items.size() < least && value.isPresent() && value.get() instanceof List<?> given && given.size() < least) {
            fault("too-few", "got", items.size(), "least", least);
        }
        return names;
    }

    /** Adds counts; past the largest number it stays there, so that a fault is found instead of an overflow. */
    public static long capped(long sum, long count) {
        return Math.min(Long.MAX_VALUE - MOST, sum) + count;
    }
}
