/** Reading what a file or a request brings, as a tree: every fault is found at once, each with its place. */
package org.yicheng.rule.input;
