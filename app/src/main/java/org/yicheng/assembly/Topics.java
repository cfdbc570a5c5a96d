package org.yicheng.assembly;

import java.util.List;

/**
 * What services give to a session's members to deliberate, one by one, beside its reports and drafts: each candidate of a
 * list that the presidium referred to all deputies. Services provide beans of this type; where deliberation is noted, a
 * remark can be made on each of them.
 */
@FunctionalInterface
public interface Topics {

    /**
     * @param subject of what it is, e.g. {@code livelihood-project:} and its id; never changes
     * @param sort what the topics of one list are, in Chinese as the list calls them
     * @param title in Chinese, as it stands on the list
     */
    record Topic(String subject, String sort, String title) {}

    /**
     * In the order of their list; none before they were referred.
     *
     * @param body that meets
     * @param session its subject, e.g. {@code congress-session:sjz-npc-15-5}
     */
    List<Topic> of(String body, String session);
}
