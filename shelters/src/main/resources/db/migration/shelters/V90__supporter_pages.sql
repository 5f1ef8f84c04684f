-- Who chose the web has a page of their own: its contact holds the hash of what opens it, never the secret.
alter table shelters.contact add column opened_at timestamptz; -- when that page was last opened
