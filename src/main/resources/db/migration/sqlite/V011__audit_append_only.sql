-- Append-only: no row goes, and a row changes once, when it is sealed.
create trigger audit_entry_stays before delete on audit_entry
begin
    select raise(abort, 'the audit trail is append-only');
end;

create trigger audit_entry_is_sealed_once before update on audit_entry
when old.seq is not null or new.seq is null or new.previous is null or new.hash is null
  or new.id is not old.id or new.at is not old.at or new.business_at is not old.business_at or new.actor is not old.actor
  or new.department is not old.department or new.what is not old.what or new.subject is not old.subject
  or new.outcome is not old.outcome or new.details is not old.details or new.address is not old.address
begin
    select raise(abort, 'the audit trail is append-only');
end;
