package org.yicheng.library.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Publication;
import org.yicheng.library.Version;
import org.yicheng.library.Version.Attachment;

/** Rows to records. Columns of documents are prefixed {@code d_}, of versions {@code v_}, of publications {@code p_}. */
final class Rows {

    static final String DOCUMENT = """
            d.id as d_id, d.body as d_body, d.subject as d_subject, d.kind as d_kind, d.number as d_number,
            d.issuer as d_issuer, d.secrecy as d_secrecy, d.demo as d_demo, d.created_at as d_created_at
            """;

    static final String VERSION = """
            v.document as v_document, v.number as v_number, v.title as v_title, v.text as v_text,
            v.attachment as v_attachment, v.file_name as v_file_name, a.type as v_type, a.size as v_size,
            v.remark as v_remark, v.sha256 as v_sha256, v.made_at as v_made_at
            """;

    static final String PUBLICATION = """
            p.id as p_id, p.document as p_document, p.version as p_version, p.audience as p_audience,
            p.visible_from as p_visible_from, p.published_at as p_published_at, p.recalled_at as p_recalled_at,
            p.recall_reason as p_recall_reason
            """;

    private static final String SEPARATOR = "\n";

    private Rows() {}

    static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Texts for {@code string_to_array(:name, E'\n')}; none of them holds a line end. */
    static String joined(Collection<String> texts) {
        return String.join(SEPARATOR, texts);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getObject("d_id", UUID.class),
                row.getString("d_body"),
                row.getString("d_subject"),
                Document.Kind.valueOf(row.getString("d_kind")),
                row.getString("d_number"),
                row.getString("d_issuer"),
                Document.Secrecy.valueOf(row.getString("d_secrecy")),
                row.getBoolean("d_demo"),
                instant(row, "d_created_at"));
    }

    static Version version(ResultSet row) throws SQLException {
        Optional<String> sha = Optional.ofNullable(row.getString("v_attachment"));
        String name = row.getString("v_file_name");
        String type = row.getString("v_type");
        long size = row.getLong("v_size");
        return new Version(
                row.getObject("v_document", UUID.class),
                row.getInt("v_number"),
                row.getString("v_title"),
                row.getString("v_text"),
                sha.map(digest -> new Attachment(digest, name, type, size)),
                row.getString("v_remark"),
                row.getString("v_sha256"),
                instant(row, "v_made_at"));
    }

    static Publication publication(ResultSet row) throws SQLException {
        Optional<Instant> recalled = Optional.ofNullable(row.getObject("p_recalled_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        String reason = row.getString("p_recall_reason");
        return new Publication(
                row.getObject("p_id", UUID.class),
                row.getObject("p_document", UUID.class),
                row.getInt("p_version"),
                audience(row.getArray("p_audience")),
                instant(row, "p_visible_from"),
                instant(row, "p_published_at"),
                recalled.map(at -> new Publication.Recall(at, reason)));
    }

    private static List<Audience> audience(Array keys) throws SQLException {
        return Arrays.stream((String[]) keys.getArray())
                .flatMap(key -> Audience.parse(key).stream())
                .toList();
    }
}
