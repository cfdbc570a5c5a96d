package org.yicheng.livelihood.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.District.Box;
import org.yicheng.livelihood.District.Tile;
import org.yicheng.livelihood.Districts;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** What stands against a drawing, every reason at once. */
final class DistrictRules {

    static final Citation DRAWING = Citation.of(Law.PRODUCT, "livelihood.drawing");

    private static final String FIELD = "districts";
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private DistrictRules() {}

    /** @param used codes that places of projects name */
    static List<Refusal> against(List<District> districts, List<String> used) {
        List<Refusal> reasons = new ArrayList<>();
        if (districts.isEmpty() || districts.size() > Districts.MOST) {
            reasons.add(Refusal.at(
                    FIELD, DRAWING, "livelihood.districts-n", "n", districts.size(), "most", Districts.MOST));
        }
        Set<String> codes = new HashSet<>();
        Map<List<Integer>, String> taken = new HashMap<>();
        for (District one : districts) {
            if (!words(one)) {
                reasons.add(Refusal.at(
                        FIELD,
                        "livelihood.district-words",
                        "value",
                        one.code(),
                        "most",
                        Districts.LONGEST_NAME,
                        "brief",
                        Districts.LONGEST_BRIEF));
            }
            if (!codes.add(one.code())) {
                reasons.add(Refusal.at(FIELD, DRAWING, "livelihood.district-twice", "value", one.code()));
            }
            if (!sound(one.box())) {
                reasons.add(Refusal.at(FIELD, DRAWING, "livelihood.district-box", "value", one.brief()));
            }
            if (sound(one.tile())) {
                overlaps(one, taken, reasons);
            } else {
                reasons.add(Refusal.at(
                        FIELD,
                        DRAWING,
                        "livelihood.district-tile",
                        "value",
                        one.brief(),
                        "most",
                        Districts.MOST_TILES));
            }
        }
        used.stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> reasons.add(Refusal.at(FIELD, DRAWING, "livelihood.district-used", "value", code)));
        return reasons;
    }

    private static boolean words(District one) {
        return brief(one.code(), Districts.LONGEST_CODE)
                && brief(one.name().zh(), Districts.LONGEST_NAME)
                && brief(one.name().en(), Districts.LONGEST_NAME)
                && brief(one.brief(), Districts.LONGEST_BRIEF);
    }

    private static boolean brief(String text, int most) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= most
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean sound(Box box) {
        return box.south().compareTo(box.north()) < 0
                && box.west().compareTo(box.east()) < 0
                && box.south().compareTo(POLE.negate()) >= 0
                && box.north().compareTo(POLE) <= 0
                && box.west().compareTo(DATE_LINE.negate()) >= 0
                && box.east().compareTo(DATE_LINE) <= 0;
    }

    private static boolean sound(Tile tile) {
        return within(tile.column(), tile.columns()) && within(tile.row(), tile.rows());
    }

    private static boolean within(int first, int count) {
        return first >= 0 && count >= 1 && first <= Districts.MOST_TILES && count <= Districts.MOST_TILES - first;
    }

    /** Two tiles never share a cell of the grid. */
    private static void overlaps(District one, Map<List<Integer>, String> taken, List<Refusal> reasons) {
        Set<String> others = new HashSet<>();
        Tile tile = one.tile();
        for (int column = tile.column(); column < tile.column() + tile.columns(); column++) {
            for (int row = tile.row(); row < tile.row() + tile.rows(); row++) {
                String other = taken.putIfAbsent(List.of(column, row), one.brief());
                if (other != null && others.add(other)) {
                    reasons.add(Refusal.at(
                            FIELD,
                            DRAWING,
                            "livelihood.district-overlap",
                            "value",
                            one.brief(),
                            "other",
                            other,
                            "column",
                            column,
                            "row",
                            row));
                }
            }
        }
    }
}
