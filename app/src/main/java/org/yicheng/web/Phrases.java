package org.yicheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where a text with the name of a session may break by sense: 石家庄市|第十五届|人民代表大会|第五次会议. */
public final class Phrases {

    private static final Pattern STARTS =
            Pattern.compile("(?<=.)(?=第[一二三四五六七八九十百]+届)|(?<=届)(?=人民代表大会|人大)|(?<=大会|人大|届)(?=第?[一二三四五六七八九十百]+次会议)");

    private Phrases() {}

    /** The text with | at its joints, as the heading component reads it; texts without joints stay as they are. */
    public static String of(String text) {
        return STARTS.matcher(text).replaceAll("|");
    }

    /**
     * The text in lines of at most {@code width} characters, broken only at its joints and each line as full as it can
     * be; a phrase longer than that has a line of its own.
     */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String phrase : STARTS.split(text)) {
            int last = lines.size() - 1;
            if (last >= 0 && characters(lines.get(last) + phrase) <= width) {
                lines.set(last, lines.get(last) + phrase);
            } else {
                lines.add(phrase);
            }
        }
        return lines;
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
