-- What was printed from data (sign-in sheets, minutes, results): one row for each different content, with the code that
-- stands on the paper; each file once, so that whoever asks again gets the same bytes.
create table print (
    id         uuid primary key,
    kind       text not null,
    subject    text not null,
    title      text not null,
    sha256     char(64) not null,            -- over the content without its last line, which holds this very hash
    code       text not null unique,         -- verification code as printed
    demo       boolean not null,
    printed_at timestamptz not null,
    unique (subject, kind, sha256)
);
create table print_file (
    print   uuid not null references print,
    output  text not null check (output in ('PDF', 'DOCX')),
    sha256  char(64) not null,
    content bytea not null,
    primary key (print, output)
);
create index print_file_hash on print_file (sha256);
