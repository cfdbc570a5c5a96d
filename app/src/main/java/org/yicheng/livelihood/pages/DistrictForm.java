package org.yicheng.livelihood.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yicheng.livelihood.Degrees;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.District.Box;
import org.yicheng.livelihood.District.Tile;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;

/**
 * A drawing as it is typed or pasted from a spreadsheet: a line a district, its {@value #CELLS} cells divided by commas of
 * either kind or by tabs.
 */
record DistrictForm(List<District> districts, List<Refusal> reasons) {

    static final String FIELD = "districts";

    private static final int CELLS = 12;

    /** Reads what can be read, and tells of every line that can't. */
    static DistrictForm of(String text) {
        List<District> districts = new ArrayList<>();
        List<Refusal> reasons = new ArrayList<>();
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            district(line.strip().split("\\s*[,，\t]\\s*", -1))
                    .ifPresentOrElse(
                            districts::add,
                            () -> reasons.add(
                                    Refusal.at(FIELD, "livelihood.district-line", "value", line.strip(), "n", CELLS)));
        }
        return new DistrictForm(districts, reasons);
    }

    private static Optional<District> district(String[] cells) {
        if (cells.length != CELLS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new District(
                    cells[0],
                    new Bilingual(cells[1], cells[2]),
                    cells[3],
                    new Tile(whole(cells[4]), whole(cells[5]), whole(cells[6]), whole(cells[7])),
                    new Box(degrees(cells[8]), degrees(cells[9]), degrees(cells[10]), degrees(cells[11]))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static int whole(String cell) {
        return Integer.parseInt(cell);
    }

    private static BigDecimal degrees(String cell) {
        return Degrees.read(cell).orElseThrow(() -> new NumberFormatException(cell));
    }

    /** The same as lines. */
    static String text(List<District> districts) {
        return districts.stream().map(DistrictForm::line).collect(Collectors.joining("\n"));
    }

    private static String line(District one) {
        Tile tile = one.tile();
        Box box = one.box();
        return String.join(
                "，",
                one.code(),
                one.name().zh(),
                one.name().en(),
                one.brief(),
                Integer.toString(tile.column()),
                Integer.toString(tile.row()),
                Integer.toString(tile.columns()),
                Integer.toString(tile.rows()),
                box.south().toPlainString(),
                box.west().toPlainString(),
                box.north().toPlainString(),
                box.east().toPlainString());
    }
}
