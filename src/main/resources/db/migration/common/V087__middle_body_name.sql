-- A department's bodies are told apart by their names (B7): no two of one name, whatever its case, width and spaces. The program makes the key.
-- A second of the very same name, from before, is called by the beginning of its id too, so that its department can tell the two and rename one.
update middle_body set name = name || '（' || substr(id, 1, 8) || '）'
 where id <> (select min(o.id) from middle_body o where o.department = middle_body.department and o.name = middle_body.name);
alter table middle_body add column name_key text not null default '';
update middle_body set name_key = name;
create unique index middle_body_by_name on middle_body (department, name_key);
