package org.yicheng.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.document.Codes;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;

/** Printed sheets in PostgreSQL. */
@Component
class JdbcPrints implements Prints {

    private final JdbcClient jdbc;
    private final Typesetter typesetter;
    private final Journal journal;
    private final Clock clock;
    private final String address;

    JdbcPrints(JdbcClient jdbc, Typesetter typesetter, Journal journal, Clock clock, HomeProperties home) {
        this.jdbc = jdbc;
        this.typesetter = typesetter;
        this.journal = journal;
        this.clock = clock;
        this.address = home.publicUrl();
    }

    @Override
    @Transactional
    public File print(Sheet sheet, What what, Output output) {
        String hash = Codes.sha256(sheet.xhtml());
        Print print = known(what, hash).orElseGet(() -> first(sheet, what, hash));
        byte[] content = file(print, output).orElseGet(() -> made(sheet, print, output));
        return new File(output, what.kind() + output.suffix(), content);
    }

    private Optional<Print> known(What what, String hash) {
        return jdbc.sql("select * from document.print where subject = :subject and kind = :kind and sha256 = :hash")
                .param("subject", what.subject())
                .param("kind", what.kind())
                .param("hash", hash)
                .query(JdbcPrints::row)
                .optional();
    }

    /** Two who print at once: the second waits for the first and takes its row. */
    private Print first(Sheet sheet, What what, String hash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int added = jdbc.sql("""
                        insert into document.print (id, kind, subject, title, sha256, code, demo, printed_at)
                        values (:id, :kind, :subject, :title, :hash, :code, :demo, :at)
                        on conflict (subject, kind, sha256) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", what.kind())
                .param("subject", what.subject())
                .param("title", sheet.title())
                .param("hash", hash)
                .param("code", Codes.next())
                .param("demo", what.demo())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
        Print print = known(what, hash).orElseThrow();
        if (added > 0) {
            Caller caller = Caller.current();
            journal.append(new ActDraft(
                    now,
                    caller.actor(),
                    caller.roleFor(Permission.DOCUMENT_PUBLISH),
                    "document.print",
                    what.subject(),
                    Optional.empty(),
                    Map.of("kind", what.kind(), "sha256", hash)));
        }
        return print;
    }

    private Optional<byte[]> file(Print print, Output output) {
        return jdbc.sql("select content from document.print_file where print = :print and output = :output")
                .param("print", print.id())
                .param("output", output.name())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    private byte[] made(Sheet sheet, Print print, Output output) {
        String demo = print.what().demo() ? "演示：人名和票数为演示而设，不是真实记录。" : "";
        String xhtml = sheet.traced(
                demo + "核验码：" + print.code() + "　内容SHA-256：" + print.sha256(),
                address + "/verify?code=" + print.code());
        byte[] content = typesetter.set(xhtml, output);
        jdbc.sql("""
                        insert into document.print_file (print, output, sha256, content)
                        values (:print, :output, :hash, :content) on conflict do nothing
                        """)
                .param("print", print.id())
                .param("output", output.name())
                .param("hash", Codes.sha256(content))
                .param("content", content)
                .update();
        return file(print, output).orElseThrow();
    }

    @Override
    public Optional<Print> byCode(String code) {
        return jdbc.sql("select * from document.print where code = :code")
                .param("code", Codes.typed(code))
                .query(JdbcPrints::row)
                .optional();
    }

    @Override
    public Optional<Print> byFile(byte[] content) {
        return jdbc.sql("""
                        select p.* from document.print p join document.print_file f on f.print = p.id
                         where f.sha256 = :hash limit 1
                        """)
                .param("hash", Codes.sha256(content))
                .query(JdbcPrints::row)
                .optional();
    }

    private static Print row(ResultSet row, int at) throws SQLException {
        return new Print(
                row.getObject("id", UUID.class),
                new What(row.getString("kind"), row.getString("subject"), row.getBoolean("demo")),
                row.getString("title"),
                row.getString("code"),
                row.getString("sha256"),
                row.getObject("printed_at", OffsetDateTime.class).toInstant());
    }
}
