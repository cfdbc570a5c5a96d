package org.yicheng.web;

/** Names what stands beside the wordmark: the place and what meets there now. One bean; a service provides it. */
@FunctionalInterface
public interface PlaceNames {
    Shell.Place now();
}
