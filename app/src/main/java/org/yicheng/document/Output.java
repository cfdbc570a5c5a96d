package org.yicheng.document;

import java.util.Locale;

/** The kinds of file that a sheet is printed to. */
public enum Output {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    Output(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The kind with this name in an address. */
    public static Output of(String format) {
        return valueOf(format.toUpperCase(Locale.ROOT));
    }

    /** {@code .pdf}, {@code .docx}. */
    public String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
