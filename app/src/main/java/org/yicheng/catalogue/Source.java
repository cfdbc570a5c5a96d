package org.yicheng.catalogue;

import java.util.List;

/**
 * A module's contribution to what may be found; beans of this type are collected. The catalogue follows the record: when
 * an act is about a subject of this source, it asks for the subject's entries as they stand after it.
 */
public interface Source {

    /** What its subjects in the record begin with, e.g. {@code document:}. */
    String prefix();

    /**
     * The entries of a subject as they stand now; what was there before and isn't any more is removed. Entries of other
     * subjects that change with it may be among them.
     */
    List<Entry> entries(String subject);

    /** Every subject there is: the catalogue asks when it begins, or begins again. */
    List<String> subjects();
}
