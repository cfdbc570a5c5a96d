package org.yicheng.assembly;

import java.util.List;
import org.yicheng.rule.Refusal;

/** A service's say before one of its sittings opens; every bean of this type is asked, all reasons are collected. */
@FunctionalInterface
public interface SittingGuard {

    /** Why this sitting may not open; empty if the service has nothing against it or does not know the sitting. */
    List<Refusal> beforeOpening(Sitting sitting);
}
