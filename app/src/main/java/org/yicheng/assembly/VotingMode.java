package org.yicheng.assembly;

/** How a vote is taken; which of them a body uses stands in its rule set. */
public enum VotingMode {
    /** 举手: counts only, typed by two tellers. */
    SHOW_OF_HANDS,
    /** 无记名按表决器: after closing nothing links a mark to its member. */
    ELECTRONIC_UNRECORDED,
    /** 记名按表决器: who voted how is part of the record; the only electronic way to vote by weight or by proxy. */
    ELECTRONIC_RECORDED,
    /** 唱名表决: members are called one by one and answered for by a teller; by name. */
    ROLL_CALL,
    /** 鼓掌或口头表决: the chair says what was heard; any member may demand a count. */
    ACCLAMATION,
    /** 无异议通过: adopted unless a member objects; then it is counted. */
    UNANIMOUS_CONSENT;

    /** Is nothing counted? */
    public boolean uncounted() {
        return this == ACCLAMATION || this == UNANIMOUS_CONSENT;
    }
}
