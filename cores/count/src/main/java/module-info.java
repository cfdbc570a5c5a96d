/** See package org.yicheng.count. */
module org.yicheng.count {
    requires transitive org.yicheng.rule;

    exports org.yicheng.count;
    exports org.yicheng.count.cases;
    exports org.yicheng.count.projects;
}
