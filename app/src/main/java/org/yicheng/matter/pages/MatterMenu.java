package org.yicheng.matter.pages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** Where to find one's tasks, the procedures and the holiday tables. */
@Component
class MatterMenu implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        List<Item> items = new ArrayList<>();
        if (caller.may(Permission.MATTER_EXAMINE)) {
            items.add(new Item(48, "/matters/tasks", "matter.tasks"));
            items.add(new Item(49, SupervisionView.PATH, "matter.board"));
        }
        if (caller.may(Permission.HOLIDAYS_CHANGE)) {
            items.add(new Item(85, "/holidays", "matter.holidays"));
        }
        return items;
    }
}
