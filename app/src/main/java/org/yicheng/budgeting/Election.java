package org.yicheng.budgeting;

import java.util.Set;
import java.util.UUID;
import org.yicheng.count.projects.PbFile;
import org.yicheng.rule.Bilingual;

/**
 * An election that is kept.
 *
 * @param id its place in addresses
 * @param demo whether city and ballots are invented
 * @param source the page of the poll whose ballots another module held; empty for all others
 * @param file as it is counted
 */
public record Election(String id, Bilingual title, boolean demo, String source, PbFile file) {

    /** Columns that say something of who voted. */
    private static final Set<String> PERSONAL =
            Set.of("age", "sex", "voting_method", "district", "neighborhood", "education");

    /**
     * A poll that another module held; not kept yet, but it can be compared.
     *
     * @param source address of the poll's page
     * @param file whose ballots stand in an order and under ids that lead to nobody
     */
    public static Election held(Bilingual title, boolean demo, String source, PbFile file) {
        return new Election("poll-" + UUID.randomUUID(), title, demo, source, file);
    }

    /** Whether another module held it. */
    public boolean held() {
        return !source.isEmpty();
    }

    /**
     * As it is handed out: an uploaded file as it was uploaded; of a poll that another module held, the ballots without
     * what they say of who voted, which would tell what single residents of a small group want.
     */
    public PbFile open() {
        return held()
                ? new PbFile(
                        file.meta(),
                        file.projectFields(),
                        file.projects(),
                        file.voteFields().stream()
                                .filter(column -> !PERSONAL.contains(column))
                                .toList(),
                        file.votes(),
                        file.election())
                : file;
    }
}
