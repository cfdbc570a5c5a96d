package org.yicheng.proposals.handling.pages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.party.Role;
import org.yicheng.web.Navigation;

/** Where organs handle and the office assigns; the public reads what was answered. */
@Component
class HandlingMenu implements Navigation {

    private final Bodies bodies;

    HandlingMenu(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Of who examines for a CPPCC committee alone, proposals. */
    private String deskWords(Caller caller) {
        boolean congress = caller.grants().stream()
                .map(Caller.Grant::scope)
                .filter(scope -> caller.mayIn(scope, Permission.MATTER_EXAMINE))
                .anyMatch(scope -> bodies.byId(scope)
                        .filter(body -> body.kind() == Body.Kind.CPPCC)
                        .isEmpty());
        return congress ? "proposals.handling.nav-desk" : "proposals.handling.nav-desk-PROPOSAL";
    }

    @Override
    public List<Item> items(Caller caller) {
        List<Item> items = new ArrayList<>();
        boolean organ = caller.grants().stream()
                .anyMatch(grant -> grant.role() == Role.HANDLER || grant.role() == Role.ORGAN_HEAD);
        if (organ) {
            items.add(new Item(20, "/handling", "proposals.handling.nav"));
            items.add(new Item(21, "/handling/promises", "proposals.handling.promises"));
        }
        if (caller.may(Permission.MATTER_EXAMINE)) {
            items.add(new Item(46, "/handling/desk", deskWords(caller)));
        }
        if (!caller.signedIn() || organ) {
            items.add(new Item(60, "/suggestions", "proposals.handling.nav-public"));
        }
        return items;
    }
}
