package org.yicheng.count;

/** Keeps the package alive until the first rule arrives. */
final class Seed {}
