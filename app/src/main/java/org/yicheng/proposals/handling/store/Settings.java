package org.yicheng.proposals.handling.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.handling.ReplyScheme;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rules that a body set, and the schemes of reply classes; a faulty scheme stops the start. */
@Component
public class Settings {

    private static final Citation SETS = Citation.of(Law.PRODUCT, "proposals.setting");

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Procedures procedures;
    private final Journal journal;
    private final java.time.Clock clock;
    private final List<ReplyScheme> schemes = schemesOfFile();

    Settings(JdbcClient jdbc, Bodies bodies, Procedures procedures, Journal journal, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.procedures = procedures;
        this.journal = journal;
        this.clock = clock;
    }

    private static List<ReplyScheme> schemesOfFile() {
        try (InputStream file = new ClassPathResource("reply-classes.yml").getInputStream()) {
            return List.of(YAMLMapper.builder().build().readValue(file, ReplyScheme[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("reply-classes.yml", e);
        }
    }

    List<ReplyScheme> schemes() {
        return schemes;
    }

    Setting of(String body) {
        return jdbc.sql("select * from proposals.setting where body = :body")
                .param("body", body)
                .query((row, _) -> new Setting(
                        row.getString("place"),
                        row.getString("scheme"),
                        row.getBoolean("every_signer"),
                        row.getBoolean("government_check")))
                .optional()
                .orElse(Setting.NATIONAL);
    }

    ReplyScheme scheme(String body) {
        return byId(of(body).scheme()).orElseThrow();
    }

    private String procedure(String body) {
        return bodies.byId(body)
                .map(found -> Setting.procedureOf(Setting.handledIn(found.kind())))
                .orElse("suggestion");
    }

    private Optional<ReplyScheme> byId(String id) {
        return schemes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Transactional
    public Ruling<Setting> set(String body, Setting setting) {
        List<Refusal> reasons = new ArrayList<>();
        if (procedures
                .byId(procedure(body))
                .flatMap(one -> one.place(setting.place()))
                .isEmpty()) {
            reasons.add(Refusal.at("place", "proposals.handling.place-unknown", "value", setting.place()));
        }
        if (byId(setting.scheme()).isEmpty()) {
            reasons.add(Refusal.at("scheme", "proposals.handling.scheme-unknown", "value", setting.scheme()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                        insert into proposals.setting (body, place, scheme, every_signer, government_check)
                        values (:body, :place, :scheme, :every, :check)
                        on conflict (body) do update set place = excluded.place, scheme = excluded.scheme,
                            every_signer = excluded.every_signer, government_check = excluded.government_check
                        """)
                .param("body", body)
                .param("place", setting.place())
                .param("scheme", setting.scheme())
                .param("every", setting.everySigner())
                .param("check", setting.governmentCheck())
                .update();
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.MATTER_EXAMINE),
                "proposals.set",
                "body:" + body,
                Optional.of(SETS.key()),
                java.util.Map.of("place", setting.place(), "scheme", setting.scheme())));
        return Ruling.granted(setting);
    }
}
