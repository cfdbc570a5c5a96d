@NullMarked
package org.yicheng.reminders.store;

import org.jspecify.annotations.NullMarked;
