package org.yicheng.catalogue.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yicheng.catalogue.Catalogue.Line;
import org.yicheng.catalogue.Entry;
import org.yicheng.rule.Bilingual;

/** Rows to records and back. */
final class Rows {

    private Rows() {}

    /** Texts for {@code string_to_array(:name, E'\n')}: line ends in them become blanks. */
    static String joined(Collection<String> texts) {
        return String.join(
                "\n", texts.stream().map(text -> text.replace('\n', ' ')).toList());
    }

    static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime stamp(Optional<Instant> at) {
        return at.map(Rows::stamp).orElse(null);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    static Entry.Side side(ResultSet row) throws SQLException {
        String side = row.getString("side");
        return side.isEmpty() ? Entry.Side.NONE : Entry.Side.valueOf(side);
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("kind"),
                row.getString("place"),
                new Bilingual(row.getString("title"), row.getString("title_en")),
                row.getString("href"),
                row.getString("number"),
                optionalInstant(row, "happened_at"),
                new Bilingual(row.getString("state"), row.getString("state_en")),
                side(row),
                row.getBoolean("demo"));
    }

    static Entry entry(ResultSet row) throws SQLException {
        Line line = line(row);
        return new Entry(
                line.id(),
                row.getString("subject"),
                line.kind(),
                line.place(),
                new Entry.Said(line.title(), row.getString("words"), texts(row, "gist"), texts(row, "names")),
                new Entry.Seen(Set.copyOf(texts(row, "audience")), instant(row, "visible_from")),
                new Entry.Facts(line.href(), line.number(), line.at(), line.state(), line.side(), line.demo()));
    }

    /** SHA-256 over what an entry says, shows and to whom. */
    static String digest(Entry entry) {
        String all = String.join(
                "\u0001",
                entry.subject(),
                entry.kind(),
                entry.place(),
                entry.said().title().zh(),
                entry.said().title().en(),
                entry.said().text(),
                joined(entry.said().gist()),
                joined(entry.said().names()),
                joined(entry.seen().keys().stream().sorted().toList()),
                entry.seen().from().toString(),
                entry.facts().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
