package org.yicheng.finding;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;

/** How a Chinese name is typed: 曾晓云 is found by {@code zxy} and by {@code zengxiaoyun}; surnames by their own reading. */
public final class Pinyin {

    private Pinyin() {}

    /** Loading the table takes half a second: not before somebody needs it. */
    private static final class Table {
        static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names; NFD; [:Mn:] Remove; NFC");
    }

    /** The initials and the whole name, in small letters without blanks; nothing for a name without Chinese. */
    public static List<String> keys(String name) {
        if (name.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            return List.of();
        }
        StringBuilder spaced = new StringBuilder();
        Table.NAMES.transliterate(name).codePoints().forEach(spaced::appendCodePoint);
        StringBuilder initials = new StringBuilder();
        StringBuilder whole = new StringBuilder();
        for (String syllable : spaced.toString().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (!syllable.isEmpty()) {
                initials.append(syllable.charAt(0));
                whole.append(syllable);
            }
        }
        return whole.isEmpty() ? List.of() : List.of(initials.toString(), whole.toString());
    }
}
