/** Part of the party module; private to it. */
@NullMarked
package org.yicheng.party.store;

import org.jspecify.annotations.NullMarked;
