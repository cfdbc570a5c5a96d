package org.yicheng.demo.practice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.demo.practice.PracticeHalls.Hall;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Practice halls over REST; only under {@code --demo}. */
@RestController
@RequestMapping("/api/v1/demo/halls")
@ConditionalOnProperty(name = "yicheng.demo", havingValue = "true")
@Tag(name = "demo", description = "演示城市 The demo city; only under --demo")
class PracticeApi {

    private final PracticeHalls halls;

    PracticeApi(PracticeHalls halls) {
        this.halls = halls;
    }

    record NewHall(int members) {}

    @Operation(summary = "建立演练会场：全体已签到，会议已开 Build a practice hall: everybody signed in, the sitting open")
    @PostMapping
    @Needs(Permission.DEMO_PLAY)
    Hall build(@RequestBody NewHall hall) {
        if (hall.members() < 1 || hall.members() > PracticeHalls.LARGEST) {
            throw new RefusedException(
                    Refusal.at("members", "demo.hall-size", "value", hall.members(), "most", PracticeHalls.LARGEST));
        }
        return halls.build(hall.members());
    }
}
