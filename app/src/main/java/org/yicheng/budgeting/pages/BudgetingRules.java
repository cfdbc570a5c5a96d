package org.yicheng.budgeting.pages;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.web.Rulebook;

/** The rules of comparing budgets, for the page of rules and their sources. */
@Component
@Order(70)
class BudgetingRules implements Rulebook {

    @Override
    public List<Entry> entries() {
        return List.of(
                Entry.of("B1", "budgeting.rule-groups", "YC:budgeting.groups"),
                Entry.of("B2", "budgeting.rule-pace", "YC:budgeting.pace"));
    }
}
