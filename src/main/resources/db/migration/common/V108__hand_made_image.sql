-- A disc made by hand that came as an image (B25): the image until its files have been taken out, and the key of what was wrong with it.
alter table hand_made add column image_id text;
alter table hand_made add column image_fault text not null default '';
