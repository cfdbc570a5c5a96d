/**
 * Counting: quorum, thresholds, elections, slates, attendance, motions, ranked methods. Pure functions over values,
 * integer arithmetic only, every rule with its source.
 */
package org.yicheng.count;
