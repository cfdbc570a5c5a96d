package org.yicheng.ledger.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** Where to find the books. */
@Component
class LedgerMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        return caller.may(Permission.LEDGER_READ) ? List.of(new Item(47, BookPages.PATH, "ledger.title")) : List.of();
    }
}
