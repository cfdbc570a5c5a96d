package org.yicheng.count;

/**
 * The vote of one member present, or represented by a proxy, by weight. A holder with instructions of several owners
 * may split it: 70 for, 30 against. What is left of the weight carried was not voted.
 *
 * @param carried the member's whole weight
 */
public record WeightedVote(Weight carried, Weight yes, Weight no, Weight abstain) {

    public WeightedVote {
        if (yes.plus(no).plus(abstain).compareTo(carried) > 0) {
            throw new IllegalArgumentException("the parts " + yes + ", " + no + ", " + abstain
                    + " are not more than the weight carried, got " + carried);
        }
    }

    /** Present, nothing voted. */
    public static WeightedVote none(Weight carried) {
        return new WeightedVote(carried, Weight.ZERO, Weight.ZERO, Weight.ZERO);
    }

    public Weight notVoted() {
        return carried.minus(yes).minus(no).minus(abstain);
    }

    /** Is the vote divided between for, against and abstaining? */
    public boolean isSplit() {
        int parts = (yes.isZero() ? 0 : 1) + (no.isZero() ? 0 : 1) + (abstain.isZero() ? 0 : 1);
        return parts > 1;
    }

    /**
     * The same vote counted by head: the member is one, on the side of the larger part; between equal parts an
     * abstention, and with nothing voted not pressed. A product rule: the laws read do not say it, so a rule that
     * counts heads should not admit split votes.
     */
    Head head() {
        if (yes.isZero() && no.isZero() && abstain.isZero()) {
            return Head.NOT_VOTED;
        }
        if (yes.compareTo(no) > 0 && yes.compareTo(abstain) > 0) {
            return Head.YES;
        }
        return no.compareTo(yes) > 0 && no.compareTo(abstain) > 0 ? Head.NO : Head.ABSTAIN;
    }

    enum Head {
        YES,
        NO,
        ABSTAIN,
        NOT_VOTED
    }
}
