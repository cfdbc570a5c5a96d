/** See package org.yicheng.calendar. */
module org.yicheng.calendar {
    requires transitive org.yicheng.rule;

    exports org.yicheng.calendar;
    exports org.yicheng.calendar.cases;
}
