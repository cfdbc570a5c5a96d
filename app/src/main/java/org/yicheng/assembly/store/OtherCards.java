package org.yicheng.assembly.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.SignInReceipt;
import org.yicheng.rule.Refusal;

/** Cards at the gate that no member has: observers and the public gallery. Their events never touch the roll. */
public interface OtherCards {

    /** Which of these cards belong to guests of the body. */
    Set<String> known(String body, List<String> cards);

    /**
     * Takes one event of a guest's card, in the transaction of the batch.
     *
     * @param doors why the doors take nobody at that moment
     */
    SignInReceipt take(String sitting, String body, SignInEvent event, Optional<Refusal> doors);
}
