package org.yicheng.party;

/** What may be done: the rows of the permissions table ({@link Permissions}). */
public enum Permission {
    /** Public pages and their API: everybody, also without signing in. */
    PUBLIC_READ,
    /** Signed in at all: own account, own sign-in state. */
    OWN_ACCOUNT,
    /** The secretariat desk: session, sittings, attendance figures, live log. */
    DESK_READ,
    /** Names and cards in the roster. */
    ROSTER_READ,
    ROSTER_IMPORT,
    /** Cards: issue, report lost, revoke; hall codes. */
    CREDENTIAL_CHANGE,
    /** Move the session: convene, register, constitute, open, close, postpone. */
    SESSION_MOVE,
    /** Prepare sittings, questions, drafts, slates, schedule. */
    SITTING_PREPARE,
    /** Open, pause and close sittings and their sign-in. */
    SITTING_MOVE,
    /** Send sign-in events from a gate. */
    SIGN_IN_SEND,
    /** Sign somebody in by hand, with a reason. */
    SIGN_IN_MANUAL,
    /** Put a question, open and close its vote, declare its result. */
    QUESTION_MOVE,
    /** Lead the debate: call items and speakers, rule on points of order, boards, moderator's notes. */
    FLOOR_MOVE,
    /** Supersede a declared result by a recorded act. */
    RESULT_SUPERSEDE,
    /** Type the count of a show of hands. */
    HANDS_ENTER,
    /** Supervise an election: papers issued and collected, names written in, the count. */
    BALLOT_SCRUTINISE,
    /** Enter ballot papers as one of two tellers. */
    BALLOT_ENTER,
    /** Vote (the kernel further asks for an active mandate and sign-in). */
    VOTE,
    /** File motions and other matters, and sign them (the kernel further asks for a mandate in office). */
    MATTER_FILE,
    /** Register and examine what was filed, put it to the presidium. */
    MATTER_EXAMINE,
    /** Handle matters in which one takes part (the kernel further asks as what). */
    MATTER_HANDLE,
    /** Livelihood projects: calls, wishes, screening, the list, what is announced. */
    LIVELIHOOD_KEEP,
    /** Carry out a livelihood project as the organ in charge: milestones, contracts, payments. */
    LIVELIHOOD_DELIVER,
    /** Sign an organ's reply letters. */
    REPLY_SIGN,
    /** Keep elections of a residents' budget for everybody to look at, and withdraw them. */
    BUDGETING_KEEP,
    /** The holiday tables by which limits are counted. */
    HOLIDAYS_CHANGE,
    /** The books of a body: accounts, postings, balances. */
    LEDGER_READ,
    /** Open books and accounts, set their limits, post and reverse. */
    LEDGER_POST,
    /** Documents meant for members. */
    MEMBER_DOCUMENTS,
    DOCUMENT_PUBLISH,
    /** The meetings and notes of a delegation; members and note-takers: of their own. */
    DELEGATION_READ,
    /** Type notes in a delegation's meetings. */
    NOTES_TAKE,
    /** Hand a meeting's notes to the secretariat. */
    NOTES_HAND,
    /** Bulletins, drafts, answers to opinions. */
    BULLETIN_EDIT,
    /** Approve bulletins. */
    BULLETIN_APPROVE,
    /** The hall board. */
    BOARD_SHOW,
    /** The whole record of acts. */
    RECORD_READ,
    /** Accounts and roles. */
    ACCOUNT_MANAGE,
    /** The demo's personas, clock and autoplay; only under --demo. */
    DEMO_PLAY
}
