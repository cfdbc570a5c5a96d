/** A repeated request gets the first answer: {@code Idempotency-Key} on writing routes of the API. */
@NullMarked
package org.yicheng.web.repeat;

import org.jspecify.annotations.NullMarked;
