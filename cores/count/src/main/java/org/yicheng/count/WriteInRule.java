package org.yicheng.count;

/** When another name may be written on a paper (另选他人). */
public enum WriteInRule {
    /** Only by whoever opposes as many candidates as he names others (DL 17(6)). */
    ONLY_WITH_OPPOSITION,
    FREE,
    NOT_ALLOWED
}
