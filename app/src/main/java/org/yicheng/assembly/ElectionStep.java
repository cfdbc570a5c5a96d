package org.yicheng.assembly;

import static org.yicheng.assembly.Election.State.*;

import java.util.EnumSet;
import java.util.Set;
import org.yicheng.assembly.Election.State;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** How an election moves: from where, to where, on what ground. The only moves there are. */
public enum ElectionStep {
    /** 通过选举办法. */
    ADOPT_METHOD(EnumSet.of(METHOD_DRAFTED), METHOD_ADOPTED, By.QUESTION, Citation.of(Law.ORGANIC, "27(1)")),
    OPEN_NOMINATIONS(EnumSet.of(METHOD_ADOPTED), NOMINATING, By.CLERK, Citation.of(Law.ORGANIC, 26)),
    /** 提交代表酝酿、讨论. */
    DISCUSS(EnumSet.of(NOMINATING), DISCUSSING, By.CLERK, Citation.of(Law.ORGANIC, "27(1)")),
    REOPEN_NOMINATIONS(EnumSet.of(DISCUSSING), NOMINATING, By.CLERK, Citation.of(Law.ORGANIC, "27(1)")),
    /** 预选: more are nominated than the method's margin lets stand. */
    PRE_ELECT(EnumSet.of(DISCUSSING), PRE_ELECTION, By.CLERK, Citation.of(Law.ORGANIC, "27(1)")),
    /** 确定正式候选人名单. */
    SETTLE_LIST(EnumSet.of(DISCUSSING, PRE_ELECTION), LIST_FINAL, By.CLERK, Citation.of(Law.ORGANIC, "27(1)")),
    /** 确定票决项目名单: the projects as they were given to the deputies. */
    TAKE_LIST(EnumSet.of(METHOD_ADOPTED), LIST_FINAL, By.CLERK, Citation.of(Law.PRODUCT, "projects.ballot")),
    /** 通过总监票人、监票人名单. */
    ADOPT_SCRUTINEERS(EnumSet.of(LIST_FINAL), SCRUTINEERS_ADOPTED, By.QUESTION, Citation.of(Law.ELECTORAL, 43)),
    /** 发放选票; after a void ballot anew. */
    ISSUE(EnumSet.of(SCRUTINEERS_ADOPTED, VOID), PAPERS_ISSUED, By.SCRUTINEER, Citation.of(Law.ORGANIC, 28)),
    OPEN_VOTING(EnumSet.of(PAPERS_ISSUED), VOTING, By.CHAIR, Citation.of(Law.ORGANIC, 28)),
    /** 清点收回的选票. */
    COLLECT(EnumSet.of(VOTING), COLLECTED, By.SCRUTINEER, Citation.of(Law.ELECTORAL, 43)),
    /** 宣布投票有效. */
    DECLARE_VALID(EnumSet.of(COLLECTED), BALLOT_VALID, By.CHAIR, Citation.of(Law.ELECTORAL, "44(1)")),
    /** 宣布投票无效. */
    DECLARE_VOID(EnumSet.of(COLLECTED), VOID, By.CHAIR, Citation.of(Law.ELECTORAL, "44(1)")),
    COUNT(EnumSet.of(BALLOT_VALID), COUNTED, By.SCRUTINEER, Citation.of(Law.ORGANIC, 25)),
    /** 主席团确认选举结果有效. */
    DECIDE_VALIDITY(EnumSet.of(COUNTED), VALIDITY_DECIDED, By.QUESTION, Citation.of(Law.ELECTORAL, 46)),
    /** 主席团确认选举无效: vote again. */
    ANNUL(EnumSet.of(COUNTED), VOID, By.QUESTION, Citation.of(Law.ELECTORAL, 46)),
    /** 主席团撤销已宣布的选举结果: vote again; what was announced stays to be read. */
    SUPERSEDE(EnumSet.of(ANNOUNCED, PROCLAIMED), VOID, By.QUESTION, Citation.of(Law.ELECTORAL, 46)),
    /** 宣布选举结果. */
    ANNOUNCE(EnumSet.of(VALIDITY_DECIDED), ANNOUNCED, By.CHAIR, Citation.of(Law.ELECTORAL, 46)),
    /** 发布公告. */
    PROCLAIM(EnumSet.of(ANNOUNCED), PROCLAIMED, By.CLERK, Citation.of(Law.GUANGDONG, 63)),
    /** 宪法宣誓. */
    TAKE_OATH(EnumSet.of(PROCLAIMED), OATH, By.CLERK, Citation.of(Law.GUANGDONG, 43));

    /** Product rule: papers on a dismissal are issued, collected, counted and confirmed as an election's. */
    public static final Citation DISMISSAL_ON_PAPER = Citation.of(Law.PRODUCT, "dismissal.paper");

    /** Product rule: papers on projects are issued, collected, counted and confirmed as an election's. */
    public static final Citation PROJECTS = Citation.of(Law.PRODUCT, "projects.ballot");

    /** Who takes a step; a QUESTION's step follows when the body that decides it has adopted it. */
    public enum By {
        CLERK,
        SCRUTINEER,
        CHAIR,
        QUESTION
    }

    private final Set<State> from;
    private final State to;
    private final By by;
    private final Citation ground;

    ElectionStep(Set<State> from, State to, By by, Citation ground) {
        this.from = from;
        this.to = to;
        this.by = by;
        this.ground = ground;
    }

    public Set<State> from() {
        return EnumSet.copyOf(from);
    }

    public State to() {
        return to;
    }

    public By by() {
        return by;
    }

    public Citation ground() {
        return ground;
    }

    /** Where it stands; other papers are handled as an election's, which no law says of them. */
    public Citation ground(Election election) {
        return switch (election.kind()) {
            case PERSONS -> ground;
            case DISMISSAL -> ofDismissal();
            case PROJECTS -> this == COUNT ? ground : PROJECTS;
        };
    }

    private Citation ofDismissal() {
        return switch (this) {
            case ISSUE, OPEN_VOTING -> Citation.of(Law.SHANGHAI, "49(1)");
            case ANNOUNCE -> Citation.of(Law.SHANGHAI, "49(3)");
            case COUNT -> ground;
            default -> DISMISSAL_ON_PAPER;
        };
    }

    /** Whether the step needs figures of its own and has a method of its own in {@link Elections}. */
    public boolean withFigures() {
        return this == ISSUE || this == COLLECT || by == By.QUESTION;
    }

    /** The word in the record: {@code adopt-method}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
