package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionDrafts;
import org.yicheng.congress.SessionDrafts.Check;
import org.yicheng.congress.SessionDrafts.Draft;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** Kinds of sessions, and creating a session whole. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "session-drafts", description = "会议模板、新建会议 Kinds of sessions, creating a session whole")
class DraftApi {

    private final SessionDrafts drafts;
    private final SessionKinds kinds;

    DraftApi(SessionDrafts drafts, SessionKinds kinds) {
        this.drafts = drafts;
        this.kinds = kinds;
    }

    /** @param roster the file as Base64, when the roster comes from a file */
    record Asked(Draft draft, Optional<String> roster) {
        Optional<byte[]> file() {
            try {
                return roster.map(Base64.getDecoder()::decode);
            } catch (IllegalArgumentException e) {
                throw new RefusedException(Refusal.at("roster", "congress.roster-not-base64"));
            }
        }
    }

    @Operation(summary = "会议种类（模板） Kinds of sessions")
    @GetMapping("/session-kinds")
    @Needs(Permission.PUBLIC_READ)
    List<SessionKind> kinds() {
        return kinds.all();
    }

    @Operation(summary = "核对拟建的会议，不保存 Look at a session to be made; nothing is stored")
    @PostMapping("/session-drafts/check")
    @Needs(Permission.SESSION_MOVE)
    Check check(@RequestBody Asked asked) {
        return drafts.check(asked.draft(), asked.file()).orThrow();
    }

    @Operation(summary = "一次建成会议：会议体、名册、会次、事项、日程 Make a session whole")
    @PostMapping("/session-drafts")
    @Needs(Permission.SESSION_MOVE)
    Session create(@RequestBody Asked asked) {
        return drafts.create(asked.draft(), asked.file()).orThrow();
    }
}
