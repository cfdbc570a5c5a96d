package org.yicheng.cli;

/** Exit statuses of every command. */
final class Exit {

    static final int DONE = 0;
    /** A check failed. */
    static final int FAILED = 1;
    /** Bad usage. */
    static final int USAGE = 2;
    /** Input refused, with every reason. */
    static final int REFUSED = 3;

    private Exit() {}
}
