/** Placeholder documentation. */
package org.yicheng.count;
