package org.yicheng.web;

import org.yicheng.rule.Words;

/** The texts of the platform as a body would say them. */
@FunctionalInterface
public interface Vocabularies {

    /** The texts in the words of the body with this id; the ordinary ones if it has no words of its own. */
    Words of(String body);
}
