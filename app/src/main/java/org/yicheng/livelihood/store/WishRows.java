package org.yicheng.livelihood.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes.Asked;

/** Wishes in PostgreSQL. */
@Component
class WishRows {

    private static final String SELECT = """
            select wish.*, (select count(*) from livelihood.wish other where other.lead = wish.id) as joined
              from livelihood.wish
            """;

    private static final String ASKED = """
             where round = :round and (:state = '' or state = :state) and (not :leads or lead is null)
            """;

    private final JdbcClient jdbc;

    WishRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a round; its row is locked by the caller, so that numbers have no gaps. */
    int next(UUID round) {
        jdbc.sql("select id from livelihood.round where id = :round for update")
                .param("round", round)
                .query(UUID.class)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from livelihood.wish where round = :round")
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    void insert(Wish wish, String digest) {
        jdbc.sql("""
                        insert into livelihood.wish (id, round, number, code, channel, title, text, "where", contact,
                                                     received, demo)
                        values (:id, :round, :number, :code, :channel, :title, :text, :place, :contact, :received, :demo)
                        """)
                .param("id", wish.id())
                .param("round", wish.round())
                .param("number", wish.number())
                .param("code", digest)
                .param("channel", wish.channel().name())
                .param("title", wish.title())
                .param("text", wish.text())
                .param("place", wish.where())
                .param("contact", wish.contact())
                .param("received", wish.received().atOffset(ZoneOffset.UTC))
                .param("demo", wish.demo())
                .update();
    }

    void decide(UUID id, Wish.State state, String reason, Optional<UUID> lead) {
        jdbc.sql("update livelihood.wish set state = :state, reason = :reason, lead = :lead where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("lead", lead.orElse(null))
                .param("id", id)
                .update();
    }

    /** Keeps others from changing these at the same time; always in the same order, so that no two wait for each other. */
    void lock(List<UUID> ids) {
        jdbc.sql("select id from livelihood.wish where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(UUID.class)
                .list();
    }

    Optional<Wish> byId(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(WishRows::row)
                .optional();
    }

    Optional<Wish> byDigest(String digest) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", digest)
                .query(WishRows::row)
                .optional();
    }

    List<Wish> of(UUID round, Asked asked, long offset, int limit) {
        return asked(SELECT + ASKED + " order by number offset :offset limit :limit", round, asked)
                .param("offset", offset)
                .param("limit", limit)
                .query(WishRows::row)
                .list();
    }

    long count(UUID round, Asked asked) {
        return asked("select count(*) from livelihood.wish" + ASKED, round, asked)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, UUID round, Asked asked) {
        return jdbc.sql(sql)
                .param("round", round)
                .param("state", asked.state().map(Enum::name).orElse(""))
                .param("leads", asked.leadsOnly());
    }

    List<Wish> joinedTo(UUID lead) {
        return jdbc.sql(SELECT + " where lead = :lead order by number limit 1000")
                .param("lead", lead)
                .query(WishRows::row)
                .list();
    }

    List<UUID> all() {
        return jdbc.sql("select id from livelihood.wish where state <> 'REFUSED' order by round, number")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Wish row(ResultSet row, int at) throws SQLException {
        return new Wish(
                row.getObject("id", UUID.class),
                row.getObject("round", UUID.class),
                row.getInt("number"),
                Wish.Channel.valueOf(row.getString("channel")),
                row.getString("title"),
                row.getString("text"),
                row.getString("where"),
                row.getString("contact"),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                Wish.State.valueOf(row.getString("state")),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("lead", UUID.class)),
                row.getInt("joined"),
                row.getBoolean("demo"));
    }
}
