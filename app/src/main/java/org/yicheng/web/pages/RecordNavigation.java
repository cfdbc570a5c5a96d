package org.yicheng.web.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** The way to the record, for those who may read it. */
@Component
class RecordNavigation implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        return caller.may(Permission.RECORD_READ)
                ? List.of(new Item(800, "/record", "web.record-navigation"))
                : List.of();
    }
}
