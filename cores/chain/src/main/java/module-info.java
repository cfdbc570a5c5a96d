/** The hash chain of a journal; needs nothing but the platform, so that anybody can verify an exported record. */
module org.yicheng.chain {
    exports org.yicheng.chain;
}
