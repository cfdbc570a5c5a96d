package org.yicheng.congress.deliberation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The digest is computed from the notes; only the answers are stored. */
@Component
class JdbcOpinions implements Opinions {

    private static final int LONGEST_REASON = 2_000;

    private static final RowMapper<Answer> ANSWER = (row, _) -> new Answer(
            row.getObject("note", UUID.class),
            Result.valueOf(row.getString("result")),
            row.getString("reason"),
            Optional.ofNullable(row.getObject("text_version", Integer.class)),
            row.getInt("version"),
            row.getObject("at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final Notes notes;
    private final Drafts drafts;
    private final Delegations delegations;
    private final Deeds deeds;
    private final Clock clock;

    JdbcOpinions(JdbcClient jdbc, Notes notes, Drafts drafts, Delegations delegations, Deeds deeds, Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.drafts = drafts;
        this.delegations = delegations;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** Where an opinion belongs. */
    private record Place(Optional<Integer> textVersion, Optional<Integer> paragraph) {}

    @Override
    public List<OfSubject> digest(String session) {
        List<Note> all = notes.handed(session, "", "", "");
        Map<UUID, Answer> answers = new HashMap<>();
        jdbc.sql("select a.* from congress.answer a join congress.note n on n.id = a.note where n.session = :session")
                .param("session", session)
                .query(ANSWER)
                .list()
                .forEach(answer -> answers.put(answer.note(), answer));
        Map<String, String> names = delegations.of(session).stream()
                .collect(Collectors.toMap(Delegations.Delegation::body, Delegations.Delegation::name));
        Map<String, List<Opinion>> bySubject = new LinkedHashMap<>();
        for (Note note : all) {
            String key = note.about().item().map(UUID::toString).orElse(note.subject());
            bySubject
                    .computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(new Opinion(
                            note,
                            Optional.ofNullable(names.get(note.delegation())).orElse(""),
                            Optional.ofNullable(answers.get(note.id()))));
        }
        Map<UUID, Integer> places =
                drafts.of(session).stream().collect(Collectors.toMap(Drafts.Draft::id, Drafts.Draft::number));
        return bySubject.values().stream()
                .map(this::subject)
                .sorted(Comparator.comparing(subject -> subject.item()
                        .flatMap(item -> Optional.ofNullable(places.get(item)))
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    @Override
    public List<OfSubject> onReferred(String session) {
        Map<Optional<UUID>, OfSubject> said =
                digest(session).stream().collect(Collectors.toMap(OfSubject::item, one -> one, (one, _) -> one));
        return drafts.choices(session).stream()
                .filter(draft -> !draft.subject().isEmpty())
                .map(draft -> said.getOrDefault(
                        Optional.of(draft.id()),
                        new OfSubject(Optional.of(draft.id()), draft.title(), Map.of(), List.of())))
                .toList();
    }

    private OfSubject subject(List<Opinion> opinions) {
        Note first = opinions.getFirst().note();
        Map<Notes.Kind, Integer> kinds = new EnumMap<>(Notes.Kind.class);
        opinions.forEach(opinion -> kinds.merge(opinion.note().kind(), 1, Integer::sum));
        Map<Integer, List<String>> texts = new HashMap<>();
        first.about()
                .item()
                .map(drafts::texts)
                .orElse(List.of())
                .forEach(text -> texts.put(text.version(), text.paragraphs()));
        Map<Place, List<Opinion>> byPlace = opinions.stream().collect(Collectors.groupingBy(JdbcOpinions::place));
        List<OfParagraph> parts = byPlace.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> entry.getKey().textVersion().orElse(0) * 10_000
                                + entry.getKey().paragraph().orElse(0)))
                .map(entry -> part(entry.getKey(), entry.getValue(), texts))
                .toList();
        return new OfSubject(first.about().item(), first.subject(), kinds, parts);
    }

    private static Place place(Opinion opinion) {
        Optional<Integer> paragraph = opinion.note().about().paragraph();
        return new Place(paragraph.flatMap(_ -> opinion.note().about().textVersion()), paragraph);
    }

    private static OfParagraph part(Place place, List<Opinion> opinions, Map<Integer, List<String>> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        opinions.forEach(opinion -> counts.merge(opinion.delegation(), 1, Integer::sum));
        List<String> text = place.textVersion()
                .map(version -> texts.getOrDefault(version, List.of()))
                .orElse(List.of());
        String words = place.paragraph()
                .filter(number -> number <= text.size())
                .map(number -> text.get(number - 1))
                .orElse("");
        return new OfParagraph(place.textVersion(), place.paragraph(), words, counts, opinions);
    }

    @Override
    @Transactional
    public Ruling<Answer> answer(UUID id, int seen, Result result, String reason, Optional<Integer> textVersion) {
        Optional<Note> note = notes.byId(id).filter(found -> !found.withdrawn());
        if (note.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.note.unknown", "value", id));
        }
        jdbc.sql("select id from congress.note where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
        int now = answerTo(id).map(Answer::version).orElse(0);
        List<Refusal> reasons = faults(note.get(), result, reason, textVersion);
        if (now != seen) {
            reasons.addFirst(Refusal.by(Deeds.NOTES, "congress.answer-stale", "seen", seen, "version", now));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        store(id, now + 1, result, reason.strip(), textVersion);
        deeds.write(
                Permission.BULLETIN_EDIT,
                Deeds.BULLETINS,
                "congress.opinion.answer",
                "note:" + id,
                "result",
                result,
                "version",
                now + 1);
        return Ruling.granted(answerTo(id).orElseThrow());
    }

    private List<Refusal> faults(Note note, Result result, String reason, Optional<Integer> textVersion) {
        List<Refusal> reasons = new ArrayList<>();
        if (notes.handing(note.sitting()).isEmpty()) {
            reasons.add(Refusal.by(Deeds.NOTES, "congress.note-not-handed", "place", note.place()));
        }
        boolean silent = reason.isBlank() && result != Result.ADOPTED;
        if (silent || reason.length() > LONGEST_REASON) {
            reasons.add(Refusal.at("reason", "congress.answer-reason", "most", LONGEST_REASON));
        }
        int versions = note.about()
                .item()
                .flatMap(drafts::byId)
                .map(Drafts.Draft::versions)
                .orElse(0);
        textVersion
                .filter(version -> version < 1 || version > versions)
                .ifPresent(version -> reasons.add(
                        Refusal.at("textVersion", "congress.answer-version", "value", version, "most", versions)));
        return reasons;
    }

    private void store(UUID note, int version, Result result, String reason, Optional<Integer> textVersion) {
        for (String sql : List.of("""
                        insert into congress.answer (note, result, reason, text_version, version, at, actor)
                        values (:note, :result, :reason, :text, :version, :at, :actor)
                        on conflict (note) do update set result = excluded.result, reason = excluded.reason,
                            text_version = excluded.text_version, version = excluded.version, at = excluded.at, actor = excluded.actor
                        """, """
                        insert into congress.answer_version (note, version, result, reason, text_version, at, actor)
                        values (:note, :version, :result, :reason, :text, :at, :actor)
                        """)) {
            jdbc.sql(sql)
                    .param("note", note)
                    .param("version", version)
                    .param("result", result.name())
                    .param("reason", reason)
                    .param("text", textVersion.orElse(null))
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("actor", Caller.current().actor())
                    .update();
        }
    }

    @Override
    public Optional<Answer> answerTo(UUID note) {
        return jdbc.sql("select * from congress.answer where note = :note")
                .param("note", note)
                .query(ANSWER)
                .optional();
    }
}
