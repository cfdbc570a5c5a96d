package org.yicheng.congress.archive;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** The archive of a closed session, to be kept where the platform is not. */
@RestController
@Tag(name = "exchange", description = "通用格式导出 Exports in common formats")
class ArchiveApi {

    private static final Set<Session.State> OVER = EnumSet.of(Session.State.CLOSED, Session.State.ARCHIVED);

    private final Sessions sessions;
    private final Archive archive;

    ArchiveApi(Sessions sessions, Archive archive) {
        this.sessions = sessions;
        this.archive = archive;
    }

    @Operation(summary = "已闭幕会议的归档包（ZIP） The archive of a closed session (ZIP)")
    @Refuses(409)
    @GetMapping("/api/v1/sessions/{id}/archive.zip")
    @Needs(Permission.RECORD_READ)
    void archive(@PathVariable String id, HttpServletResponse response) throws IOException {
        Session session = sessions.byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("congress.session.unknown", "value", id)));
        if (!Caller.current().mayIn(session.body(), Permission.ROSTER_READ)) {
            throw new AccessDeniedException("archive of " + id);
        }
        if (!OVER.contains(session.state())) {
            throw new RefusedException(Refusal.plain(
                    "congress.archive.not-over", "state", Phrase.of("congress.state-" + session.state())));
        }
        // Made whole before the first byte leaves: what fails half-way must not look like an archive.
        Path file = Files.createTempFile("yicheng-archive-", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                archive.write(session, out);
            }
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(id + ".zip")
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}
