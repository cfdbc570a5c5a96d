/** Part of the assembly module; private to it. */
@NullMarked
package org.yicheng.assembly.exchange;

import org.jspecify.annotations.NullMarked;
