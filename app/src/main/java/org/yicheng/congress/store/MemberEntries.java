package org.yicheng.congress.store;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.catalogue.Entry;
import org.yicheng.catalogue.Source;
import org.yicheng.congress.Sessions;

/** The deputies again when their roster changes: that is recorded of the body. */
@Component
class MemberEntries implements Source {

    private static final String PREFIX = "body:";

    private final SessionEntries entries;
    private final Sessions sessions;

    MemberEntries(SessionEntries entries, Sessions sessions) {
        this.entries = entries;
        this.sessions = sessions;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> subjects() {
        return sessions.all().stream()
                .map(session -> PREFIX + session.body())
                .distinct()
                .toList();
    }

    @Override
    public List<Entry> entries(String subject) {
        return entries.members(subject.substring(PREFIX.length()));
    }
}
