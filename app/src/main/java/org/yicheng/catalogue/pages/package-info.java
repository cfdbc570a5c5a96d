/** Pages and REST. */
@NullMarked
package org.yicheng.catalogue.pages;

import org.jspecify.annotations.NullMarked;
