package org.yicheng.debate.pages;

import org.yicheng.debate.AgendaItem;

/** An item as everybody may see it: without the moderator's note. */
final class PublicItem {

    private PublicItem() {}

    static AgendaItem of(AgendaItem item) {
        return new AgendaItem(
                item.id(),
                item.body(),
                item.subject(),
                item.parent(),
                item.number(),
                item.depth(),
                item.position(),
                item.kind(),
                item.title(),
                item.content(),
                item.state(),
                item.minutes(),
                "",
                item.consent(),
                item.takenOut(),
                item.motion(),
                item.listClosed(),
                item.groupMinutes(),
                item.version());
    }
}
