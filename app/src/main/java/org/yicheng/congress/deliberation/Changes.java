package org.yicheng.congress.deliberation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.yicheng.document.Wording;
import org.yicheng.document.Wording.Fate;
import org.yicheng.document.Wording.Run;

/** What changed between two versions of a text: paragraph against paragraph, inside one word against word. */
public final class Changes {

    /**
     * A paragraph of the comparison.
     *
     * @param before its number in the old version, 0 if it is new
     * @param after its number in the new version, 0 if it is gone
     */
    public record Paragraph(int before, int after, List<Run> pieces) {

        public boolean changed() {
            return pieces.stream().anyMatch(piece -> piece.fate() != Fate.SAME);
        }
    }

    private Changes() {}

    /** Two versions of a text. */
    public static List<Paragraph> between(List<String> before, List<String> after) {
        List<Paragraph> rows = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            while (from < delta.getSource().getPosition()) {
                rows.add(new Paragraph(++from, ++to, List.of(new Run(Fate.SAME, before.get(from - 1)))));
            }
            List<String> old = delta.getSource().getLines();
            List<String> fresh = delta.getTarget().getLines();
            int both = Math.min(old.size(), fresh.size());
            for (int i = 0; i < both; i++) {
                rows.add(new Paragraph(++from, ++to, Wording.runs(old.get(i), fresh.get(i))));
            }
            for (int i = both; i < old.size(); i++) {
                rows.add(new Paragraph(++from, 0, List.of(new Run(Fate.REMOVED, old.get(i)))));
            }
            for (int i = both; i < fresh.size(); i++) {
                rows.add(new Paragraph(0, ++to, List.of(new Run(Fate.ADDED, fresh.get(i)))));
            }
        }
        while (from < before.size()) {
            rows.add(new Paragraph(++from, ++to, List.of(new Run(Fate.SAME, before.get(from - 1)))));
        }
        return rows;
    }
}
