package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** Where this module's pages are, for whoever may see them. */
@Component
class CongressMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        List<Item> items = new ArrayList<>();
        items.add(new Item(10, "/", "web.home"));
        if (caller.may(Permission.VOTE)) {
            items.add(new Item(20, "/me", "congress.nav-me"));
        }
        if (caller.may(Permission.DESK_READ)) {
            items.add(new Item(30, "/tasks", "congress.nav-tasks"));
        }
        items.add(new Item(40, "/sessions", "congress.nav-sessions"));
        if (caller.may(Permission.DELEGATION_READ)) {
            items.add(new Item(45, "/delegations", "deliberation.nav"));
        }
        return items;
    }
}
