/** Part of the proposals module; private to it. */
@NullMarked
package org.yicheng.proposals.handling.pages;

import org.jspecify.annotations.NullMarked;
