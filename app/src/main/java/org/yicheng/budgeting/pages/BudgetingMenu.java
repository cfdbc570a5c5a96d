package org.yicheng.budgeting.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.web.Navigation;

/** The way to the elections, for the public; who works here has enough places to go to. */
@Component
class BudgetingMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        return caller.signedIn() ? List.of() : List.of(new Item(70, "/budgeting", "budgeting.nav"));
    }
}
