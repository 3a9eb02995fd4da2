-- On the open network a form said that there is something non-public on the disc: nothing of it may lie here (A4). That it came stays.
alter table hand_made add column misplaced_at bigint;
