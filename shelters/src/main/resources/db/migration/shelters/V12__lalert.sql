-- What L-Alert was told, revision by revision, and what it answered.
create table shelters.lalert_report (
  id          bigint generated always as identity primary key,
  document    uuid not null,
  revision    int not null,
  content     jsonb not null,              -- SheltersReport
  made_at     timestamptz not null,
  state       text not null,               -- SubmittedReport.State
  detail      text not null default '',
  answered_at timestamptz,
  unique (document, revision)
);
