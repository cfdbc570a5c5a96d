package org.yicheng.demo.city;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.web.Navigation;

/** The way back to the roles, on every page of the demo. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoBar implements Navigation {

    @Override
    public List<Item> items(Caller caller) {
        return List.of(new Item(900, "/demo", "demo.navigation"));
    }
}
