/** How the handling of what was filed went, as of a day, in figures that add up and open the list behind them. */
@NullMarked
package org.yicheng.proposals.statistics;

import org.jspecify.annotations.NullMarked;
