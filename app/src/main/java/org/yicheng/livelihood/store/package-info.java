/** PostgreSQL and rules of the livelihood projects. */
@NullMarked
package org.yicheng.livelihood.store;

import org.jspecify.annotations.NullMarked;
