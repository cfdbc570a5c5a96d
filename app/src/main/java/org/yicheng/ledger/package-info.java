/**
 * Kernel: what is owed and owned. A {@link org.yicheng.ledger.Book} holds accounts in one unit; a {@link
 * org.yicheng.ledger.Posting} of two or more legs sums to zero, is never changed, and can be reversed once. A service
 * opens its books and posts in its own transaction; this module does not know what a book is for.
 */
@ApplicationModule(
        displayName = "台账 Ledger",
        allowedDependencies = {"home", "record", "party", "web", "document"})
@NullMarked
package org.yicheng.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
