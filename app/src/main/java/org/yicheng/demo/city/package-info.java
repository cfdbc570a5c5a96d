/** The demo city; none of it exists without {@code yicheng.demo=true}. */
@NullMarked
package org.yicheng.demo.city;

import org.jspecify.annotations.NullMarked;
