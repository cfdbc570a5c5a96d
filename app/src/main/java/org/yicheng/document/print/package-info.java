/** Setting documents: fonts, PDF, the order of names. */
@NullMarked
package org.yicheng.document.print;

import org.jspecify.annotations.NullMarked;
