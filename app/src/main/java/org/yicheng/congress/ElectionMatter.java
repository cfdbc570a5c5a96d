package org.yicheng.congress;

import java.util.Optional;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Sitting;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** What of an election a meeting decides by a vote, in which meeting, and which step follows. */
public enum ElectionMatter {
    /** 通过选举办法: the plenary. */
    METHOD(Sitting.Kind.PLENARY, Optional.of(ElectionStep.ADOPT_METHOD), Citation.of(Law.ORGANIC, "27(1)")),
    /** 通过总监票人、监票人名单: the plenary. */
    SCRUTINEERS(Sitting.Kind.PLENARY, Optional.of(ElectionStep.ADOPT_SCRUTINEERS), Citation.of(Law.ELECTORAL, 43)),
    /** 确认选举结果有效: the presidium. */
    VALIDITY(Sitting.Kind.PRESIDIUM, Optional.of(ElectionStep.DECIDE_VALIDITY), Citation.of(Law.ELECTORAL, 46)),
    /** 确认选举无效: the presidium. */
    ANNULMENT(Sitting.Kind.PRESIDIUM, Optional.of(ElectionStep.ANNUL), Citation.of(Law.ELECTORAL, 46)),
    /** 撤销已宣布的选举结果: the presidium, with a reason. */
    SUPERSEDING(Sitting.Kind.PRESIDIUM, Optional.of(ElectionStep.SUPERSEDE), Citation.of(Law.ELECTORAL, 46)),
    /** 决定另行选举在本次会议上进行: the plenary. */
    SUPPLEMENTARY(Sitting.Kind.PLENARY, Optional.empty(), Citation.of(Law.ORGANIC, "29(2)"));

    private final Sitting.Kind meeting;
    private final Optional<ElectionStep> step;
    private final Citation ground;

    ElectionMatter(Sitting.Kind meeting, Optional<ElectionStep> step, Citation ground) {
        this.meeting = meeting;
        this.step = step;
        this.ground = ground;
    }

    /** The meeting that decides it. */
    public Sitting.Kind meeting() {
        return meeting;
    }

    /** The step that follows when it is adopted. */
    public Optional<ElectionStep> step() {
        return step;
    }

    public Citation ground() {
        return ground;
    }
}
