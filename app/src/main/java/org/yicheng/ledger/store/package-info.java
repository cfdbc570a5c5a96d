/** Part of the ledger module; private to it. */
@NullMarked
package org.yicheng.ledger.store;

import org.jspecify.annotations.NullMarked;
