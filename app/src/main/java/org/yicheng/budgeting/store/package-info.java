@NullMarked
package org.yicheng.budgeting.store;

import org.jspecify.annotations.NullMarked;
