package org.yicheng.web.pages;

import org.yicheng.web.Faults;

/** The sign-in page; what was typed stays, secrets do not. */
public record SignInView(String next, String login, String card, Faults faults) {}
