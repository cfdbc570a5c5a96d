package org.yicheng.debate.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Live;

/** The sittings an agenda is before, and the pages that watch them. */
@Component("debateHalls")
class Halls {

    private final Bodies bodies;
    private final Sittings sittings;
    private final JdbcClient jdbc;
    private final Live live;

    Halls(Bodies bodies, Sittings sittings, JdbcClient jdbc, Live live) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.jdbc = jdbc;
        this.live = live;
    }

    Sitting sitting(String id) {
        return sittings.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", id)));
    }

    /** All sittings that share the agenda of a body and a subject. */
    List<Sitting> sharing(String body, String subject) {
        return sittings.ofBody(body).stream()
                .filter(sitting -> sitting.subject().equals(subject))
                .toList();
    }

    /** Whoever watches one of these sittings should see the change. */
    void changed(String body, String subject) {
        sharing(body, subject).forEach(sitting -> changed(sitting.id()));
    }

    void changed(String sitting) {
        live.changed("debate:" + sitting);
        live.changed("debate-desk:" + sitting);
        boards(sitting).forEach(code -> live.changed("debate-board:" + sitting + "/" + code));
    }

    /** Whether the caller may do this in the body or in the one above it. */
    boolean mayIn(String body, Permission permission) {
        return Caller.current().mayIn(body, permission)
                || bodies.byId(body)
                        .flatMap(Body::parent)
                        .filter(parent -> Caller.current().mayIn(parent, permission))
                        .isPresent();
    }

    void boardChanged(String sitting, String code) {
        live.changed("debate-board:" + sitting + "/" + code);
    }

    private List<String> boards(String sitting) {
        return jdbc.sql("select code from debate.board where sitting = :sitting order by code")
                .param("sitting", sitting)
                .query((row, _) -> row.getString("code"))
                .list();
    }
}
