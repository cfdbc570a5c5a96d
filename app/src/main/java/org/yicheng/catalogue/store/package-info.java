/** Entries in PostgreSQL, the index made from them, the model. */
@NullMarked
package org.yicheng.catalogue.store;

import org.jspecify.annotations.NullMarked;
