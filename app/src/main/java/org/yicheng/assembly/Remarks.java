package org.yicheng.assembly;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was said on a {@link Topics.Topic} where it was deliberated. */
public interface Remarks {

    /**
     * One remark, as it is noted now.
     *
     * @param speaker by name; of a guest name and office
     * @param kind word that says of what kind it is
     * @param wording proposed by the speaker; empty if none
     * @param path of its page
     */
    record Remark(
            String delegation, String speaker, String kind, String words, String wording, String path, boolean demo) {}

    /** @param remarks handed in to the secretariat @param delegations from how many they came */
    record Tally(int remarks, int delegations) {}

    /**
     * Those on a subject that the caller may read, by delegation in the order in which they were noted: members what is
     * said in their own delegation, the secretariat and the presidium what was handed in.
     */
    List<Remark> on(String subject);

    /** Of each subject on which remarks were handed in. */
    Map<String, Tally> tallies(Collection<String> subjects);
}
