package org.yicheng.demo.city;

import jakarta.annotation.PostConstruct;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.HallBoard;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.web.Live;

/** A hall board that goes on by itself from meeting to meeting of the demo session. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoBoard {

    static final String TOPIC = "demo-board:now";

    private final Player player;
    private final HallBoard hall;
    private final Live live;

    DemoBoard(Player player, HallBoard hall, Live live) {
        this.player = player;
        this.hall = hall;
        this.live = live;
    }

    @PostConstruct
    void register() {
        live.source("demo-board:", Permission.DEMO_PLAY, (_, language) -> Map.of("body", body(language)));
    }

    /** The board of the meeting that is on or comes next; empty before there is one. */
    String body(Language language) {
        return player.showing()
                .map(sitting -> hall.body(sitting.id(), language))
                .orElse("");
    }
}
