package org.yicheng.debate.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.count.Basis;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.Share;
import org.yicheng.count.Threshold;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The debate rules that ship with the product: every file {@code debaterules/*.yml}; a faulty one stops the start. */
@Component
class RuleFiles implements Debating {

    private static final String OTHERS = "default";

    private record LimitsText(List<Integer> minutes, String source) {}

    private record SpeechText(
            LimitsText limits,
            int replyMinutes,
            int pointMinutes,
            boolean firstSpeakersFirst,
            boolean alternateSides,
            boolean spreadGroups,
            int mostPerGroup,
            String source) {
        DebateRules.Speeches read() {
            return new DebateRules.Speeches(
                    limits.minutes(),
                    Citation.parse(limits.source()),
                    replyMinutes,
                    pointMinutes,
                    firstSpeakersFirst,
                    alternateSides,
                    spreadGroups,
                    mostPerGroup,
                    Citation.parse(source));
        }
    }

    private record SignersText(int number, String source) {}

    private record NoticeText(int minutes, String source) {}

    private record AmendmentText(SignersText signers, NoticeText notice, boolean admission, String first) {
        DebateRules.Amendments read() {
            return new DebateRules.Amendments(
                    signers.number(),
                    Citation.parse(signers.source()),
                    notice.minutes(),
                    Citation.parse(notice.source()),
                    admission,
                    Citation.parse(first));
        }
    }

    private record ReconsiderationText(String share, int minutes, String source) {
        DebateRules.Reconsideration read() {
            return new DebateRules.Reconsideration(RuleFiles.share(share, Share.Mode.MORE_THAN, source), minutes);
        }
    }

    private record GroundText(String source) {}

    private record VoteText(String share, Share.Mode mode, Basis basis) {
        DecisionRule read(String source) {
            return new DecisionRule(
                    List.of(new Threshold(RuleFiles.share(share, mode, source), basis)),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private record MoveText(
            String id,
            List<String> from,
            String to,
            DebateRules.When when,
            Bilingual name,
            List<DebateRules.Need> needs,
            Optional<VoteText> vote,
            String source) {
        DebateRules.Move read() {
            return new DebateRules.Move(
                    id,
                    from,
                    to,
                    when,
                    name,
                    needs,
                    Optional.ofNullable(vote).flatMap(given -> given).map(text -> text.read(source)),
                    Citation.parse(source));
        }
    }

    private record WorkflowText(String initial, List<DebateRules.MotionState> states, List<MoveText> moves) {}

    private record RulesText(
            String id,
            SpeechText speech,
            AmendmentText amendment,
            ReconsiderationText reconsideration,
            GroundText division,
            GroundText consent,
            WorkflowText workflow) {
        DebateRules read() {
            return new DebateRules(
                    id,
                    speech.read(),
                    amendment.read(),
                    reconsideration.read(),
                    Citation.parse(division.source()),
                    Citation.parse(consent.source()),
                    new DebateRules.Workflow(
                            workflow.initial(),
                            workflow.states(),
                            workflow.moves().stream().map(MoveText::read).toList()));
        }
    }

    private final Map<String, DebateRules> byId = new TreeMap<>();
    private final Bodies bodies;

    RuleFiles(Bodies bodies) {
        this.bodies = bodies;
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:debaterules/*.yml")) {
                try (InputStream in = file.getInputStream()) {
                    DebateRules rules = yaml.readValue(in, RulesText.class).read();
                    byId.put(rules.id(), rules);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the debate rules", e);
        }
    }

    private static Share share(String text, Share.Mode mode, String source) {
        String[] parts = text.split("/", 2);
        return new Share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), mode, Citation.parse(source));
    }

    @Override
    public DebateRules rules(String body) {
        String set = bodies.byId(body).map(Body::ruleSet).orElse(OTHERS);
        return Optional.ofNullable(byId.get(set))
                .orElseGet(() -> Objects.requireNonNull(byId.get(OTHERS), "debaterules/default.yml"));
    }
}
