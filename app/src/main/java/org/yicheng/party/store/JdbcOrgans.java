package org.yicheng.party.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Caller;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.party.Scopes;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Organs in PostgreSQL. */
@Component
class JdbcOrgans implements Organs, Scopes {

    private static final String ID = "organ-[a-z0-9-]{1,50}";

    private final JdbcClient jdbc;
    private final PartyActs acts;

    JdbcOrgans(JdbcClient jdbc, PartyActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    @Override
    @Transactional
    public Ruling<Organ> add(Organ organ) {
        List<Refusal> reasons = new ArrayList<>();
        if (!organ.id().matches(ID)) {
            reasons.add(Refusal.at("id", "party.organ-id", "value", organ.id()));
        } else if (byId(organ.id()).isPresent()) {
            reasons.add(Refusal.at("id", "party.organ-twice", "value", organ.id()));
        }
        names(organ.name(), reasons);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        insert into party.organ (id, name_zh, name_en, coordinates, demo)
                        values (:id, :zh, :en, :coordinates, :demo)
                        """)
                .param("id", organ.id())
                .param("zh", organ.name().zh())
                .param("en", organ.name().en())
                .param("coordinates", organ.coordinates())
                .param("demo", organ.demo())
                .update();
        acts.onMany(
                "party.organ",
                "organ:" + organ.id(),
                Map.of("name", organ.name().zh()));
        return Ruling.granted(organ);
    }

    private void names(Bilingual name, List<Refusal> reasons) {
        if (name.zh().isBlank() || name.zh().length() > LONGEST_NAME) {
            reasons.add(Refusal.at("name", "party.organ-name", "most", LONGEST_NAME));
        } else if (byName(name.zh()).isPresent()) {
            reasons.add(Refusal.at("name", "party.organ-twice", "value", name.zh()));
        }
        if (name.en().isBlank() || name.en().length() > 2 * LONGEST_NAME) {
            reasons.add(Refusal.at("english", "party.organ-name", "most", 2 * LONGEST_NAME));
        }
    }

    @Override
    public Optional<Organ> byId(String id) {
        return jdbc.sql("select * from party.organ where id = :id")
                .param("id", id)
                .query(JdbcOrgans::read)
                .optional();
    }

    @Override
    public Optional<Organ> byName(String chinese) {
        return jdbc.sql("select * from party.organ where name_zh = :name")
                .param("name", chinese)
                .query(JdbcOrgans::read)
                .optional();
    }

    @Override
    public List<Organ> list() {
        return jdbc.sql("select * from party.organ order by ordinal")
                .query(JdbcOrgans::read)
                .list();
    }

    @Override
    public List<Organ> ofCaller(Permission permission) {
        Caller caller = Caller.current();
        return list().stream()
                .filter(organ -> caller.mayIn(organ.id(), permission))
                .toList();
    }

    @Override
    public List<Scope> all() {
        return list().stream().map(organ -> new Scope(organ.id(), organ.name())).toList();
    }

    private static Organ read(ResultSet row, int number) throws SQLException {
        return new Organ(
                row.getString("id"),
                new Bilingual(row.getString("name_zh"), row.getString("name_en")),
                row.getBoolean("coordinates"),
                row.getBoolean("demo"));
    }
}
