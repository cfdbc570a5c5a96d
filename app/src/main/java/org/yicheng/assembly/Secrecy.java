package org.yicheng.assembly;

/** How a secret ballot is cast and read (无记名投票). The flow of an election is the same for each. */
public enum Secrecy {
    /** 纸质选票，两名计票人独立录入. */
    PAPER_TWO_TELLERS,
    /** 纸质选票，扫描设备读票: read from the device's file; doubtful papers are read by the scrutineers. */
    PAPER_SCANNED,
    /** 电子选票，不记录投票人: one paper a member signed in, no link kept. */
    ELECTRONIC_UNRECORDED;

    public boolean onPaper() {
        return this != ELECTRONIC_UNRECORDED;
    }
}
