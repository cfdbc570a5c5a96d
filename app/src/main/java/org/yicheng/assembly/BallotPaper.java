package org.yicheng.assembly;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands on one ballot paper; neither its voter nor its time.
 *
 * @param marks one letter a candidate in the list's order: Y ○ approve, N × oppose, A nothing (abstain), X two marks or
 *     an illegible one; where projects are numbered 1 to 9, then a to z for 10 to 35
 * @param writeIns the names written in (另选他人), as they stand on the paper
 * @param unreadable whether the paper is wholly illegible
 */
public record BallotPaper(String marks, List<String> writeIns, boolean unreadable) {

    /** The longest name that can be written in, in characters. */
    public static final int LONGEST_NAME = 40;

    /** How many names fit on a paper. */
    public static final int MOST_NAMES = 100;

    private static final Pattern MARKS = Pattern.compile("[YNAX1-9a-z]*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}|\\p{Cc}]+");
    private static final String UNREADABLE = "?";

    public BallotPaper {
        if (!MARKS.matcher(marks).matches()) {
            throw new IllegalArgumentException("a mark is Y, N, A, X or a number, got " + marks);
        }
        writeIns = writeIns.stream()
                .map(BallotPaper::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** A name as it is compared: composed, blanks between characters of a Chinese name left out. */
    public static String name(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFC);
        boolean latin = text.codePoints().anyMatch(one -> one < 0x250 && Character.isLetter(one));
        return BLANKS.matcher(text.strip()).replaceAll(latin ? " " : "").strip();
    }

    /** A paper that nobody can read. */
    public static BallotPaper illegible() {
        return new BallotPaper("", List.of(), true);
    }

    /** The number that a mark stands for; 0 for every other mark. */
    public static int number(char mark) {
        boolean numbered = mark >= '1' && mark <= '9' || mark >= 'a' && mark <= 'z';
        return numbered ? Character.digit(mark, Character.MAX_RADIX) : 0;
    }

    /** The mark of a number, 1 to 35. */
    public static char numbered(int number) {
        if (number < 1 || number >= Character.MAX_RADIX) {
            throw new IllegalArgumentException("a number on a paper is 1 to 35, got " + number);
        }
        return Character.forDigit(number, Character.MAX_RADIX);
    }

    /** Whether nothing is marked and nobody is written in. */
    public boolean blank() {
        return !unreadable && writeIns.isEmpty() && marks.chars().allMatch(mark -> mark == 'A');
    }

    /** The paper as it is stored: {@code YNA|name|name}, or {@code ?}. */
    public String code() {
        if (unreadable) {
            return UNREADABLE;
        }
        return writeIns.isEmpty() ? marks : marks + "|" + String.join("|", writeIns);
    }

    /** Reads a stored paper. */
    public static BallotPaper of(String code) {
        if (code.equals(UNREADABLE)) {
            return illegible();
        }
        String[] parts = code.split("\\|");
        return new BallotPaper(parts[0], List.of(parts).subList(1, parts.length), false);
    }
}
