-- On the open network an image turned out to hold what isn't public: it went, with what it was called (A4). That one came is told until somebody has seen it.
alter table waiting_disc add column misplaced bigint not null default 0;
