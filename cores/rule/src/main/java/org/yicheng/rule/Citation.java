package org.yicheng.rule;

/**
 * Where a rule stands: an instrument and the provision in it.
 *
 * @param instrument the law or rules
 * @param provision for articles the number and, if needed, the paragraph, e.g. {@code 14} or {@code 14(4)};
 *     for anything else the words as printed, e.g. {@code 12.2.5}
 */
public record Citation(Instrument instrument, String provision) {

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

    /** As a clerk writes it: 《地方组织法》第十四条. */
    public String zh() {
        String title = "《" + instrument.zh() + "》";
        if (provision.isEmpty()) {
            return title;
        }
        int bracket = provision.indexOf('(');
        String article = bracket < 0 ? provision : provision.substring(0, bracket);
        if (!article.chars().allMatch(Character::isDigit)) {
            return title + provision;
        }
        String text = title + "第" + ChineseNumerals.of(Integer.parseInt(article)) + "条";
        if (bracket < 0) {
            return text;
        }
        String paragraph = provision.substring(bracket + 1, provision.length() - 1);
        return text + "第" + ChineseNumerals.of(Integer.parseInt(paragraph)) + "款";
    }

    /** In English: Organic Law, art. 14(4). */
    public String en() {
        if (provision.isEmpty()) {
            return instrument.en();
        }
        boolean article = Character.isDigit(provision.charAt(0)) && !provision.contains(".");
        return instrument.en() + ", " + (article ? "art. " : "") + provision;
    }

    @Override
    public String toString() {
        return zh();
    }
}
