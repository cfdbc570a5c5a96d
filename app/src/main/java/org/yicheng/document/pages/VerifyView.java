package org.yicheng.document.pages;

import java.util.Optional;
import org.yicheng.document.Papers.Paper;

/** The page on which anybody checks a printed paper. */
public record VerifyView(String code, Optional<Paper> found) {}
