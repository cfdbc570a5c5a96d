package org.yicheng.livelihood;

import java.util.List;
import org.yicheng.rule.Ruling;

/** The drawings of congresses. Every change is recorded as {@code Caller.current()}. */
public interface Districts {

    int MOST = 100;
    /** Tiles of a drawing in each direction. */
    int MOST_TILES = 30;

    int LONGEST_CODE = 20;
    int LONGEST_NAME = 40;
    int LONGEST_BRIEF = 4;

    /** In their order; empty for a congress without a drawing. */
    List<District> of(String body);

    /** Replaces the drawing of a congress; refused while a project's place names a district that would be gone. */
    Ruling<List<District>> draw(String body, List<District> districts);
}
