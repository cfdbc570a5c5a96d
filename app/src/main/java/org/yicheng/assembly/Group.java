package org.yicheng.assembly;

/** A delegation 代表团, sector 界别 or class of members within a body; {@code order} sorts them as the body lists them. */
public record Group(String body, String code, String name, int order) {}
