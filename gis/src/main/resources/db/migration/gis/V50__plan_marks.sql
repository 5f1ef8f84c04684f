-- What a plan says gets a mark (a keyed hash of it): whoever opens it knows that it is what was written. Contents are bound to
-- their plan from now on. What drills had written before cannot be opened any more.
delete from gis.plan;
alter table gis.plan add column mark bytea not null;
alter table gis.plan_version add column mark bytea not null;

-- Versions stay as they were written. Only a renewal of keys may seal them again: the length and the mark tell that the content is
-- the same, and nothing else may differ.
drop trigger plan_version_stands on gis.plan_version;
create or replace function gis.refuse_plan_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('noroshi.key_renewal', true), '') = 'on'
     and length(new.content) = length(old.content)
     and to_jsonb(new) - 'content' = to_jsonb(old) - 'content' then
    return new;
  end if;
  raise exception 'versions of plans are append-only';
end $$;
create trigger plan_version_stands before update on gis.plan_version
  for each row execute function gis.refuse_plan_change();
