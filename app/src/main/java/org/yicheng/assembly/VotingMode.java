package org.yicheng.assembly;

/** How a vote is taken. */
public enum VotingMode {
    /** 举手: counts only, typed by two tellers. */
    SHOW_OF_HANDS,
    /** 无记名按表决器: after closing nothing links a mark to its member. */
    ELECTRONIC_UNRECORDED,
    /** 记名按表决器: who voted how is part of the record. */
    ELECTRONIC_RECORDED
}
