package org.yicheng.count.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.yicheng.count.Percentages;
import org.yicheng.count.Rate;
import org.yicheng.rule.input.Node;

/** Cases of kind rate and shares. */
final class ShareCases {

    private static final int USUAL_PLACES = 2;
    private static final int MOST_PARTS = 10_000;

    private ShareCases() {}

    static Supplier<Map<String, Object>> rate(Node input) {
        long whole = input.get("whole").number(0, Node.MOST);
        long part = input.get("part").number(0, Node.MOST);
        if (part > whole && input.get("whole").isWithin(0)) {
            input.get("part").fault("part-above-whole", "whole", whole);
        }
        int places = places(input);
        return () -> {
            Rate rate = new Rate(part, whole);
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("fraction", rate.fraction().<Object>map(text -> text).orElse(CaseResults.NONE));
            map.put(
                    "percent",
                    rate.percent(places).<Object>map(BigDecimal::toPlainString).orElse(CaseResults.NONE));
            return map;
        };
    }

    static Supplier<Map<String, Object>> shares(Node input) {
        Map<String, Long> parts = new LinkedHashMap<>();
        input.get("parts").entries((name, part) -> parts.put(name, part.number(0, Node.MOST)));
        if (parts.size() > MOST_PARTS) {
            input.get("parts").fault("too-many", "got", parts.size(), "most", MOST_PARTS);
        }
        int places = places(input);
        Percentages rounding = input.get("rounding").present()
                ? input.get("rounding")
                        .choice(Percentages.class, constant -> constant.name().toLowerCase(Locale.ROOT))
                : Percentages.LARGEST_REMAINDER;
        return () -> shares(parts, places, rounding);
    }

    private static Map<String, Object> shares(Map<String, Long> parts, int places, Percentages rounding) {
        long whole = parts.values().stream().mapToLong(Long::longValue).sum();
        List<BigDecimal> column = rounding.of(List.copyOf(parts.values()), places);
        Map<String, Object> percent = new LinkedHashMap<>();
        Map<String, Object> fraction = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(parts.keySet());
        for (int at = 0; at < column.size(); at++) {
            String name = names.get(at);
            percent.put(name, column.get(at).toPlainString());
            fraction.put(
                    name,
                    new Rate(parts.getOrDefault(name, 0L), whole).fraction().orElseThrow());
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("whole", whole);
        map.put("fraction", fraction);
        map.put("percent", percent);
        map.put("sum", column.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString());
        return map;
    }

    private static int places(Node input) {
        Node places = input.get("places");
        return places.present() ? (int) places.number(0, Rate.MOST_PLACES) : USUAL_PLACES;
    }
}
