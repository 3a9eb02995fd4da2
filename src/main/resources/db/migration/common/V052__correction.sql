-- A file that was taken away and put back has stayed twice: the first stay is a row of its own that names the present one (B4).
alter table achievement_file add column past_of text;

-- A return names what is to be corrected, and may have a day of its own (B19).
-- field ids of the call and codes of slots, one on each line
alter table handover add column places text not null default '';
-- ISO day, the last on which it may come back; empty for none
alter table handover add column until text not null default '';
