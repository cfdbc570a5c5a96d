package org.yicheng.catalogue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Catalogue.Proposed;
import org.yicheng.catalogue.Catalogue.Route;
import org.yicheng.catalogue.Catalogue.Way;
import org.yicheng.finding.Meaning;
import org.yicheng.finding.Organ;
import org.yicheng.finding.Routing;

/** Routes texts to organs; what the duties mean is read once for each list of organs. */
@Component
class Router {

    private static final int PROPOSED = 3;

    private final JdbcClient jdbc;
    private final Model model;
    private final Judged judged;
    private @Nullable Known known;

    Router(JdbcClient jdbc, Model model, Judged judged) {
        this.jdbc = jdbc;
        this.model = model;
        this.judged = judged;
    }

    private record Known(List<Organ> organs, boolean meaning, Routing routing) {}

    List<Organ> organs() {
        return jdbc.sql("select name, duties from catalogue.organ order by place")
                .query((row, _) -> new Organ(row.getString("name"), Rows.texts(row, "duties")))
                .list();
    }

    Route route(String text) {
        Known routing = routing();
        List<Proposed> proposed = new ArrayList<>();
        Optional<String> decided = judged.organ(text);
        decided.ifPresent(organ -> proposed.add(new Proposed(organ, "", 1, true)));
        routing.routing().route(text, PROPOSED).stream()
                .filter(one -> !decided.equals(Optional.of(one.organ())))
                .limit(PROPOSED - proposed.size())
                .forEach(one -> proposed.add(new Proposed(one.organ(), one.duty(), one.score(), false)));
        return new Route(routing.meaning() ? Way.MODEL : Way.WORDS, proposed);
    }

    private synchronized Known routing() {
        List<Organ> organs = organs();
        Optional<Meaning> meaning = model.now();
        Known before = known;
        if (before == null
                || before.meaning() != meaning.isPresent()
                || !before.organs().equals(organs)) {
            before = new Known(organs, meaning.isPresent(), new Routing(organs, meaning));
            known = before;
        }
        return before;
    }
}
