package org.yicheng.debate;

/**
 * A paragraph of a text after what was adopted.
 *
 * @param number of the paragraph in the text before the debate; for new ones that of the paragraph before them
 * @param by the number of the amendment it comes from, 0 if it is as it was
 */
public record Piece(int number, String text, int by) {}
