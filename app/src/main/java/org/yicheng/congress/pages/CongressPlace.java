package org.yicheng.congress.pages;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.congress.Session;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.PlaceNames;
import org.yicheng.web.Shell;

/** Beside the wordmark: the congress and its present session. */
@Component
class CongressPlace implements PlaceNames {

    private static final Shell.Place NOBODY =
            new Shell.Place(new Bilingual("议成", "Yicheng"), new Bilingual("议而有决，决而有成", "Decide, then deliver"));

    private final Leading leading;
    private final Bodies bodies;

    CongressPlace(Leading leading, Bodies bodies) {
        this.leading = leading;
        this.bodies = bodies;
    }

    @Override
    public Shell.Place now() {
        Optional<Session> session = leading.forAll();
        return session.flatMap(
                        one -> bodies.byId(one.body()).map(body -> new Shell.Place(body.name(), one.shortName())))
                .orElse(NOBODY);
    }
}
