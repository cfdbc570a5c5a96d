/** Placeholder documentation. */
package org.yicheng.calendar;
