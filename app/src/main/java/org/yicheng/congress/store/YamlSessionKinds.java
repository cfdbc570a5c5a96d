package org.yicheng.congress.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKind;
import org.yicheng.congress.SessionKinds;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every file {@code sessionkinds/*.yml}; a faulty one stops the start. */
@Component
class YamlSessionKinds implements SessionKinds {

    private record PutText(
            Question.Kind kind,
            Bilingual title,
            @Nullable String text,
            @Nullable VotingMode mode,
            @Nullable String special) {
        SessionKind.Put read() {
            return new SessionKind.Put(
                    kind, title, text == null ? "" : text, Optional.ofNullable(mode), Optional.ofNullable(special));
        }
    }

    private record MeetingText(
            Bilingual name, int day, String time, @Nullable List<PutText> questions) {
        SessionKind.Meeting read() {
            List<PutText> all = questions == null ? List.of() : questions;
            return new SessionKind.Meeting(
                    name,
                    day,
                    LocalTime.parse(time),
                    all.stream().map(PutText::read).toList());
        }
    }

    private record ItemText(
            int day, String time, Bilingual title, @Nullable String room) {
        SessionKind.Item read() {
            return new SessionKind.Item(day, LocalTime.parse(time), title, room == null ? "" : room);
        }
    }

    private record KindText(
            String id,
            int order,
            Bilingual name,
            Bilingual use,
            Body.Kind bodyKind,
            String ruleSet,
            List<Session.State> path,
            SessionKind.Presiding presiding,
            @Nullable String presidium,
            @Nullable List<Decision> decisions,
            boolean motions,
            String source,
            @Nullable List<MeetingText> meetings,
            @Nullable List<ItemText> schedule) {
        SessionKind read() {
            List<MeetingText> plenaries = meetings == null ? List.of() : meetings;
            List<ItemText> items = schedule == null ? List.of() : schedule;
            return new SessionKind(
                    id,
                    name,
                    use,
                    bodyKind,
                    ruleSet,
                    path,
                    presiding,
                    Optional.ofNullable(presidium),
                    decisions == null ? List.of() : decisions,
                    motions,
                    Citation.parse(source),
                    plenaries.stream().map(MeetingText::read).toList(),
                    items.stream().map(ItemText::read).toList());
        }
    }

    private final Map<String, SessionKind> byId = new LinkedHashMap<>();

    YamlSessionKinds() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        List<KindText> texts = new java.util.ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:sessionkinds/*.yml")) {
                try (InputStream in = file.getInputStream()) {
                    texts.add(yaml.readValue(in, KindText.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kinds of sessions", e);
        }
        texts.sort(java.util.Comparator.comparingInt(KindText::order));
        texts.forEach(text -> byId.put(text.id(), text.read()));
    }

    @Override
    public List<SessionKind> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public boolean knows(String id) {
        return byId.containsKey(id);
    }

    @Override
    public SessionKind byId(String id) {
        SessionKind found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("a kind of session is one of " + byId.keySet() + ", got " + id);
        }
        return found;
    }
}
