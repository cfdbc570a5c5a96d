package org.yicheng.proposals.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** Where deputies file and clerks examine. */
@Component
class FilingMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        if (caller.may(Permission.MATTER_FILE)) {
            return List.of(new Item(25, "/filings", "proposals.nav"));
        }
        return caller.may(Permission.MATTER_EXAMINE)
                ? List.of(new Item(45, "/filings/desk", "proposals.nav-desk"))
                : List.of();
    }
}
