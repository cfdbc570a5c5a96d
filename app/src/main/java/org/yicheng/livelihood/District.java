package org.yicheng.livelihood;

import java.math.BigDecimal;
import org.yicheng.rule.Bilingual;

/**
 * A district in a congress's drawing: a tile in its true position to the others, and its bounds, which tell in what part of
 * the tile a place lies. No map of anybody's.
 *
 * @param code within the congress, e.g. the division code
 * @param brief the name as it stands in the tile
 */
public record District(String code, Bilingual name, String brief, Tile tile, Box box) {

    /** Where the tile lies in the grid: the first column and row are 0, row 0 is in the north. */
    public record Tile(int column, int row, int columns, int rows) {}

    /** Bounds in degrees, WGS 84. */
    public record Box(BigDecimal south, BigDecimal west, BigDecimal north, BigDecimal east) {

        public Box {
            south = Degrees.plain(south);
            west = Degrees.plain(west);
            north = Degrees.plain(north);
            east = Degrees.plain(east);
        }

        public boolean holds(BigDecimal latitude, BigDecimal longitude) {
            return latitude.compareTo(south) >= 0
                    && latitude.compareTo(north) <= 0
                    && longitude.compareTo(west) >= 0
                    && longitude.compareTo(east) <= 0;
        }
    }

    /** Whether it goes by this code or by one of these names. */
    public boolean called(String text) {
        return code.equals(text) || name.zh().equals(text) || name.en().equals(text) || brief.equals(text);
    }
}
