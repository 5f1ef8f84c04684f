-- When a tablet last asked for name after name of people the register does not know.
alter table console.tablet add column probed_at timestamptz;
