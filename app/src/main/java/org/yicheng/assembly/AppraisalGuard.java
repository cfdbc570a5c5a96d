package org.yicheng.assembly;

import java.util.List;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.rule.Refusal;

/**
 * A service's say before an appraisal of its items opens and before it is declared. Every bean of this type is asked, all
 * reasons are collected.
 */
@FunctionalInterface
public interface AppraisalGuard {

    /** Why its items may not be rated now; empty if the service has nothing against it or does not know it. */
    List<Refusal> against(Appraisal appraisal);
}
