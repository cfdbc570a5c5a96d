package org.yicheng.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Carries a refusal to the edge (page, API, command) and rolls a transaction back on its way. */
public final class RefusedException extends RuntimeException {

    private final transient List<Refusal> reasons;

    public RefusedException(List<Refusal> reasons) {
        super(reasons.stream().map(Refusal::code).collect(Collectors.joining(", ")), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    public RefusedException(Refusal reason) {
        this(List.of(reason));
    }

    public List<Refusal> reasons() {
        return reasons;
    }
}
