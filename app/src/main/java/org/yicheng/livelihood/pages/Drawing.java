package org.yicheng.livelihood.pages;

import java.util.List;
import org.yicheng.livelihood.District;
import org.yicheng.web.Sketch;
import org.yicheng.web.Sketch.Area;
import org.yicheng.web.Sketch.Place;
import org.yicheng.web.Sketch.Point;

/** Places in the drawing of their congress; where there is none, to each other. */
public final class Drawing {

    private Drawing() {}

    public static Sketch of(List<District> districts, List<Place> places) {
        return districts.isEmpty()
                ? Sketch.stretched(places)
                : Sketch.tiled(districts.stream().map(Drawing::area).toList(), places);
    }

    private static Area area(District one) {
        District.Tile tile = one.tile();
        return new Area(
                one.code(),
                one.brief(),
                tile.column(),
                tile.row(),
                tile.columns(),
                tile.rows(),
                new Point(one.box().south(), one.box().west()),
                new Point(one.box().north(), one.box().east()));
    }
}
