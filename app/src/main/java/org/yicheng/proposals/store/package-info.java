/** Part of the proposals module; private to it. */
@NullMarked
package org.yicheng.proposals.store;

import org.jspecify.annotations.NullMarked;
