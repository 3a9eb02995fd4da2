-- Discs made by hand that come as images (B25): each image until its files have been taken out, and the end of the key of what was wrong with the last.
create table hand_made_image (
    hand_made_id text not null,
    file_id text not null,
    primary key (hand_made_id, file_id)
);
alter table hand_made add column image_fault text not null default '';
