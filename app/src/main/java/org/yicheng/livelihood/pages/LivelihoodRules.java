package org.yicheng.livelihood.pages;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.web.Rulebook;

/** The rules of livelihood projects, for the page of rules and their sources. */
@Component
@Order(60)
class LivelihoodRules implements Rulebook {

    @Override
    public List<Entry> entries() {
        return List.of(
                Entry.of("L1", "livelihood.rule-call", "JHL:6", "YC:livelihood.call"),
                Entry.of("L2", "livelihood.rule-wish", "YC:livelihood.wish"),
                Entry.of("L3", "livelihood.rule-pace", "YC:livelihood.pace"),
                Entry.of("L4", "livelihood.rule-groups", "YC:livelihood.groups"),
                Entry.of("L5", "livelihood.rule-project", "YC:livelihood.project"),
                Entry.of("L6", "livelihood.rule-criteria", "YC:livelihood.criteria", "BNL:3"),
                Entry.of("L7", "livelihood.rule-hearing", "ZJM:", "YC:livelihood.hearing"),
                Entry.of("L8", "livelihood.rule-poll", "YC:livelihood.poll"),
                Entry.of("L9", "livelihood.rule-poll-ballot", "YC:livelihood.poll-ballot", "YC:livelihood.pace"),
                Entry.of("L20", "livelihood.rule-plan", "SNL:17"),
                Entry.of("L21", "livelihood.rule-change", "SNL:18"),
                Entry.of("L22", "livelihood.rule-delivery", "YC:livelihood.delivery"),
                Entry.of("L23", "livelihood.rule-lamps", "YC:livelihood.lamps"),
                Entry.of("L30", "livelihood.rule-card", "YC:livelihood.card"),
                Entry.of("L31", "livelihood.rule-drawing", "YC:livelihood.drawing"),
                Entry.of("L32", "livelihood.rule-photo", "YC:livelihood.photo"));
    }
}
