-- Organisations that handle what is assigned to them; roles are held in them as in bodies.
create table organ (
    id          text primary key check (id like 'organ-%'),
    name_zh     text not null unique,
    name_en     text not null,
    coordinates boolean not null,              -- checks what other departments answer
    demo        boolean not null,
    ordinal     int generated always as identity
);
