-- A return names what is to be corrected, and may have a day of its own (B19).
-- field ids of the call and codes of slots, one on each line
alter table handover add column places text not null default '';
-- ISO day, the last on which it may come back; empty for none
alter table handover add column until text not null default '';
