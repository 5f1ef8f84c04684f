-- Finds cards by the beginning of a name, or by the district of a household: equal values have equal marks, and without the key nothing shows.
-- A name that was corrected is still found by its former spelling.
create table shelters.card_mark (
  mark   text not null,
  record uuid not null,                  -- an evacuee, or a household
  primary key (mark, record)
);
