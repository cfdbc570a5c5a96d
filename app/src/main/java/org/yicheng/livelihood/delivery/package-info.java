/** How chosen projects are carried out: plan, milestones, contracts, payments, decisions that change the plan (政府办). */
@NamedInterface("delivery")
@NullMarked
package org.yicheng.livelihood.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
