package org.yicheng.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import org.yicheng.testing.YichengTest;
import org.yicheng.web.Moments;

/** The record in the reader's words. */
@YichengTest(properties = "yicheng.demo=true")
class ActWordsTest {

    @Autowired
    Words words;

    @Autowired
    Journal journal;

    private String said(Language language, String verb, String fact, String value) {
        Act act = new Act(
                1, Instant.EPOCH, "system", "SYSTEM", verb, "x:1", Optional.empty(), Map.of(fact, value), "", "");
        ActWords reader = new ActWords(words, language, new Moments(ZoneId.of("Asia/Shanghai"), language));
        ActWords.Fact one = reader.facts(act).getFirst();
        return one.name() + " " + one.value();
    }

    @ParameterizedTest(name = "{1} {2} of {0}")
    @CsvSource({
        "assembly.question.list, mode, ELECTRONIC_UNRECORDED, 表决方式 无记名，按表决器, 'manner of voting Keypad, unrecorded'",
        "assembly.election.draft, secrecy, PAPER_TWO_TELLERS, 投票方式 纸质选票，两名计票人录入, 'secrecy paper, entered by two tellers'",
        "congress.session.convene, to, CONVENED, 新状态 已召集, to state Convened",
        "congress.list.propose, office, PRESIDIUM, 职务 主席团, office Presidium",
        "party.role.give, role, CHAIR, 角色 主持人, role Chair",
        "party.tokens.issue, lasts, PT12H, 有效期 12小时, valid for 12 h",
        "party.tokens.issue, lasts, PT72H, 有效期 3天, valid for 3 d",
        "assembly.sitting.open, plannedAt, 2024-01-26T07:00:00Z, 计划时间 2024年1月26日 15:00, planned for 26 January 2024 15:00"
    })
    void aFactIsSaidInBothLanguages(String verb, String fact, String value, String zh, String en) {
        assertThat(said(Language.ZH, verb, fact, value)).isEqualTo(zh);
        assertThat(said(Language.EN, verb, fact, value)).isEqualTo(en);
    }

    @Test
    void everyActOfTheDemoCityHasItsWords() {
        assertThat(journal.latest(Journal.ActFilter.any(100))).hasSizeGreaterThan(10);
        assertThat(ActsHaveWords.missing(journal, words)).isEmpty();
    }

    @Test
    void whatHasNoWordsIsFound() {
        assertThat(ActWords.missing(words, "assembly.nothing.do", "NOBODY", Map.of("thing", "SOME_VALUE")))
                .containsExactly(
                        "web.act-assembly.nothing.do",
                        "web.role-NOBODY",
                        "web.fact-thing",
                        "web.fact-thing-SOME_VALUE");
    }

    /** Tokens end by the machine's clock; among acts of the demo's time only their length is told. */
    @Test
    void noActOfTheDemoCityTellsWhenATokenEnds() {
        List<Act> issued = journal.latest(new Journal.ActFilter("party.tokens.issue", "", Optional.empty(), 100));
        assertThat(issued).allSatisfy(act -> assertThat(act.facts()).doesNotContainKey("until"));
    }
}
