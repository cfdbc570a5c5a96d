/** Figures and lists, counted by PostgreSQL. */
@NullMarked
package org.yicheng.proposals.statistics.store;

import org.jspecify.annotations.NullMarked;
