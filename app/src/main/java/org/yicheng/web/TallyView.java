package org.yicheng.web;

import java.util.List;

/**
 * A vote's result for the tally component: 赞成 反对 弃权 未按, always in this order, on the scale 0…all.
 *
 * @param must the votes needed; {@code mustWord} stands above its mark
 */
public record TallyView(String caption, int all, int must, String mustWord, List<Row> rows) {

    /** @param kind {@code for}, {@code against}, {@code abstain} or {@code blank}: icon, fill and colour */
    public record Row(String kind, String word, int count, String percent) {

        /** Whether its bar carries a pattern, for print in grey and for eyes that do not see the colour. */
        public boolean patterned() {
            return kind.equals("against") || kind.equals("abstain");
        }
    }

    /** The four rows from their counts. */
    public static TallyView of(Shell shell, String caption, int all, int must, int... counts) {
        return of(shell, caption, "web.mark-blank", all, must, counts);
    }

    /** @param blank key of the word for those present who gave no vote: keys are not pressed, hands not raised */
    public static TallyView of(Shell shell, String caption, String blank, int all, int must, int... counts) {
        String[] kinds = {"for", "against", "abstain", "blank"};
        String[] keys = {"web.mark-for", "web.mark-against", "web.mark-abstain", blank};
        List<Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            rows.add(new Row(kinds[i], shell.say(keys[i]), counts[i], Reach.percent(counts[i], all)));
        }
        return new TallyView(caption, all, must, shell.say("web.must", "n", must), rows);
    }

    public String mustPercent() {
        return Reach.percent(must, all);
    }

    public String mustAnchor() {
        return Reach.anchor(must, all);
    }
}
