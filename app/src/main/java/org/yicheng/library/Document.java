package org.yicheng.library;

import java.time.Instant;
import java.util.UUID;

/**
 * A document of a meeting (会议文件); its words are in its {@link Version}s.
 *
 * @param body whose document it is
 * @param subject what it belongs to within the body, e.g. {@code congress-session:sjz-npc-15-5}; empty string: the body
 * @param number 文号 or 期号 as printed, empty string if none
 * @param issuer who issues it, as printed
 * @param demo whether it is invented
 */
public record Document(
        UUID id,
        String body,
        String subject,
        Kind kind,
        String number,
        String issuer,
        Secrecy secrecy,
        boolean demo,
        Instant createdAt) {

    /** What kind of document it is, in the order of lists. */
    public enum Kind {
        /** 议程. */
        AGENDA,
        /** 日程. */
        SCHEDULE,
        /** 会议须知、会议指南. */
        GUIDE,
        /** 工作报告. */
        REPORT,
        /** 决议草案. */
        DRAFT_RESOLUTION,
        /** 选举办法. */
        ELECTION_METHOD,
        /** 表决办法. */
        VOTING_METHOD,
        /** 简报. */
        BULLETIN,
        /** 公报. */
        COMMUNIQUE,
        /** 公告. */
        PROCLAMATION,
        /** 会议纪要. */
        MINUTES,
        /** 参阅材料. */
        REFERENCE
    }

    /** How far it may go. State secrets 国家秘密 do not belong on a networked platform at all: there is no level for them. */
    public enum Secrecy {
        /** 公开: may be given to everybody. */
        OPEN,
        /** 内部: only to named audiences. */
        INTERNAL,
        /** 工作秘密: only to named audiences, and never kept on a phone. */
        WORK_SECRET
    }
}
