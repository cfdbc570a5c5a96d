package org.yicheng.assembly;

/** What others' programs read: people, bodies and votes as Popolo, the record of a sitting as Akoma Ntoso. */
public interface Exchange {

    /**
     * A body with the bodies under it: persons, organizations, memberships, events, motions and vote events (Popolo
     * specification, popoloproject.com). An unrecorded vote has its counts, never who voted how.
     *
     * @return JSON in UTF-8
     */
    byte[] popolo(String body);

    /**
     * The record of a sitting: attendance, what was put, how it was decided (Akoma Ntoso Version 1.0, OASIS Standard 2018,
     * document type {@code debate}).
     *
     * @return XML in UTF-8
     */
    byte[] akomaNtoso(String sitting);
}
