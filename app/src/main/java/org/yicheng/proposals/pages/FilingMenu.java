package org.yicheng.proposals.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.web.Navigation;

/** Where members file and clerks examine. */
@Component
class FilingMenu implements Navigation {

    private final Bodies bodies;
    /** A body never becomes another kind: asked once, not for every page. */
    private final Map<String, Body.Kind> kinds = new ConcurrentHashMap<>();

    FilingMenu(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public List<Item> items(Caller caller) {
        if (caller.may(Permission.MATTER_FILE)) {
            return List.of(new Item(25, "/filings", word(caller, Permission.MATTER_FILE)));
        }
        return caller.may(Permission.MATTER_EXAMINE)
                ? List.of(new Item(45, "/filings/desk", word(caller, Permission.MATTER_EXAMINE)))
                : List.of();
    }

    /** Whoever has to do with CPPCC committees only reads 提案. */
    private String word(Caller caller, Permission permission) {
        List<Body.Kind> own = caller.grants().stream()
                .map(Caller.Grant::scope)
                .distinct()
                .filter(scope -> !scope.equals(Caller.EVERYWHERE) && caller.mayIn(scope, permission))
                .flatMap(scope -> kind(scope).stream())
                .toList();
        boolean cppcc = !own.isEmpty() && own.stream().allMatch(kind -> kind == Body.Kind.CPPCC);
        return cppcc ? "proposals.nav-cppcc" : "proposals.nav";
    }

    private Optional<Body.Kind> kind(String body) {
        Body.Kind known = kinds.get(body);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Body.Kind> found = bodies.byId(body).map(Body::kind);
        found.ifPresent(kind -> kinds.put(body, kind));
        return found;
    }
}
