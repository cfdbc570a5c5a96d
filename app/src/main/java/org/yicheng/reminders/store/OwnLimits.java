package org.yicheng.reminders.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Task;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** One's own limits as a calendar to subscribe to. */
@Component
public class OwnLimits {

    private static final int MOST = 200;

    private final Matters matters;
    private final Procedures procedures;
    private final Accounts accounts;
    private final LetterText wording;
    private final Words words;
    private final Clock clock;

    OwnLimits(Matters matters, Procedures procedures, Accounts accounts, LetterText wording, Words words, Clock clock) {
        this.matters = matters;
        this.procedures = procedures;
        this.accounts = accounts;
        this.wording = wording;
        this.words = words;
        this.clock = clock;
    }

    /** Of an account as it stands now; empty for one that is closed. */
    public Optional<String> of(UUID account) {
        return accounts.byId(account).filter(Accounts.Account::open).map(open -> {
            Set<Caller.Grant> grants = accounts.roles(List.of(account)).getOrDefault(account, Set.of());
            AtomicReference<String> calendar = new AtomicReference<>("");
            new Caller(Optional.of(account), open.person(), open.name(), open.demo(), grants)
                    .run(() -> calendar.set(ofCaller()));
            return calendar.get();
        });
    }

    /** Of the caller. */
    public String ofCaller() {
        List<LimitCalendar.Entry> entries = matters.tasks(MOST).stream()
                .filter(task -> task.until().flatMap(Deadline::due).isPresent())
                .map(this::entry)
                .toList();
        return LimitCalendar.of(words.say(Language.ZH, "reminders.calendar"), entries, clock.instant());
    }

    private LimitCalendar.Entry entry(Task task) {
        Deadline limit = task.until().orElseThrow();
        return wording.entry(
                task.matter(),
                procedures.byId(task.matter().procedure()).orElseThrow(),
                limit,
                limit.due().orElseThrow(),
                limit.dueAt());
    }
}
