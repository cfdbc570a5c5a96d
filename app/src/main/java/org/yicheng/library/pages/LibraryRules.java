package org.yicheng.library.pages;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.web.Rulebook;

/** The rules of documents, for the page of rules and their sources. */
@Component
@Order(50)
class LibraryRules implements Rulebook {

    @Override
    public List<Entry> entries() {
        return List.of(
                Entry.of("D1", "library.rule-secrecy", "YC:library.secrecy"),
                Entry.of("D2", "library.rule-recall", "YC:library.recall"));
    }
}
