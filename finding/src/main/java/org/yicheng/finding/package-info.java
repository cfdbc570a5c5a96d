/**
 * Finding and matching, without a framework: what a title asks for, how near two texts are, which organ's duties a text
 * belongs to, themes, and the measures of all of it. The platform and the command line use the same code.
 */
@NullMarked
package org.yicheng.finding;

import org.jspecify.annotations.NullMarked;
