package org.yicheng.budgeting;

import java.util.List;
import java.util.Optional;
import org.yicheng.count.projects.PbFile;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** The elections that can be looked at: two that come with the platform, those that were uploaded, polls that were held. */
public interface Elections {

    /** The most a file may have, in bytes. */
    int MOST_BYTES = 5_000_000;

    int MOST_PROJECTS = 200;
    int MOST_VOTERS = 50_000;
    /** The most that are kept at a time. */
    int MOST_KEPT = 200;
    /** Uploads of one account in an hour. */
    int MOST_IN_AN_HOUR = 20;

    int LONGEST_TITLE = 60;
    int LONGEST_REASON = 200;

    /**
     * One line of the list.
     *
     * @param voters ballots, the empty ones among them
     * @param uploaded whether somebody uploaded it, so that it can be withdrawn
     */
    record Listed(String id, Bilingual title, boolean demo, int projects, int voters, boolean uploaded) {}

    /** Those that came with the platform first, then the newest. */
    List<Listed> all();

    Optional<Election> byId(String id);

    /**
     * Keeps a Pabulib file for everybody to look at; recorded as {@code Caller.current()}. The same file is kept once.
     *
     * @param english what English pages call it; empty: as Chinese ones
     * @return refused with every line that cannot be read, or for its size, or after too many uploads
     */
    Ruling<Listed> keep(String title, String english, byte[] content);

    /**
     * Keeps the ballots of a poll for as long as the platform stands: they are counted and grouped like any other, and
     * cannot be withdrawn. Part of what the caller does and records.
     *
     * @param poll of {@link Election#held(Bilingual, boolean, String, PbFile)}
     * @return refused for its size
     */
    Ruling<Election> hold(Election poll);

    /** Takes an uploaded election away with its ballots; that it was there stays in the record, with the reason. */
    Ruling<Listed> withdraw(String id, String reason);
}
