package org.yicheng.web.pages;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.web.Rulebook;

/** The rules of congress sessions that the cores apply; numbered as in docs/reference/rules.md. */
@Component
@Order(0)
class CommonRules implements Rulebook {

    @Override
    public List<Entry> entries() {
        return List.of(
                Entry.of("R1", "web.rule-1", "OL:14(4)"),
                Entry.of("R2", "web.rule-2", "OL:25"),
                Entry.of("R3", "web.rule-3", "GD:11", "SH:13"),
                Entry.of("R4", "web.rule-4", "OL:51"),
                Entry.of("R9", "web.rule-9", "OL:22(2)"),
                Entry.of("R10", "web.rule-10", "OL:22(3)", "DL:15"),
                Entry.of("R15", "web.rule-15", "OL:26"),
                Entry.of("R16", "web.rule-16", "EL:30(2)"),
                Entry.of("R17", "web.rule-17", "OL:26(3)", "EL:30(3)"),
                Entry.of("R18", "web.rule-18", "OL:27(2)", "EL:32(2)"),
                Entry.of("R19", "web.rule-19", "OL:47"),
                Entry.of("R21", "web.rule-21", "SH:12"),
                Entry.of("R25", "web.rule-25", "GD:60"),
                Entry.of("R26", "web.rule-26", "DL:62(3)"),
                Entry.of("R28", "web.rule-28", "OL:11(6)"),
                Entry.of("R30", "web.rule-30", "DL:23", "DL:17(6)", "OL:28"));
    }
}
