package org.yicheng.congress.pages;

import org.yicheng.congress.Session;
import org.yicheng.web.Worded;

/** The view of a page about a session: told in the words of the body that meets. */
interface OfSession extends Worded {

    Session session();

    @Override
    default String wordsOf() {
        return session().body();
    }
}
