package org.yicheng.rule;

import java.util.Locale;

/** The two languages of the product; Chinese first. */
public enum Language {
    ZH(Locale.forLanguageTag("zh-CN")),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code zh-CN} or {@code en}, for {@code lang} attributes and file names. */
    public String tag() {
        return locale.toLanguageTag();
    }
}
