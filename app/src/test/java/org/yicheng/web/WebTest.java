package org.yicheng.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.yicheng.testing.YichengTest;
import probing.Probe;

/** The application with the routes of {@link Probe}; all tests so marked share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@YichengTest
@Import(Probe.class)
@interface WebTest {}
