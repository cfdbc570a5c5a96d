package org.yicheng.congress.pages;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.Bilingual;
import org.yicheng.web.PlaceNames;
import org.yicheng.web.Shell;

/** Beside the wordmark: the congress and its present session. */
@Component
class CongressPlace implements PlaceNames {

    private static final Shell.Place NOBODY =
            new Shell.Place(new Bilingual("议成", "Yicheng"), new Bilingual("议而有决，决而有成", "Decide, then deliver"));

    private final Sessions sessions;
    private final Bodies bodies;

    CongressPlace(Sessions sessions, Bodies bodies) {
        this.sessions = sessions;
        this.bodies = bodies;
    }

    @Override
    public Shell.Place now() {
        Optional<Session> session = sessions.all().stream().findFirst();
        return session.flatMap(
                        one -> bodies.byId(one.body()).map(body -> new Shell.Place(body.name(), one.shortName())))
                .orElse(NOBODY);
    }
}
