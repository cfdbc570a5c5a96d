package org.yicheng.count;

/** Of what a threshold is a share. */
public enum Basis {
    /** All members (全体代表), whether present or not. */
    ALL_MEMBERS,
    /** Those present. */
    PRESENT,
    /** For and against; abstentions out. */
    YES_NO,
    /** For, against and abstentions. */
    VALID,
    /** Valid and invalid votes. */
    CAST
}
