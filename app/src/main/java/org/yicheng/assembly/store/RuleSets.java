package org.yicheng.assembly.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.RuleSet;
import org.yicheng.count.Basis;
import org.yicheng.count.DecisionRule;
import org.yicheng.count.QuorumRule;
import org.yicheng.count.Share;
import org.yicheng.count.Threshold;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The rule sets that ship with the product: every file {@code rulesets/*.yml}; a faulty one stops the start. */
@Component
class RuleSets {

    private record ShareText(String share, Share.Mode mode, String source) {
        Share read() {
            String[] parts = share.split("/", 2);
            return new Share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), mode, Citation.parse(source));
        }
    }

    private record ThresholdText(String share, Share.Mode mode, Basis basis, String source) {
        Threshold read() {
            return new Threshold(new ShareText(share, mode, source).read(), basis);
        }
    }

    private record DecisionText(List<ThresholdText> thresholds, Optional<ShareText> participation) {}

    private record RuleSetText(
            String id,
            Bilingual name,
            Bilingual memberWord,
            ShareText quorum,
            DecisionText decision,
            RuleSet.Press press) {}

    private final Map<String, RuleSet> byId = new TreeMap<>();

    RuleSets() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:rulesets/*.yml")) {
                try (InputStream in = file.getInputStream()) {
                    RuleSet rules = ruleSet(yaml.readValue(in, RuleSetText.class));
                    byId.put(rules.id(), rules);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rule sets", e);
        }
    }

    private static RuleSet ruleSet(RuleSetText text) {
        QuorumRule quorum = new QuorumRule(text.quorum().read());
        List<Threshold> thresholds = new ArrayList<>();
        text.decision().thresholds().forEach(threshold -> thresholds.add(threshold.read()));
        Optional<Share> participation = Optional.ofNullable(text.decision().participation())
                .flatMap(given -> given)
                .map(ShareText::read);
        return new RuleSet(
                text.id(),
                text.name(),
                text.memberWord(),
                quorum,
                new DecisionRule(thresholds, Optional.of(quorum), participation),
                text.press());
    }

    /** @throws IllegalArgumentException if there is none with this id */
    RuleSet byId(String id) {
        RuleSet found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("a rule set is one of " + byId.keySet() + ", got " + id);
        }
        return found;
    }

    List<RuleSet> all() {
        return List.copyOf(byId.values());
    }
}
