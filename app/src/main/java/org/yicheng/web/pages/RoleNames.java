package org.yicheng.web.pages;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.party.Caller;
import org.yicheng.party.Scopes;
import org.yicheng.party.Scopes.Scope;
import org.yicheng.rule.Bilingual;

/** Names of the places where roles are held, gathered from the modules that have such places. */
@Component
public class RoleNames {

    private static final Scope EVERYWHERE = new Scope(Caller.EVERYWHERE, new Bilingual("全平台", "Whole platform"));

    private final List<Scopes> places;

    RoleNames(List<Scopes> places) {
        this.places = places;
    }

    /** All places, the whole platform first. */
    public List<Scope> all() {
        List<Scope> all = new ArrayList<>();
        all.add(EVERYWHERE);
        places.stream().map(Scopes::all).forEach(all::addAll);
        return all;
    }

    /** The name of a place; one that no module knows any more is named by its id. */
    public Bilingual of(String id) {
        return all().stream()
                .filter(scope -> scope.id().equals(id))
                .map(Scope::name)
                .findFirst()
                .orElseGet(() -> new Bilingual(id, id));
    }
}
