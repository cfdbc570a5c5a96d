package org.yicheng.proposals;

import java.util.Set;

/**
 * What a place decides for itself about filings; each differs from place to place.
 *
 * @param monthsBefore from how many months before the opening a proposal is one of the session
 * @param examiners how many give an opinion on a proposal before the chair decides
 * @param contact whether a suggestion names card number and contact (BJS 9)
 * @param lists whose lists of what is not admissible as a suggestion apply
 */
public record Place(int monthsBefore, int examiners, boolean contact, Set<Inadmissible.List> lists) {

    public static final int MOST_MONTHS = 12;
    public static final int MOST_EXAMINERS = 2;

    /** Until a place decides otherwise. */
    public static final Place USUAL = new Place(3, 2, false, Set.of(Inadmissible.List.values()));

    public Place {
        lists = Set.copyOf(lists);
    }
}
