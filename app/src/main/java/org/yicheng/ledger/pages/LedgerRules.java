package org.yicheng.ledger.pages;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.web.Rulebook;

/** The rules of books, for the page of rules and their sources. */
@Component
@Order(60)
class LedgerRules implements Rulebook {

    @Override
    public List<Entry> entries() {
        return List.of(
                Entry.of("A1", "ledger.rule-postings", "YC:ledger.postings"),
                Entry.of("A2", "ledger.rule-limits", "YC:ledger.limits"),
                Entry.of("A3", "ledger.rule-reversals", "YC:ledger.reversals"));
    }
}
