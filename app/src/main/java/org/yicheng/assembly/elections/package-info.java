/** Elections in the database. */
@NullMarked
package org.yicheng.assembly.elections;

import org.jspecify.annotations.NullMarked;
