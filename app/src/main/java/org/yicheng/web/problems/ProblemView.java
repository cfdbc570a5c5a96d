package org.yicheng.web.problems;

import java.util.List;
import org.yicheng.rule.Refusal;

/**
 * The page shown instead of the one asked for.
 *
 * @param title key of its heading
 * @param next key of what the reader can do now
 * @param back where the reader came from, {@code /} if unknown
 * @param signIn whether signing in may help
 */
public record ProblemView(int status, String title, String next, List<Refusal> reasons, String back, boolean signIn) {}
