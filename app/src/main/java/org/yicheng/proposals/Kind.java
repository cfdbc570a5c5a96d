package org.yicheng.proposals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yicheng.assembly.Body;
import org.yicheng.count.Share;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** What can be filed with a congress or a CPPCC committee, its parts, and how many members it takes. */
public enum Kind {
    /** 议案: 案由, 案据, 方案 (DL 15); at least ten deputies (OL 22(2)); until the presidium's deadline. */
    MOTION(List.of(Part.CASE, Part.BASIS, Part.PLAN), 10, Citation.of(Law.ORGANIC, "22(2)")),
    /** 质询案: addressee, question, content; at least ten deputies (OL 24). */
    INTERPELLATION(List.of(Part.ADDRESSEE, Part.QUESTION, Part.CONTENT), 10, Citation.of(Law.ORGANIC, 24)),
    /** 询问: any deputy; the organ sends somebody to explain (OL 23). */
    INQUIRY(List.of(Part.ADDRESSEE, Part.QUESTION), 1, Citation.of(Law.ORGANIC, 23)),
    /** 罢免案: whom and why, in writing; at least one tenth of all deputies (OL 31). */
    DISMISSAL(List.of(Part.PERSON, Part.REASONS), 0, Citation.of(Law.ORGANIC, 31)),
    /** 提议组织特定问题调查委员会: at least one tenth of all deputies (OL 36). */
    INVESTIGATION(List.of(Part.QUESTION, Part.REASONS), 0, Citation.of(Law.ORGANIC, 36)),
    /** 建议、批评和意见: one deputy or several (OL 42). */
    SUGGESTION(List.of(Part.SITUATION, Part.ADVICE), 1, Citation.of(Law.ORGANIC, 42)),
    /** 提案: situation, analysis, advice (有情况、有分析、有建议); of a CPPCC committee, one member or several. */
    PROPOSAL(List.of(Part.SITUATION, Part.ANALYSIS, Part.ADVICE), 1, Citation.of(Law.CPPCC_PROPOSALS, 2));

    private final List<Part> parts;
    private final int signers;
    private final Citation ground;

    Kind(List<Part> parts, int signers, Citation ground) {
        this.parts = parts;
        this.signers = signers;
        this.ground = ground;
    }

    /** A part of the text. */
    public enum Part {
        CASE,
        BASIS,
        PLAN,
        ADDRESSEE,
        QUESTION,
        CONTENT,
        PERSON,
        REASONS,
        /** 法规草案或者立法要旨、主要内容及其说明, of a motion on legislation (SHM 5(2)). */
        DRAFT,
        SITUATION,
        ANALYSIS,
        ADVICE
    }

    public List<Part> parts() {
        return parts;
    }

    /** Parts that may be added: the draft of a motion on legislation. */
    public List<Part> further() {
        return this == MOTION ? List.of(Part.DRAFT) : List.of();
    }

    /** The parts in the order in which they are read. */
    public List<Part> all() {
        return Stream.concat(parts.stream(), further().stream()).toList();
    }

    public Citation ground() {
        return ground;
    }

    /** How many deputies have to sign, the first of them included; a tenth of {@code due}, rounded up, where the law says so. */
    public int leastSigners(int due) {
        return signers > 0
                ? signers
                : Math.toIntExact(Share.atLeast(1, 10, ground).threshold(due));
    }

    /** What members of a body file: a congress knows everything but the proposal, a CPPCC committee nothing else. */
    public static List<Kind> of(Body.Kind body) {
        return Arrays.stream(values())
                .filter(kind -> (kind == PROPOSAL) == (body == Body.Kind.CPPCC))
                .toList();
    }

    /** Whether its author says on filing that it is about one matter. */
    public boolean oneMatter() {
        return this == MOTION || this == SUGGESTION || this == PROPOSAL;
    }

    /** Whether it has to be received by the deadline that the presidium sets. */
    public boolean untilDeadline() {
        return this == MOTION;
    }
}
