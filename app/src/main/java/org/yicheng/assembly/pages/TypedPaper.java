package org.yicheng.assembly.pages;

import java.util.Arrays;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** A paper as a teller types it: one key a candidate, from the number pad or with letters. */
final class TypedPaper {

    private TypedPaper() {}

    /**
     * 1 o ○ approve; 2 x × oppose; 0 - △ abstain; 9 ? illegible. Where projects are numbered 1 to 9 and a to z are the
     * number, 0 or - none, ? illegible.
     */
    static Ruling<BallotPaper> read(String typed, String names, boolean unreadable, boolean ranked) {
        if (unreadable) {
            return Ruling.granted(BallotPaper.illegible());
        }
        StringBuilder marks = new StringBuilder();
        for (int key :
                typed.codePoints().filter(one -> !Character.isWhitespace(one)).toArray()) {
            char mark = ranked ? number(key) : mark(key);
            if (mark == ' ') {
                return Ruling.refused(Refusal.at("marks", "assembly.entry-key", "value", Character.toString(key)));
            }
            marks.append(mark);
        }
        return Ruling.granted(new BallotPaper(
                marks.toString(), Arrays.asList(names.replace('|', ' ').split("[;；、,，]")), false));
    }

    private static char mark(int key) {
        return switch (key) {
            case '1', 'o', 'O', '○', '〇', 'y', 'Y' -> 'Y';
            case '2', 'x', 'X', '×', 'n', 'N' -> 'N';
            case '0', '-', '△', 'a', 'A', '.' -> 'A';
            case '9', '?', '？' -> 'X';
            default -> ' ';
        };
    }

    private static char number(int key) {
        return switch (key) {
            case '0', '-', '△', '.' -> 'A';
            case '?', '？' -> 'X';
            default -> BallotPaper.number((char) key) > 0 ? (char) key : ' ';
        };
    }

    /** As it is shown: ○ × △ and ? for what is illegible. */
    static String shown(String marks) {
        return marks.replace('Y', '○').replace('N', '×').replace('A', '△').replace('X', '?');
    }
}
