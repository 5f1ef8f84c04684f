-- Messages written for one recipient each (a supporter is asked, a resident is answered) stand under a decision of their own. It is
-- no text anybody drafts, corrects or reads as a whole, so it is in no list of dispatches.
alter table core.dispatch add column individual boolean not null default false;
create unique index dispatch_individual on core.dispatch (mode, thread) where individual;

-- Outcomes are recorded while the renderings of a dispatch are locked: there are thousands now.
create index rendering_dispatch on core.rendering (dispatch_id, medium);
