package org.yicheng.assembly.hall;

import java.util.UUID;

/**
 * Somebody who attends and is no member.
 *
 * @param organisation where the person comes from: office or unit
 * @param card what the gate reads
 * @param active whether the card opens a gate
 */
public record Guest(
        UUID id, String body, Kind kind, String name, String organisation, String card, boolean active, boolean demo) {

    /** In what quality. */
    public enum Kind {
        /** 列席: may speak, has no vote (Organic Law, art. 21; Shanghai rules, art. 20). */
        OBSERVER,
        /** 旁听: the public gallery; may not speak (NPC rules, art. 17). */
        VISITOR;

        public boolean maySpeak() {
            return this == OBSERVER;
        }

        public Seat.Area area() {
            return this == OBSERVER ? Seat.Area.OBSERVERS : Seat.Area.GALLERY;
        }
    }
}
