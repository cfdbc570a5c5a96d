package org.yicheng.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Statuses a route of the interface may answer beyond those that follow from its signature: a GET refused by a rule
 * (409), too many attempts (429). The OpenAPI description lists them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    int[] value();
}
