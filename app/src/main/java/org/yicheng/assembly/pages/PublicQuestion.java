package org.yicheng.assembly.pages;

import java.util.Optional;
import org.yicheng.assembly.Question;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;

/** A question as those may see it who are not on a desk: no result before it is declared. */
final class PublicQuestion {

    private PublicQuestion() {}

    static Question of(Question q) {
        boolean desk =
                Caller.current().may(Permission.DESK_READ) || Caller.current().may(Permission.BOARD_SHOW);
        if (desk || q.state() != Question.State.CLOSED) {
            return q;
        }
        return new Question(
                q.id(),
                q.sitting(),
                q.body(),
                q.number(),
                q.kind(),
                q.title(),
                q.text(),
                q.subject(),
                q.mode(),
                q.state(),
                q.membersDue(),
                q.opened(),
                q.closed(),
                q.declared(),
                Optional.empty());
    }
}
