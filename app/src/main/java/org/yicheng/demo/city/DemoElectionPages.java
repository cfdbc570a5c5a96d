package org.yicheng.demo.city;

import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Addresses of the demo's elections that do not change from start to start. */
@Controller
@ConditionalOnBooleanProperty("yicheng.demo")
@Needs(Permission.DEMO_PLAY)
class DemoElectionPages {

    private final DemoElections elections;

    DemoElectionPages(DemoElections elections) {
        this.elections = elections;
    }

    @GetMapping("/demo/elections/{scene}")
    ResponseEntity<Void> scene(@PathVariable String scene) {
        return switch (scene) {
            case "nominating" -> to(State.NOMINATING, scene, "");
            case "nominate" -> to(State.NOMINATING, scene, "/nominate");
            case "voting" -> to(State.VOTING, scene, "");
            case "ballot" -> to(State.VOTING, scene, "/ballot");
            case "scrutiny" -> to(State.BALLOT_VALID, scene, "/scrutiny");
            case "entry" -> to(State.BALLOT_VALID, scene, "/entry");
            case "batch" -> to(State.BALLOT_VALID, scene, "/entry/2");
            case "result" -> to(State.ANNOUNCED, scene, "");
            default -> throw unknown(scene);
        };
    }

    private ResponseEntity<Void> to(State state, String scene, String part) {
        Election election = elections.showing(state).orElseThrow(() -> unknown(scene));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/elections/" + election.id() + part))
                .build();
    }

    private static RefusedException unknown(String scene) {
        return new RefusedException(Refusal.plain("demo.scene.unknown", "value", scene));
    }
}
