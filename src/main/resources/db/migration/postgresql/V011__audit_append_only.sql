-- Append-only: no row goes, and a row changes once, when it is sealed.
create function audit_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.seq is null and new.seq is not null and new.previous is not null and new.hash is not null
       and (new.id, new.at, new.business_at, new.actor, new.department, new.what, new.subject, new.outcome, new.details, new.address)
           is not distinct from
           (old.id, old.at, old.business_at, old.actor, old.department, old.what, old.subject, old.outcome, old.details, old.address)
    then
        return new;
    end if;
    raise exception 'the audit trail is append-only';
end $$;

create trigger audit_entry_stays before update or delete on audit_entry for each row execute function audit_append_only();
create trigger audit_entry_is_not_emptied before truncate on audit_entry for each statement execute function audit_append_only();
