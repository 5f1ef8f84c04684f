-- Where somebody who reported is stands sealed with the rest of what they wrote.
alter table shelters.report drop column place;
