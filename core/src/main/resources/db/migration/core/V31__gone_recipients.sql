-- Who left a medium is looked for every few seconds; there are never many.
create index delivery_outcome_gone on core.delivery_outcome (at) where outcome = 'RECIPIENT_GONE';
