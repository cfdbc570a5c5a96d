package org.yicheng.library.store;

import org.yicheng.library.Document.Secrecy;
import org.yicheng.rule.Bilingual;

/** The name of a level of secrecy, for refusals. */
final class SecrecyWord {

    private SecrecyWord() {}

    static Bilingual of(Secrecy secrecy) {
        return switch (secrecy) {
            case OPEN -> new Bilingual("公开", "open");
            case INTERNAL -> new Bilingual("内部", "internal");
            case WORK_SECRET -> new Bilingual("工作秘密", "work secret");
        };
    }
}
