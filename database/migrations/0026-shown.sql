-- Lists ask each event for the occurrence it is shown by: of a series that has hundreds, the first that is not over.
create index occurrence_shown_of on information.occurrence (event_id, shown_until) where shown_from < shown_until;

-- A page shows the next few dates of a series, wherever those of others lie.
create index occurrence_of_event on information.occurrence (event_id, starts_at);
