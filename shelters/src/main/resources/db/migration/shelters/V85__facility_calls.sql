-- Facilities are telephoned too. A call is about a case, or about a facility in a response.
alter table shelters.phone_call
  alter column case_id drop not null,
  add column response uuid references shelters.response,  -- null: about a case
  add constraint phone_call_about check (num_nonnulls(case_id, response) = 1);
create index phone_call_facility on shelters.phone_call (response, callee) where response is not null;

-- What a facility was asked about, and by which media.
alter table shelters.facility_asked
  add column district text not null default '',
  add column hazard   text not null default 'OTHER',
  add column media    text[] not null default '{}';
alter table shelters.facility_asked
  alter column district drop default, alter column hazard drop default, alter column media drop default;
