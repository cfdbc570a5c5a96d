package org.yicheng.proposals.handling;

import java.util.List;
import java.util.Optional;
import org.yicheng.rule.Bilingual;

/** Into which classes a place sorts its replies (答复分类). Letters mean different things at different places. */
public record ReplyScheme(String id, Bilingual name, List<ReplyClass> classes) {

    /** @param code as printed at the top right of the letter */
    public record ReplyClass(String code, Bilingual name, Outcome outcome) {}

    /** What a class says, wherever it is used. */
    public enum Outcome {
        SOLVED,
        IN_PROGRESS,
        PLANNED,
        REFERENCE,
        NOT_FEASIBLE,
        ESCALATED;

        /** Whether it is a promise and needs a day. */
        public boolean promises() {
            return this == IN_PROGRESS || this == PLANNED;
        }
    }

    public Optional<ReplyClass> byCode(String code) {
        return classes.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
