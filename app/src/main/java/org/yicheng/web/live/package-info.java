/** Part of the web module; private to it. */
@NullMarked
package org.yicheng.web.live;

import org.jspecify.annotations.NullMarked;
