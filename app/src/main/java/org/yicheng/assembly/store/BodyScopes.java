package org.yicheng.assembly.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.party.Scopes;
import org.yicheng.rule.Bilingual;

/** Roles are held in bodies. */
@Component
class BodyScopes implements Scopes {

    private final JdbcClient jdbc;

    BodyScopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Scope> all() {
        return jdbc.sql("select id, name_zh, name_en from assembly.body order by id")
                .query((row, _) -> new Scope(
                        row.getString("id"), new Bilingual(row.getString("name_zh"), row.getString("name_en"))))
                .list();
    }
}
