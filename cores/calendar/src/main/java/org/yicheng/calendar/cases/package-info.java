/** Periods as cases of an interchange file; refused whole, with every fault. */
package org.yicheng.calendar.cases;
