package org.yicheng.congress;

import org.yicheng.assembly.Question;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** What a session decides before its first plenary, in this order; the wording comes with the session's files. */
public enum Decision {
    /** 选举主席团和秘书长: an equal-number list, one vote. */
    PRESIDIUM(Sitting.PRELIMINARY, Question.Kind.LIST_ELECTION, Citation.of(Law.ORGANIC, 17)),
    /** 表决通过大会议程. */
    AGENDA(Sitting.PRELIMINARY, Question.Kind.RESOLUTION, Citation.of(Law.ORGANIC, 17)),
    /** 推选常务主席. */
    STANDING_CHAIRS(Sitting.PRESIDIUM, Question.Kind.LIST_ELECTION, Citation.of(Law.GUANGDONG, 12)),
    /** 表决通过大会日程. */
    SCHEDULE(Sitting.PRESIDIUM, Question.Kind.RESOLUTION, Citation.of(Law.GUANGDONG, 12)),
    /** 表决通过执行主席分组名单. */
    ROTA(Sitting.PRESIDIUM, Question.Kind.LIST_ELECTION, Citation.of(Law.GUANGDONG, 12)),
    /** 决定副秘书长. */
    DEPUTY_SECRETARIES(Sitting.PRESIDIUM, Question.Kind.LIST_ELECTION, Citation.of(Law.ORGANIC, 17)),
    /** 决定代表提出议案的截止时间. */
    MOTION_DEADLINE(Sitting.PRESIDIUM, Question.Kind.RESOLUTION, Citation.of(Law.GUANGDONG, 12)),
    /** 听取关于民生实事候选项目的说明. */
    LIVELIHOOD_HEARD(Sitting.PRESIDIUM, Question.Kind.HEARING, Citation.of(Law.PRODUCT, "livelihood.candidates")),
    /** 将民生实事候选项目交全体代表审议; whoever keeps the candidates knows it by its question's subject. */
    LIVELIHOOD_REFERRED(Sitting.PRESIDIUM, Question.Kind.RESOLUTION, Citation.of(Law.PRODUCT, "livelihood.candidates")),
    /** 表决通过选举办法（草案）并交全体代表审议. */
    ELECTION_METHOD(Sitting.PRESIDIUM, Question.Kind.RESOLUTION, Citation.of(Law.ORGANIC, 27));

    /** In which meeting it is decided. */
    public enum Sitting {
        PRELIMINARY,
        PRESIDIUM
    }

    private final Sitting sitting;
    private final Question.Kind kind;
    private final Citation ground;

    Decision(Sitting sitting, Question.Kind kind, Citation ground) {
        this.sitting = sitting;
        this.kind = kind;
        this.ground = ground;
    }

    public Sitting sitting() {
        return sitting;
    }

    public Question.Kind kind() {
        return kind;
    }

    public Citation ground() {
        return ground;
    }
}
