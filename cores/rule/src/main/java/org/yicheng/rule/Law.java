package org.yicheng.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The instruments that Yicheng cites, each with the edition that was read. */
public final class Law {

    /** 地方各级人民代表大会和地方各级人民政府组织法. */
    public static final Instrument ORGANIC = new Instrument("OL", "地方组织法", "Organic Law", "2022-03-11");
    /** 全国人民代表大会和地方各级人民代表大会代表法. */
    public static final Instrument DEPUTIES = new Instrument("DL", "代表法", "Deputies Law", "2025-03-11");
    /** 全国人民代表大会和地方各级人民代表大会选举法. */
    public static final Instrument ELECTORAL = new Instrument("EL", "选举法", "Electoral Law", "2020-10-17");
    /** 全国人民代表大会议事规则. */
    public static final Instrument NPC = new Instrument("NPC", "全国人大议事规则", "NPC Rules of Procedure", "2021-03-11");
    /** 广东省人民代表大会议事规则. */
    public static final Instrument GUANGDONG =
            new Instrument("GD", "广东省人大议事规则", "Guangdong Rules of Procedure", "2022-01-22");
    /** 山东省人民代表大会议事规则. */
    public static final Instrument SHANDONG =
            new Instrument("SD", "山东省人大议事规则", "Shandong Rules of Procedure", "2019-02-18");
    /** 上海市人民代表大会议事规则. */
    public static final Instrument SHANGHAI =
            new Instrument("SH", "上海市人大议事规则", "Shanghai Rules of Procedure", "2001-10-24");
    /** GB 50799-2012 电子会议系统工程设计规范. */
    public static final Instrument CONFERENCE_SYSTEMS =
            new Instrument("GB50799", "电子会议系统工程设计规范", "Code for electronic conference systems GB 50799", "2012");
    /** 中华人民共和国民法典; its chapter on periods counts wherever no other law says otherwise (art. 204). */
    public static final Instrument CIVIL_CODE = new Instrument("CC", "民法典", "Civil Code", "2020-05-28");
    /** 企业破产法. */
    public static final Instrument BANKRUPTCY =
            new Instrument("EBL", "企业破产法", "Enterprise Bankruptcy Law", "2006-08-27");
    /** 中国人民政治协商会议章程; cited without article: only its content could be read, not its numbering. */
    public static final Instrument CPPCC = new Instrument("CPPCC", "政协章程", "Charter of the CPPCC", "2018-03-15");
    /** Robert's Rules of Order, for ordinary associations. */
    public static final Instrument ROBERTS =
            new Instrument("RONR", "罗伯特议事规则", "Robert's Rules of Order", "12th edition");
    /** Scottish Local Government Elections Order 2007, rules for the single transferable vote. */
    public static final Instrument SCOTTISH_STV =
            new Instrument("SLGEO", "苏格兰地方选举令", "Scottish Local Government Elections Order", "2007");
    /** A choice of this product where no source decides; written down in docs/reference/rules.md. */
    public static final Instrument PRODUCT = new Instrument("YC", "议成规则", "Yicheng rules", "1");

    private static final Map<String, Instrument> BY_KEY = List.of(
                    ORGANIC,
                    DEPUTIES,
                    ELECTORAL,
                    NPC,
                    GUANGDONG,
                    SHANDONG,
                    SHANGHAI,
                    CONFERENCE_SYSTEMS,
                    CIVIL_CODE,
                    BANKRUPTCY,
                    CPPCC,
                    ROBERTS,
                    SCOTTISH_STV,
                    PRODUCT)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Instrument::key, Function.identity()));

    private Law() {}

    /**
     * The instrument with this key.
     *
     * @throws IllegalArgumentException if no instrument has it
     */
    public static Instrument byKey(String key) {
        Instrument found = BY_KEY.get(key);
        if (found == null) {
            throw new IllegalArgumentException("an instrument key is one of " + BY_KEY.keySet() + ", got " + key);
        }
        return found;
    }
}
