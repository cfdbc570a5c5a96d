/** Part of the congress module; private to it. */
@NullMarked
package org.yicheng.congress.archive;

import org.jspecify.annotations.NullMarked;
