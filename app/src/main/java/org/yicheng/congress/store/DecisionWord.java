package org.yicheng.congress.store;

import org.yicheng.congress.Decision;
import org.yicheng.rule.Bilingual;

/** The short name of a decision. */
record DecisionWord(Decision decision) {

    Bilingual name() {
        return switch (decision) {
            case PRESIDIUM -> new Bilingual("选举主席团和秘书长", "election of the presidium and the secretary-general");
            case AGENDA -> new Bilingual("大会议程", "the agenda");
            case STANDING_CHAIRS -> new Bilingual("推选常务主席", "choice of the standing chairs");
            case SCHEDULE -> new Bilingual("大会日程", "the schedule");
            case ROTA -> new Bilingual("执行主席分组名单", "the groups of executive chairs");
            case DEPUTY_SECRETARIES -> new Bilingual("副秘书长", "the deputy secretaries-general");
            case MOTION_DEADLINE -> new Bilingual("代表提出议案的截止时间", "the deadline for deputies' motions");
            case LIVELIHOOD_HEARD -> new Bilingual("听取民生实事候选项目的说明", "the explanation of the livelihood candidates");
            case LIVELIHOOD_REFERRED -> new Bilingual("民生实事候选项目交全体代表审议", "referral of the livelihood candidates");
            case ELECTION_METHOD -> new Bilingual("选举办法（草案）交全体代表审议", "the draft election method");
        };
    }
}
