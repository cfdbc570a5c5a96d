package org.yicheng.proposals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Instrument;
import org.yicheng.rule.Law;

/** What is not admissible as a suggestion (不应当作为代表建议提出的); the lists of the places differ. */
public enum Inadmissible {
    /** 代表本人及其亲属的个人问题. */
    PERSONAL(List.SHANGHAI, List.QINGDAO, List.ZHEJIANG, List.BEIJING, List.CHONGQING),
    /** 本单位的个别问题. */
    OWN_EMPLOYER(List.SHANGHAI),
    /** 具体司法案件; elsewhere only what is not closed. */
    COURT_CASE(List.SHANGHAI, List.QINGDAO, List.ZHEJIANG, List.BEIJING, List.CHONGQING),
    /** 正在进行的招标投标. */
    TENDER(List.ZHEJIANG, List.BEIJING),
    /** 代转信件. */
    FORWARDED_LETTER(List.SHANGHAI, List.ZHEJIANG, List.BEIJING, List.CHONGQING),
    /** 申诉、控告、检举. */
    COMPLAINT(List.QINGDAO, List.BEIJING, List.CHONGQING),
    /** 学术探讨、产品推介. */
    ACADEMIC(List.SHANGHAI, List.QINGDAO, List.ZHEJIANG, List.BEIJING, List.CHONGQING),
    /** 法律或者政策咨询. */
    CONSULTATION(List.BEIJING),
    /** 没有实际内容. */
    EMPTY(List.SHANGHAI, List.QINGDAO, List.ZHEJIANG),
    /** 不属于本地有关机关、组织的职权范围. */
    BEYOND_POWERS(List.SHANGHAI);

    private final EnumSet<List> lists;

    Inadmissible(List first, List... others) {
        lists = EnumSet.of(first, others);
    }

    /** Whose list, and where it stands. */
    public enum List {
        SHANGHAI(Law.SHANGHAI_SUGGESTIONS, "8"),
        QINGDAO(Law.QINGDAO_SUGGESTIONS, "11"),
        ZHEJIANG(Law.ZHEJIANG_SUGGESTIONS, "6"),
        BEIJING(Law.BEIJING_SUGGESTIONS, "12(2)"),
        CHONGQING(Law.CHONGQING_SUGGESTIONS, "9(2)");

        private final Citation source;

        List(Instrument instrument, String article) {
            source = Citation.of(instrument, article);
        }

        public Citation source() {
            return source;
        }
    }

    /** The first of these lists that has it. */
    public Optional<Citation> source(Set<List> chosen) {
        return lists.stream().filter(chosen::contains).map(List::source).findFirst();
    }

    /** What these lists rule out, all together. */
    public static java.util.List<Inadmissible> of(Set<List> chosen) {
        return Arrays.stream(values())
                .filter(reason -> reason.source(chosen).isPresent())
                .toList();
    }
}
