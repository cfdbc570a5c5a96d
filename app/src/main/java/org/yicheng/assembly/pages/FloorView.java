package org.yicheng.assembly.pages;

/** Where a sitting stands, for a delegate's phone. */
public record FloorView(HallView hall, boolean signedIn) {}
