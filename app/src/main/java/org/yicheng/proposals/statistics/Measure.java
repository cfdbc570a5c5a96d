package org.yicheng.proposals.statistics;

/** What is counted of motions, suggestions and proposals, as of the end of a day. Promises are counted one by one. */
public enum Measure {
    /** 收到: received, with a number or not yet. */
    SUBMITTED,
    /** 立案或者受理: a motion on its way, a suggestion admitted, a proposal filed. */
    FILED,
    /** 未立案或者未受理: of each it is told why. */
    NOT_FILED,
    /** 撤回. */
    WITHDRAWN,
    /** 待审查、待决定. */
    UNDECIDED,

    /** 退回补充: with its author to be split or completed; among those not yet decided. */
    SENT_BACK,

    /** 退回. */
    RETURNED,
    /** 作为来信办理. */
    LETTER,
    /** 作为社情民意信息. */
    PUBLIC_OPINION,
    /** 不作为建议受理. */
    NOT_ADMITTED,
    /** 不作为议案. */
    NOT_A_MOTION,
    /** 议案转作建议: the suggestion has a number of its own. */
    CONVERTED,

    /** 由议案转来的建议. */
    FROM_MOTION,
    /** 并入另一件办理; each still counts by itself. */
    MERGED,

    /** Filed motions, which go another way than suggestions and proposals. */
    OTHER_COURSE,
    /** 待交办. */
    UNASSIGNED,
    /** 交办. */
    ASSIGNED,
    /** 已答复: every organ that has to answer has. */
    REPLIED,
    /** 未答复. */
    UNREPLIED,
    /** 按期答复. */
    ON_TIME,
    /** 逾期答复. */
    LATE,
    /** 见面: an organ met the author, before or after the answer. */
    MET,

    /** 反馈: the author judged the newest answer. */
    JUDGED,
    /** 满意: attitude and result both. */
    SATISFIED,
    /** 基本满意: neither is worse. */
    BASICALLY,
    /** 不满意: attitude or result. */
    DISSATISFIED,
    /** 满意和基本满意. */
    CONTENT,
    /** 对办理态度满意和基本满意. */
    ATTITUDE,
    /** 对办理结果满意和基本满意. */
    RESULT,
    /** 办成: the class as of the day says solved. */
    SOLVED,

    /** 到期承诺: last day not after the day, not replaced by a later answer. */
    PROMISES_DUE,
    /** 其中已落实. */
    PROMISES_KEPT;

    /** Whether promises are counted, not filings. */
    public boolean promises() {
        return this == PROMISES_DUE || this == PROMISES_KEPT;
    }
}
