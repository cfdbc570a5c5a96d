package org.yicheng.livelihood;

import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** By what a project is screened before it can be a candidate. */
public enum Criterion {
    /** 群众急难愁盼. */
    URGENT,
    /** 普惠、均衡. */
    UNIVERSAL,
    /** 公益. */
    PUBLIC_BENEFIT,
    /** 可持续. */
    SUSTAINABLE,
    /** 以财政投入为主. */
    FISCAL(true),
    /** 一般当年办完; of several years only with yearly goals. */
    WITHIN_YEAR(true),
    /** 不增加群众和企业负担. */
    NO_BURDEN,
    /** 不增加政府债务和稳定风险. */
    NO_RISK,
    /** 上级部署的一般不列入. */
    NOT_ORDERED(true),
    FEASIBLE,
    LEGAL,
    MONEY,
    LAND,
    ENVIRONMENT,
    SAFETY;

    private final boolean usual;

    Criterion() {
        this(false);
    }

    Criterion(boolean usual) {
        this.usual = usual;
    }

    /** Whether it may be left unmet for a reason that is written down: the texts say "mainly" and "normally" of it. */
    public boolean usual() {
        return usual;
    }

    /** Where it stands; the articles of the local texts on the other criteria could not be read. */
    public Citation source() {
        return this == NOT_ORDERED
                ? Citation.of(Law.BANAN_LIVELIHOOD, 3)
                : Citation.of(Law.PRODUCT, "livelihood.criteria");
    }
}
