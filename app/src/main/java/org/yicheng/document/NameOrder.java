package org.yicheng.document;

import java.util.Comparator;

/** 以姓氏笔画为序: names by stroke count, then stroke types, character by character (assembly rules, section 9). */
public interface NameOrder {

    /** How a single given name is compared. */
    enum SingleName {
        /** The missing character counts as zero: 高富 before 高大富. */
        AS_ZERO,
        /** Characters are compared directly: 田大利 before 田富. */
        DIRECT
    }

    Comparator<String> byStrokes(SingleName single);
}
