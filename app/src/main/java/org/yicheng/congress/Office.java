package org.yicheng.congress;

/** The offices of a session, filled by lists. */
public enum Office {
    /** 主席团成员. */
    PRESIDIUM,
    /** 秘书长. */
    SECRETARY_GENERAL,
    /** 常务主席. */
    STANDING_CHAIR,
    /** 执行主席, in groups: one group a plenary. */
    EXECUTIVE_CHAIR,
    /** 副秘书长. */
    DEPUTY_SECRETARY_GENERAL
}
