-- What was wrong with an outline as it came in, and where; null = nothing.
alter table gis.district add column mended text;
