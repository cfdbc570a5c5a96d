package org.yicheng.library;

import java.util.List;
import org.yicheng.rule.Bilingual;

/** What documents of a body can belong to, e.g. the sessions of a congress; services provide beans of this type. */
@FunctionalInterface
public interface Subjects {

    /** @param id e.g. {@code congress-session:sjz-npc-15-5} */
    record Subject(String id, Bilingual name, Bilingual issuer) {}

    /** Newest first. */
    List<Subject> of(String body);
}
