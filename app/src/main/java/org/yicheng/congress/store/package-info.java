/** Sessions in PostgreSQL, their guards, and what a decision of the kernel means for them. */
@NullMarked
package org.yicheng.congress.store;

import org.jspecify.annotations.NullMarked;
