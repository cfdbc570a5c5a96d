package org.yicheng.party.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.party.Person;
import org.yicheng.party.Persons;

/** Persons in PostgreSQL. */
@Component
class JdbcPersons implements Persons {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    JdbcPersons(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    @Transactional
    public void add(List<Person> persons) {
        template.batchUpdate(
                "insert into party.person (id, name, sex, birth_year, ethnicity, demo) values (?, ?, ?, ?, ?, ?)",
                persons.stream()
                        .map(person -> new Object[] {
                            person.id(),
                            person.name(),
                            person.sex().orElse(null),
                            person.birthYear().orElse(null),
                            person.ethnicity().orElse(null),
                            person.demo()
                        })
                        .toList());
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Person> byIds(Collection<UUID> ids) {
        Map<UUID, Person> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from party.person where id = any(:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(JdbcPersons::row)
                    .list()
                    .forEach(person -> found.put(person.id(), person));
        }
        return found;
    }

    private static Person row(ResultSet row, int at) throws SQLException {
        int birthYear = row.getInt("birth_year");
        Optional<Integer> year = row.wasNull() ? Optional.empty() : Optional.of(birthYear);
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("sex")),
                year,
                Optional.ofNullable(row.getString("ethnicity")),
                row.getBoolean("demo"));
    }
}
