-- Who was reached by push until their telephone did not know us any more: staff have to ask for a new way.
create table shelters.contact_gone (
  mode    text not null,
  kind    text not null,                       -- ContactKind
  subject uuid not null,
  medium  text not null,
  at      timestamptz not null,
  primary key (mode, kind, subject, medium)
);
