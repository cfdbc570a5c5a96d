-- Delegation meetings: heads and groups, notes of what was said, bulletins, opinions on drafts and what became of them.
-- A delegation and a group are bodies of the kernel; here is what only a congress knows of them.
create table delegation_officer (
    body       text not null,                   -- the delegation or group
    post       text not null check (post in ('HEAD', 'DEPUTY_HEAD', 'CONVENER')),
    place      int  not null,
    member     text not null,                   -- member number in the congress
    sitting    text not null,                   -- the meeting that chose
    approvals  int  not null,
    members    int  not null,                   -- all members of the body then
    decided_at timestamptz not null,
    primary key (body, post, member)
);

-- Who takes notes for a delegation or group; the role that lets them is held by their account.
create table note_taker (
    body     text not null,
    congress text not null,
    member   text not null,
    primary key (body, member)
);

-- What is deliberated: a report, a draft, an item of the agenda.
create table deliberated (
    id      uuid primary key,
    session text not null references session,
    number  int  not null,                      -- order in the session, from 1
    kind    text not null check (kind in ('REPORT', 'DRAFT', 'AGENDA_ITEM')),
    title   text not null,
    unique (session, number)
);
-- Its text, every version of it, by paragraphs.
create table deliberated_text (
    item       uuid not null references deliberated,
    version    int  not null,
    paragraphs text[] not null,
    because    text not null,
    at         timestamptz not null,
    actor      text not null,
    primary key (item, version)
);

-- What one speaker said on one subject in a meeting.
create table note (
    id           uuid primary key,              -- chosen by who types: sent twice it is stored once
    session      text not null references session,
    sitting      text not null,
    body         text not null,                 -- the delegation or group that met
    delegation   text not null,                 -- the delegation's body
    place        int  not null,                 -- order in the meeting, from 1
    speaker      text not null,                 -- member number in the congress; empty for a guest
    guest        text not null,                 -- name and office of a guest 列席人员; empty for a member
    item         uuid references deliberated,
    text_version int,                           -- the version of the item's text that was spoken to
    topic        text not null,                 -- the subject in words where it is no listed item
    paragraph    int,
    kind         text not null check (kind in ('APPROVAL', 'OPINION', 'SUGGESTION', 'CRITICISM', 'AMENDMENT')),
    words        text not null,
    wording      text not null,                 -- proposed wording of the paragraph
    withdrawn    boolean not null default false,
    version      int  not null,
    changed_at   timestamptz not null,
    changed_by   text not null,                 -- account
    confirmed    int,                           -- the version that the speaker confirmed
    unique (sitting, place)
);
create index note_session on note (session, delegation);
create index note_speaker on note (session, speaker);
create index note_item on note (item, paragraph);
create table note_version (
    note       uuid not null references note,
    version    int  not null,
    way        text not null check (way in ('TYPED', 'CORRECTED_BY_SPEAKER', 'WITHDRAWN')),
    who        text not null,                   -- whose words: speaker or guest
    kind       text not null,
    words      text not null,
    wording    text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (note, version)
);
-- A meeting's notes handed to the secretariat by the head.
create table note_handing (
    sitting text primary key,
    session text not null references session,
    body    text not null,
    notes   int  not null,
    at      timestamptz not null,
    actor   text not null
);

-- 简报.
create table bulletin (
    id           uuid primary key,
    session      text not null references session,
    number       int,                           -- 第n期, given at publication: without gaps
    title        text not null,
    basis        text not null check (basis in ('DELEGATION', 'TOPIC')),
    about        text not null,                 -- the delegation's body, or the item's id
    reach        text not null check (reach in ('DEPUTIES', 'PRESIDIUM', 'SECRETARIAT')),
    state        text not null check (state in ('DRAFT', 'FOR_APPROVAL', 'APPROVED', 'PUBLISHED', 'RECALLED', 'DISCARDED')),
    version      int  not null,
    because      text not null default '',      -- why it was sent back, recalled or discarded
    approved_by  text not null default '',      -- name, as printed
    published_at timestamptz,
    created_at   timestamptz not null,
    unique (session, number),
    check ((number is not null) = (state in ('PUBLISHED', 'RECALLED')))
);
create table bulletin_number (
    session text primary key references session,
    last    int not null
);
create table excerpt (
    id           uuid primary key,
    bulletin     uuid not null references bulletin,
    note         uuid not null references note,
    note_version int  not null,                 -- the version it was taken from
    place        int  not null,
    words        text not null,
    version      int  not null,
    unique (bulletin, note)
);
create table excerpt_version (
    excerpt    uuid not null,
    version    int  not null,
    words      text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (excerpt, version)
);

-- What became of an opinion.
create table answer (
    note        uuid primary key references note,
    result      text not null check (result in ('ADOPTED', 'PARTLY_ADOPTED', 'NOT_ADOPTED', 'PASSED_ON')),
    reason      text not null,
    text_version int,                           -- the version of the draft in which it is taken up
    version     int  not null,
    at          timestamptz not null,
    actor       text not null
);
create table answer_version (
    note    uuid not null references note,
    version int  not null,
    result  text not null,
    reason  text not null,
    text_version int,
    at      timestamptz not null,
    actor   text not null,
    primary key (note, version)
);
