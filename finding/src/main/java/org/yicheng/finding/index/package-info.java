/** The index on disk: full text, facets, vectors, permissions. */
@NullMarked
package org.yicheng.finding.index;

import org.jspecify.annotations.NullMarked;
