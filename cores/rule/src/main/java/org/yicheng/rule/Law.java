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
    /** 上海市人民代表大会关于代表建议、批评和意见的规定. */
    public static final Instrument SHANGHAI_SUGGESTIONS =
            new Instrument("SHS", "上海市代表建议规定", "Shanghai Rules on Suggestions", "2015");
    /** 上海市人民代表大会关于代表议案的规定. */
    public static final Instrument SHANGHAI_MOTIONS =
            new Instrument("SHM", "上海市代表议案规定", "Shanghai Rules on Motions", "2015");
    /** 北京市人民代表大会代表建议、批评和意见办理条例. */
    public static final Instrument BEIJING_SUGGESTIONS =
            new Instrument("BJS", "北京市代表建议办理条例", "Beijing Regulations on Suggestions", "2014-01-22");
    /** 浙江省人民代表大会代表建议、批评和意见办理的规定. */
    public static final Instrument ZHEJIANG_SUGGESTIONS =
            new Instrument("ZJS", "浙江省代表建议办理规定", "Zhejiang Rules on Suggestions", "2016-05-27");
    /** 山东省人民代表大会代表建议、批评和意见办理工作条例. */
    public static final Instrument SHANDONG_SUGGESTIONS =
            new Instrument("SDS", "山东省代表建议办理工作条例", "Shandong Regulations on Suggestions", "2017-05-19");
    /** 青岛市人民代表大会代表建议、批评和意见工作条例. */
    public static final Instrument QINGDAO_SUGGESTIONS =
            new Instrument("QDS", "青岛市代表建议工作条例", "Qingdao Regulations on Suggestions", "2021-07-29");
    /** 河南省人民代表大会代表建议、批评和意见办理办法. */
    public static final Instrument HENAN_SUGGESTIONS =
            new Instrument("HAS", "河南省代表建议办理办法", "Henan Measures on Suggestions", "2017-07-28");
    /** 重庆市人民代表大会代表建议批评和意见工作条例. */
    public static final Instrument CHONGQING_SUGGESTIONS =
            new Instrument("CQS", "重庆市代表建议工作条例", "Chongqing Regulations on Suggestions", "2017-11-30");
    /** 景洪市民生实事项目人大代表票决办法; only what article 6 says of the call could be read. */
    public static final Instrument JINGHONG_LIVELIHOOD =
            new Instrument("JHL", "景洪市民生实事票决办法", "Jinghong Measures on Livelihood Projects", "2025-01-06");
    /** 陕西省民生实事项目人大代表票决制规定. */
    public static final Instrument SHAANXI_LIVELIHOOD =
            new Instrument("SNL", "陕西省民生实事票决规定", "Shaanxi Rules on Livelihood Projects", "2025-11-28");
    /** 浙江省各级人民代表大会常务委员会讨论、决定重大事项的规定; cited without article: its numbering could not be read. */
    public static final Instrument ZHEJIANG_MATTERS =
            new Instrument("ZJM", "浙江省重大事项规定", "Zhejiang Rules on Major Matters", "2018-07-27");
    /** 重庆市巴南区民生实事项目人大代表票决办法. */
    public static final Instrument BANAN_LIVELIHOOD =
            new Instrument("BNL", "巴南区民生实事票决办法", "Banan Measures on Livelihood Projects", "2025-08-27");
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
    /** 中国人民政治协商会议全国委员会提案工作条例; article 2 could be read, the rest is cited without article. */
    public static final Instrument CPPCC_PROPOSALS =
            new Instrument("CPP", "全国政协提案工作条例", "CPPCC Regulations on Proposals", "2018-11-29");
    /** 政协全国委员会办公厅承办提案工作的若干规定（试行）. */
    public static final Instrument CPPCC_OFFICE =
            new Instrument("CPO", "全国政协办公厅承办提案规定", "CPPCC General Office Rules on Proposals", "1997-07-21");
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
                    SHANGHAI_SUGGESTIONS,
                    SHANGHAI_MOTIONS,
                    BEIJING_SUGGESTIONS,
                    ZHEJIANG_SUGGESTIONS,
                    SHANDONG_SUGGESTIONS,
                    QINGDAO_SUGGESTIONS,
                    HENAN_SUGGESTIONS,
                    CHONGQING_SUGGESTIONS,
                    JINGHONG_LIVELIHOOD,
                    SHAANXI_LIVELIHOOD,
                    ZHEJIANG_MATTERS,
                    BANAN_LIVELIHOOD,
                    CONFERENCE_SYSTEMS,
                    CIVIL_CODE,
                    BANKRUPTCY,
                    CPPCC,
                    CPPCC_PROPOSALS,
                    CPPCC_OFFICE,
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
