package org.yicheng.debate.pages;

import org.yicheng.assembly.Sitting;
import org.yicheng.debate.DebateRules;

/** The rules an assembly debates by. */
public record RulesView(Sitting sitting, DebateRules rules) {}
