/** The pages, papers and the interface of the statistics. */
@NullMarked
package org.yicheng.proposals.statistics.pages;

import org.jspecify.annotations.NullMarked;
