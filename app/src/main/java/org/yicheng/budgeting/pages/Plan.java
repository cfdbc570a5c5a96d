package org.yicheng.budgeting.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where projects lie, as a drawing: latitudes and longitudes of the file, each stretched to the whole width and height, so
 * that it shows what lies north or east of what and no distances. Needs no map of anybody's.
 *
 * @param spots empty if fewer than two projects say where they are
 */
public record Plan(List<Spot> spots) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 360;
    private static final int EDGE = 36;
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");

    /** A project's place; {@code x} and {@code y} in the drawing, north is up. */
    public record Spot(
            BudgetingView.Project project, BigDecimal latitude, BigDecimal longitude, boolean chosen, int x, int y) {}

    private record Place(BudgetingView.Project project, BigDecimal latitude, BigDecimal longitude) {}

    static Plan of(BudgetingView view) {
        List<Place> places = new ArrayList<>();
        for (BudgetingView.Project project : view.projects()) {
            Optional<BigDecimal> latitude = degrees(project.row().get("latitude"), 90);
            Optional<BigDecimal> longitude = degrees(project.row().get("longitude"), 180);
            if (latitude.isPresent() && longitude.isPresent()) {
                places.add(new Place(project, latitude.get(), longitude.get()));
            }
        }
        if (places.size() < 2) {
            return new Plan(List.of());
        }
        List<BigDecimal> latitudes = places.stream().map(Place::latitude).toList();
        List<BigDecimal> longitudes = places.stream().map(Place::longitude).toList();
        return new Plan(places.stream()
                .map(place -> new Spot(
                        place.project(),
                        place.latitude(),
                        place.longitude(),
                        view.rule().chose(place.project().candidate().id()),
                        scaled(place.longitude(), longitudes, WIDTH),
                        HEIGHT - scaled(place.latitude(), latitudes, HEIGHT)))
                .toList());
    }

    private static Optional<BigDecimal> degrees(String text, int most) {
        return DEGREES.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                        .filter(value -> value.abs().compareTo(BigDecimal.valueOf(most)) <= 0)
                : Optional.empty();
    }

    private static int scaled(BigDecimal value, List<BigDecimal> all, int size) {
        BigDecimal least = all.stream().reduce(value, BigDecimal::min);
        BigDecimal span = all.stream().reduce(value, BigDecimal::max).subtract(least);
        return span.signum() == 0
                ? size / 2
                : EDGE
                        + value.subtract(least)
                                .multiply(BigDecimal.valueOf(size - 2L * EDGE))
                                .divide(span, 0, RoundingMode.HALF_UP)
                                .intValueExact();
    }
}
