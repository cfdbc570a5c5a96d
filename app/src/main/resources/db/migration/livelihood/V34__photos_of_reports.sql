-- Which progress report a picture belongs to, if any.
alter table photo
    add report int,
    add foreign key (delivery, report) references report;
