/** Part of the party module; private to it. */
@NullMarked
package org.yicheng.party.security;

import org.jspecify.annotations.NullMarked;
