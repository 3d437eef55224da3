-- How a person leaves: what records said of them is blanked in every version, and nothing else can change a version.

create index records_by_owner_alone on records (tenant_id, owner);
create index audit_lines_by on audit_lines (tenant_id, by);
create index sessions_by_member on sessions (tenant, member);

-- Whoever does not own the table may blank a version and do nothing else to it, so that history is only ever added to, or
-- blanked; that it was blanked stands in the audit.
create function only_blanked() returns trigger language plpgsql as $$
begin
  if not pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'usage')
    and (new.body::text <> 'null' or new.owner is not null) then
    raise exception 'a version of a record is blanked and never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger only_blanked before update on record_versions for each row execute function only_blanked();
grant update (body, owner) on record_versions to cadre_app;
