/** What goes wrong, as a page in the look or as an RFC 9457 problem: refusals, malformed input, incidents. */
@NullMarked
package org.yicheng.web.problems;

import org.jspecify.annotations.NullMarked;
