package org.yicheng.assembly;

/** A mark on a question: 赞成 反对 弃权, always in this order. */
public enum Mark {
    FOR,
    AGAINST,
    ABSTAIN
}
