package org.yicheng.web;

import java.util.Locale;

/** A deadline's lamp: in time, near, late. Shown with shape and word; colour comes last. */
public enum Lamp {
    OK,
    NEAR,
    LATE;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
