/** Keeps agendas, speakers, texts and boards in the database. */
@NullMarked
package org.yicheng.debate.store;

import org.jspecify.annotations.NullMarked;
