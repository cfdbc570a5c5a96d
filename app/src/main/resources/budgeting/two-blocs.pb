META
key;value
description;多数与少数（演示）：十二人要甲乙丙，八人要丁戊
country;Worldwide
unit;演示
instance;toy
num_projects;5
num_votes;20
budget;100
vote_type;approval
rule;unknown
date_begin;2026
date_end;2026
PROJECTS
project_id;cost;votes;name;latitude;longitude;name_en
a;30;12;甲;0.2;0.1;Project A
b;30;12;乙;0.3;0.3;Project B
c;30;12;丙;0.1;0.4;Project C
d;20;8;丁;0.7;0.8;Project D
e;20;8;戊;0.9;0.6;Project E
VOTES
voter_id;vote;district
1;a,b,c;一区
2;a,b,c;一区
3;a,b,c;一区
4;a,b,c;一区
5;a,b,c;一区
6;a,b,c;一区
7;a,b,c;一区
8;a,b,c;一区
9;a,b,c;一区
10;a,b,c;一区
11;a,b,c;一区
12;a,b,c;一区
13;d,e;二区
14;d,e;二区
15;d,e;二区
16;d,e;二区
17;d,e;二区
18;d,e;二区
19;d,e;二区
20;d,e;二区
