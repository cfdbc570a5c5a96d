package org.yicheng.assembly.hall;

/**
 * A seat of a hall.
 *
 * @param code unique in the hall and printed: row and number on the floor ({@code 12-8}), with a letter elsewhere
 * @param block the part of the hall between two aisles, e.g. {@code A}
 * @param rank the row 排, from the front, from 1
 * @param number 号 within the row
 * @param x place in the picture, in seats from the left
 * @param y place in the picture, in seats from the front
 */
public record Seat(String code, Area area, String block, int rank, int number, int x, int y) {

    /** Which part of the hall: 主席台, 代表席, 列席席, 旁听席. */
    public enum Area {
        ROSTRUM("R"),
        FLOOR(""),
        OBSERVERS("L"),
        GALLERY("P");

        private final String letter;

        Area(String letter) {
            this.letter = letter;
        }

        /** The code of a seat here. */
        public String code(int rank, int number) {
            return letter + rank + "-" + number;
        }

        /** The block of the areas that have only one; the floor's are named by its aisles. */
        public String block() {
            return letter;
        }
    }
}
