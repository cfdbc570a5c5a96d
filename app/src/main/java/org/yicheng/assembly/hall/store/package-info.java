/** Halls in the database. */
@NullMarked
package org.yicheng.assembly.hall.store;

import org.jspecify.annotations.NullMarked;
