package org.yicheng.debate.store;

import java.util.UUID;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.hall.Guest;

/**
 * Who asks for the floor: a member, or an observer 列席, who may speak and has no vote.
 *
 * @param person the member's person; an observer's own id
 * @param number the member's number; an observer's card
 * @param group the member's delegation; empty string for an observer, who is charged to none
 * @param groupName the delegation's name; for an observer the office or unit
 */
record Speaker(UUID person, String number, String name, boolean demo, String group, String groupName) {

    static Speaker of(Member member) {
        return new Speaker(
                member.person(), member.number(), member.name(), member.demo(), member.group(), member.groupName());
    }

    static Speaker of(Guest guest) {
        return new Speaker(guest.id(), guest.card(), guest.name(), guest.demo(), "", guest.organisation());
    }

    static Speaker of(org.yicheng.debate.Speech speech) {
        return new Speaker(
                speech.person(), speech.member(), speech.name(), speech.demo(), speech.group(), speech.groupName());
    }
}
