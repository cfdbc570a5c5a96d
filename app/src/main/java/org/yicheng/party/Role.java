package org.yicheng.party;

/** What a person is in a body (or on the platform): the columns of the permissions table. */
public enum Role {
    /** 会务组: the secretariat's clerks. */
    SECRETARIAT,
    /** 主持人/执行主席: presides over sittings of the body. */
    CHAIR,
    /** 计票人: types shows of hands and ballot papers. */
    TELLER,
    /** 监票人: supervises an election's papers and count. */
    SCRUTINEER,
    /** 签到门: a gate device. */
    GATE,
    /** 代表/委员: a member with a mandate. */
    MEMBER,
    /** 秘书长、副秘书长: approve bulletins. */
    SECRETARY_GENERAL,
    /** 团长、副团长、召集人: of one delegation or group. */
    DELEGATION_HEAD,
    /** 联络员: takes notes in one delegation. */
    NOTE_TAKER,
    /** 承办人: handles in one organ what is assigned to it, drafts and reviews replies. */
    HANDLER,
    /** 单位负责人: signs an organ's replies. */
    ORGAN_HEAD,
    /** 财务人员: keeps a body's books. */
    TREASURER,
    /** 大屏: a board in the hall. */
    BOARD,
    /** 审计: reads the whole record. */
    AUDITOR,
    /** 系统管理: accounts and settings; no vote, no session business. */
    ADMINISTRATOR;

    /** Whether the role is held on the whole platform only, never in one body. */
    public boolean everywhereOnly() {
        return this == ADMINISTRATOR || this == AUDITOR;
    }

    /** Where the role is held when it is given for the work in {@code body}. */
    public String scopeFor(String body) {
        return everywhereOnly() ? Caller.EVERYWHERE : body;
    }
}
