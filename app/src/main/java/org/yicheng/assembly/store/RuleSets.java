package org.yicheng.assembly.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.ChoiceMethod;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.VotingMode;
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

    /** @param weight the share of all weight that must be present too */
    private record QuorumText(String share, Share.Mode mode, String source, Optional<ShareText> weight) {
        QuorumRule read() {
            return new QuorumRule(
                    new ShareText(share, mode, source).read(),
                    Optional.ofNullable(weight).flatMap(one -> one).map(ShareText::read));
        }
    }

    private record ThresholdText(
            String share, Share.Mode mode, Basis basis, Optional<Threshold.Measure> measure, String source) {
        Threshold read() {
            return new Threshold(
                    new ShareText(share, mode, source).read(), basis, given(measure, Threshold.Measure.HEADS));
        }
    }

    private record DecisionText(List<ThresholdText> thresholds, Optional<ShareText> participation) {
        DecisionRule read(QuorumRule quorum) {
            return new DecisionRule(
                    thresholds.stream().map(ThresholdText::read).toList(),
                    Optional.of(quorum),
                    Optional.ofNullable(participation).flatMap(one -> one).map(ShareText::read));
        }
    }

    private record SpecialText(Bilingual name, List<ThresholdText> thresholds, Optional<ShareText> participation) {
        RuleSet.Special read(QuorumRule quorum) {
            return new RuleSet.Special(name, new DecisionText(thresholds, participation).read(quorum));
        }
    }

    private record ProxyingText(int mostPerHolder, String source) {}

    private record RuleSetText(
            String id,
            Bilingual name,
            Bilingual memberWord,
            Optional<Bilingual> groupWord,
            QuorumText quorum,
            DecisionText decision,
            RuleSet.Press press,
            Optional<Set<VotingMode>> modes,
            Optional<Map<String, SpecialText>> special,
            Optional<ProxyingText> proxies,
            Optional<Boolean> split,
            Optional<Set<ChoiceMethod>> choices) {}

    /** Where a rule set is silent: 代表团 for its groups, by hands or by keys, no proxies, no weights. */
    private static final Bilingual DELEGATION = new Bilingual("代表团", "delegation");

    private static final Set<VotingMode> USUAL = EnumSet.complementOf(
            EnumSet.of(VotingMode.ROLL_CALL, VotingMode.ACCLAMATION, VotingMode.UNANIMOUS_CONSENT));

    /** A property that is not there is read as null by the reader of records. */
    private static <T> T given(@Nullable Optional<T> written, T otherwise) {
        return written == null ? otherwise : written.orElse(otherwise);
    }

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
        QuorumRule quorum = text.quorum().read();
        Map<String, RuleSet.Special> special = new LinkedHashMap<>();
        given(text.special(), Map.of()).forEach((key, one) -> special.put(key, one.read(quorum)));
        return new RuleSet(
                text.id(),
                text.name(),
                text.memberWord(),
                given(text.groupWord(), DELEGATION),
                quorum,
                text.decision().read(quorum),
                text.press(),
                given(text.modes(), USUAL),
                special,
                Optional.ofNullable(text.proxies())
                        .flatMap(one -> one)
                        .map(one -> new RuleSet.Proxying(one.mostPerHolder(), Citation.parse(one.source()))),
                given(text.split(), false),
                given(text.choices(), Set.of()));
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
