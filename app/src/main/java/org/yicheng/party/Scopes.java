package org.yicheng.party;

import java.util.List;
import org.yicheng.rule.Bilingual;

/** Where roles can be held: modules above name their bodies, so that nobody has to type an id. */
@FunctionalInterface
public interface Scopes {

    /** @param id what {@link Caller.Grant#scope} holds */
    record Scope(String id, Bilingual name) {}

    List<Scope> all();
}
