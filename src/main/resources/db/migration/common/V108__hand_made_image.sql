-- Discs made by hand that come as images (B25): each image until its files have been taken out, and the end of the key of what was wrong
-- with one until somebody has read it; the virus check holds one that is 'held'.
create table hand_made_image (
    hand_made_id text not null,
    file_id      text not null,
    fault        text not null default '',
    primary key (hand_made_id, file_id)
);
