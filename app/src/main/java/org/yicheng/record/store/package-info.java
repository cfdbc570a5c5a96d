/** The journal in PostgreSQL. */
@NullMarked
package org.yicheng.record.store;

import org.jspecify.annotations.NullMarked;
