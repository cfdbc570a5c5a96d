/** Part of the matter module; private to it. */
@NullMarked
package org.yicheng.matter.pages;

import org.jspecify.annotations.NullMarked;
