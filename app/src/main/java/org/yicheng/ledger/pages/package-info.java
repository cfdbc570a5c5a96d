/** Part of the ledger module; private to it. */
@NullMarked
package org.yicheng.ledger.pages;

import org.jspecify.annotations.NullMarked;
