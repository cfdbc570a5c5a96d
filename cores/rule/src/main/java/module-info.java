/** The values every rule speaks in: citations, refusals, rulings and their words. */
module org.yicheng.rule {
    exports org.yicheng.rule;
    exports org.yicheng.rule.input;
}
