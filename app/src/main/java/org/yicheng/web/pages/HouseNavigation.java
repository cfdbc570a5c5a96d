package org.yicheng.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** The way to the record and to the accounts, for those who may see them. */
@Component
class HouseNavigation implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        List<Item> items = new ArrayList<>();
        if (caller.may(Permission.RECORD_READ)) {
            items.add(new Item(800, "/record", "web.record-navigation"));
        }
        if (caller.may(Permission.ACCOUNT_MANAGE)) {
            items.add(new Item(810, "/accounts", "web.accounts"));
            items.add(new Item(811, "/organs", "web.organs"));
        }
        return items;
    }
}
