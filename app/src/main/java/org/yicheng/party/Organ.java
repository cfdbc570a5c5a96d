package org.yicheng.party;

import org.yicheng.rule.Bilingual;

/**
 * An organisation that handles what is assigned to it (承办单位); roles are held in it as in a body.
 *
 * @param id stable, begins with {@code organ-}
 * @param coordinates whether it checks what other departments answer (政府办公厅、室)
 */
public record Organ(String id, Bilingual name, boolean coordinates, boolean demo) {

    public static final String PREFIX = "organ-";
}
