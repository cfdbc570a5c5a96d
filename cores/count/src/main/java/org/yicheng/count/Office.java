package org.yicheng.count;

/** What a congress elects to; the slate rules differ (OL 27, 30; EL 31). */
public enum Office {
    /** Chair of the standing committee, its secretary-general, mayor, heads of supervision, court, procuratorate. */
    PRINCIPAL,
    /** Vice-chairs, vice-mayors. */
    DEPUTY,
    STANDING_COMMITTEE_MEMBER,
    /** Deputies to the congress one level up. */
    UPPER_LEVEL_DEPUTY
}
