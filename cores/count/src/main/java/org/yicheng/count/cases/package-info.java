/**
 * The interchange format {@code yicheng-count-cases/1} over plain trees (maps, lists, strings, numbers, booleans), so
 * that any JSON reader can stand in front. Malformed input is refused with every fault at once.
 */
package org.yicheng.count.cases;
