-- Under which number a 要配慮者利用施設 is telephoned: as its list says, unless staff wrote another one, such as the night's.
alter table gis.facility
  add column phone text generated always as
    (coalesce(details ->> '電話番号', details ->> '電話', details ->> 'TEL', details ->> '連絡先電話番号', details ->> 'phone')) stored;

-- No reference to gis.facility: what staff wrote outlasts the edition of a list in which the facility was left out.
create table gis.facility_phone (
  facility uuid primary key,                  -- gis.facility
  number   text,                              -- null: it is not telephoned by the hub
  by       text not null,                     -- account
  at       timestamptz not null
);
