package org.yicheng.budgeting.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yicheng.web.Sketch;
import org.yicheng.web.Sketch.Mark;
import org.yicheng.web.Sketch.Place;
import org.yicheng.web.Sketch.Point;

/**
 * Where projects lie: a drawing of the latitudes and longitudes of the file, and the same as a table.
 *
 * @param spots empty if fewer than two projects say where they are
 */
public record Plan(List<Spot> spots, Sketch sketch) {

    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");

    /** A project's place. */
    public record Spot(BudgetingView.Project project, Point point, boolean chosen) {

        Place place() {
            return Place.still(project.candidate().id(), chosen ? Mark.IN : Mark.OUT, point);
        }
    }

    static Plan of(BudgetingView view) {
        List<Spot> spots = new ArrayList<>();
        for (BudgetingView.Project project : view.projects()) {
            Optional<BigDecimal> latitude = degrees(project.row().get("latitude"), 90);
            Optional<BigDecimal> longitude = degrees(project.row().get("longitude"), 180);
            if (latitude.isPresent() && longitude.isPresent()) {
                spots.add(new Spot(
                        project,
                        new Point(latitude.get(), longitude.get()),
                        view.rule().chose(project.candidate().id())));
            }
        }
        Sketch sketch = Sketch.stretched(spots.stream().map(Spot::place).toList());
        return new Plan(sketch.spots().isEmpty() ? List.of() : List.copyOf(spots), sketch);
    }

    private static Optional<BigDecimal> degrees(String text, int most) {
        return DEGREES.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                        .filter(value -> value.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                : Optional.empty();
    }
}
