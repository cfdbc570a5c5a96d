@NullMarked
package org.yicheng.budgeting.pages;

import org.jspecify.annotations.NullMarked;
