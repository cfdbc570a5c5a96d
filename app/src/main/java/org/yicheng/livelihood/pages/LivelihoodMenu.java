package org.yicheng.livelihood.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** Where the public says what it wants, and where clerks work on it. */
@Component
class LivelihoodMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        if (caller.may(Permission.LIVELIHOOD_KEEP)) {
            return List.of(new Item(47, "/livelihood/desk", "livelihood.nav"));
        }
        boolean looks = !caller.signedIn() || caller.may(Permission.LIVELIHOOD_DELIVER);
        return looks ? List.of(new Item(58, "/livelihood", "livelihood.nav")) : List.of();
    }
}
