/** The description of the REST interface: what every route has in common. */
@NullMarked
package org.yicheng.web.api;

import org.jspecify.annotations.NullMarked;
