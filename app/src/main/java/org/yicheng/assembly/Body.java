package org.yicheng.assembly;

import java.util.Optional;
import org.yicheng.rule.Bilingual;

/**
 * A body that meets and decides (机构/会议体).
 *
 * @param id stable slug, e.g. {@code sjz-npc-15}
 * @param ruleSet id of its rule set, e.g. {@code cn-city-congress}
 * @param parent the body it belongs to: a presidium belongs to its congress
 * @param demo whether its members are invented
 */
public record Body(
        String id,
        Kind kind,
        Bilingual name,
        Bilingual shortName,
        String ruleSet,
        Optional<String> parent,
        boolean demo) {

    /** What kind of body it is. */
    public enum Kind {
        CONGRESS,
        PRESIDIUM,
        STANDING_COMMITTEE,
        CHAIRPERSONS_MEETING,
        SPECIAL_COMMITTEE,
        DELEGATION,
        /** 代表小组: a group of a delegation. */
        DELEGATION_GROUP,
        CPPCC,
        CREDITORS_MEETING,
        EXPERT_PANEL,
        ASSOCIATION
    }
}
