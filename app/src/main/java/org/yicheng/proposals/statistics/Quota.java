package org.yicheng.proposals.statistics;

/** A rate of two measures. */
public enum Quota {
    /** 办复率. */
    REPLY(Measure.REPLIED, Measure.ASSIGNED),
    /** 按期办复率. */
    ON_TIME(Measure.ON_TIME, Measure.ASSIGNED),
    /** 见面率. */
    MEET(Measure.MET, Measure.ASSIGNED),
    /** 满意率: who gave no judgement is not in the denominator (CQS 29). */
    SATISFACTION(Measure.CONTENT, Measure.JUDGED),
    /** 办理态度满意率. */
    ATTITUDE(Measure.ATTITUDE, Measure.JUDGED),
    /** 办理结果满意率. */
    RESULT(Measure.RESULT, Measure.JUDGED),
    /** 办成率. */
    SOLVED(Measure.SOLVED, Measure.REPLIED),
    /** 落实率. */
    LANDED(Measure.PROMISES_KEPT, Measure.PROMISES_DUE);

    private final Measure part;
    private final Measure whole;

    Quota(Measure part, Measure whole) {
        this.part = part;
        this.whole = whole;
    }

    public Measure part() {
        return part;
    }

    public Measure whole() {
        return whole;
    }
}
