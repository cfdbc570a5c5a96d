package org.yicheng.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a rule stands: an instrument and the provision in it.
 *
 * @param instrument the law or rules
 * @param provision for articles the number and, if needed, the paragraph, e.g. {@code 14} or {@code 14(4)};
 *     for anything else the words as printed, e.g. {@code 12.2.5}
 */
public record Citation(Instrument instrument, String provision) {

    private static final Pattern ARTICLE = Pattern.compile("(\\d{1,4})(?:\\((\\d{1,4})\\))?");

    /** The article of an instrument. */
    public static Citation of(Instrument instrument, int article) {
        return new Citation(instrument, Integer.toString(article));
    }

    /** A provision that is not a plain article, e.g. {@code 14(4)}. */
    public static Citation of(Instrument instrument, String provision) {
        return new Citation(instrument, provision);
    }

    /** Reads the short form {@code OL:14}. */
    public static Citation parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a citation is KEY:provision, got " + text);
        }
        return new Citation(Law.byKey(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** The short form {@code OL:14}, for data. */
    public String key() {
        return instrument.key() + ":" + provision;
    }

    /** As a clerk writes it: 《地方组织法》第十四条第四款; a provision that is no article stands as printed. */
    public String zh() {
        String title = "《" + instrument.zh() + "》";
        Matcher article = ARTICLE.matcher(provision);
        if (!article.matches()) {
            return title + provision;
        }
        String paragraph = article.group(2);
        return title + "第" + numeral(article.group(1)) + "条"
                + (paragraph == null ? "" : "第" + numeral(paragraph) + "款");
    }

    /** In English: Organic Law, art. 14(4). */
    public String en() {
        if (provision.isEmpty()) {
            return instrument.en();
        }
        return instrument.en() + ", " + (ARTICLE.matcher(provision).matches() ? "art. " : "") + provision;
    }

    private static String numeral(String digits) {
        return ChineseNumerals.of(Integer.parseInt(digits));
    }

    @Override
    public String toString() {
        return zh();
    }
}
