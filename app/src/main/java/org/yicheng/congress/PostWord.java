package org.yicheng.congress;

import org.yicheng.assembly.Body;
import org.yicheng.rule.Phrase;

/** What a post in a standing committee is called: 主任 in a congress's, 主席 in a CPPCC committee's. */
public final class PostWord {

    private PostWord() {}

    public static Phrase of(Body parent, Committees.Post post) {
        return Phrase.of("congress.post-" + (parent.kind() == Body.Kind.CONGRESS ? "" : "cppcc-") + post);
    }
}
