package org.yicheng.document.print;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.document.NameOrder;

/**
 * Strokes, then stroke types 横竖撇点折 stroke by stroke, character by character. The strokes of 6,941 characters stand in
 * {@code names/strokes.txt}; of another one ICU's collation {@code zh-u-co-stroke} knows how many it has, and it comes
 * after those of as many strokes.
 */
@Component
class StrokeOrder implements NameOrder {

    /** ICU's marks of the groups of one stroke, two strokes and so on: these and the number. */
    private static final String GROUP = "\uFDD0";

    private static final char GROUP_ZERO = '\u2800';
    private static final int MOST_STROKES = 64;

    private final Map<Integer, String> strokes = read();
    private final Collator collator = collator();

    private static Map<Integer, String> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("names/strokes.txt").getInputStream(), StandardCharsets.UTF_8))) {
            Map<Integer, String> strokes = new HashMap<>();
            lines.lines()
                    .map(line -> line.split(" "))
                    .forEach(line -> line[1].codePoints().forEach(character -> strokes.put(character, line[0])));
            return strokes;
        } catch (IOException e) {
            throw new UncheckedIOException("no strokes", e);
        }
    }

    private static Collator collator() {
        Collator collator = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-stroke"));
        collator.freeze();
        return collator;
    }

    @Override
    public Comparator<String> byStrokes(SingleName single) {
        return (a, b) -> compare(single, a, b);
    }

    /** Character by character; a name that ends first comes first (the missing character counts as zero). */
    private int compare(SingleName single, String a, String b) {
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
            int order = compare(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private int compare(int left, int right) {
        if (left == right) {
            return 0;
        }
        Optional<String> own = Optional.ofNullable(strokes.get(left));
        Optional<String> other = Optional.ofNullable(strokes.get(right));
        int order = Integer.compare(count(left, own), count(right, other));
        if (order == 0 && own.isPresent() && other.isPresent()) {
            order = own.get().compareTo(other.get());
        } else if (order == 0) {
            order = Boolean.compare(own.isEmpty(), other.isEmpty());
        }
        if (order == 0) {
            order = collator.compare(Character.toString(left), Character.toString(right));
        }
        return order == 0 ? Integer.compare(left, right) : order;
    }

    private int count(int character, Optional<String> known) {
        return known.map(String::length).orElseGet(() -> counted(Character.toString(character)));
    }

    private int counted(String character) {
        int count = 0;
        while (count < MOST_STROKES && collator.compare(character, GROUP + (char) (GROUP_ZERO + count + 1)) >= 0) {
            count++;
        }
        return count;
    }
}
