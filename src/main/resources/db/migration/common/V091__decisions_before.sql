-- What was decided before there were notices of it was told otherwise, and is no news to those who were there.
insert into decision_reading (decision_id, kind, account, read_at)
select d.id, d.kind, a.id, d.said_at
  from (select p.id, 'permit' as kind, p.department_id, p.granted_at as said_at from permit p
        union all
        select p.id, 'permit-back' as kind, p.department_id, w.withdrawn_at as said_at from permit p join permit_withdrawal w on w.permit_id = p.id
        union all
        select g.id, 'exception' as kind, g.department_id, g.granted_at as said_at from exception_grant g
        union all
        select g.id, 'exception-back' as kind, g.department_id, v.revoked_at as said_at
          from exception_grant g join exception_revocation v on v.grant_id = g.id) d
  join account a on a.department = d.department_id
 where not exists (select 1 from decision_reading r where r.decision_id = d.id and r.kind = d.kind and r.account = a.id);
