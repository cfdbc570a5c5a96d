@NullMarked
package org.yicheng.reminders.pages;

import org.jspecify.annotations.NullMarked;
