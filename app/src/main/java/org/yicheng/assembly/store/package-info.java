/** The kernel's state in PostgreSQL and the group commit of votes. */
@NullMarked
package org.yicheng.assembly.store;

import org.jspecify.annotations.NullMarked;
