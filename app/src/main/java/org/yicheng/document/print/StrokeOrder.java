package org.yicheng.document.print;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.yicheng.document.NameOrder;

/** Stroke order by ICU's collation {@code zh-u-co-stroke}: strokes, then stroke types, character by character. */
@Component
class StrokeOrder implements NameOrder {

    @Override
    public Comparator<String> byStrokes(SingleName single) {
        Collator collator = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-stroke"));
        collator.freeze();
        return (a, b) -> compare(collator, single, a, b);
    }

    /** Character by character; a name that ends first comes first (the missing character counts as zero). */
    private static int compare(Collator collator, SingleName single, String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        // A surname and one given character against two: the given name's only character stands in the second place
        // of two, the missing one before it counting as zero strokes.
        boolean zero = single == SingleName.AS_ZERO
                && left.length != right.length
                && Math.min(left.length, right.length) == 2
                && left[0] == right[0];
        if (zero) {
            return Integer.compare(left.length, right.length);
        }
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = collator.compare(Character.toString(left[i]), Character.toString(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
