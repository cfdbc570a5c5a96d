-- Where the standing committee's decisions on projects were reported: a plenary, once each.
create table decision_report (
    delivery uuid not null,
    number   int  not null,
    meeting  text not null,
    day      date not null,
    primary key (delivery, number),
    foreign key (delivery, number) references decision
);
