-- The first tables: tenants, packs, records, results, jobs, members, audit, answers and sessions.

-- An instant as the service writes it. As text it is sealed into the audit and compared to the letter; in this form and
-- with this collation the order of texts is the order of time.
create domain instant as text collate "C" check (value ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$');
-- Identifiers, codes and paths, compared byte by byte.
create domain name_text as text collate "C";

create table tenants (
  id name_text primary key,
  name text not null
);

create table pack_versions (
  tenant_id name_text not null references tenants,
  version integer not null check (version > 0),
  hash text not null,
  by name_text not null,
  at instant not null,
  summary text not null,
  primary key (tenant_id, version)
);

-- One row per change of a file; a text of null is its removal.
create table pack_files (
  tenant_id name_text not null,
  path name_text not null,
  version integer not null,
  text text,
  primary key (tenant_id, path, version),
  foreign key (tenant_id, version) references pack_versions
);
create index pack_files_by_version on pack_files (tenant_id, version);

-- Every version of every record.
create table record_versions (
  tenant_id name_text not null references tenants,
  kind name_text not null,
  id name_text not null,
  version integer not null check (version > 0),
  place name_text,
  owner name_text,
  party name_text,
  state name_text not null,
  body json not null,
  changed_by name_text not null,
  changed_at instant not null,
  is_removed boolean not null,
  primary key (tenant_id, kind, id, version)
);

-- The newest version of each record, with what lists are filtered by.
create table records (
  tenant_id name_text not null,
  kind name_text not null,
  id name_text not null,
  version integer not null,
  place name_text,
  owner name_text,
  party name_text,
  state name_text not null,
  is_removed boolean not null,
  primary key (tenant_id, kind, id),
  foreign key (tenant_id, kind, id, version) references record_versions
);
create index records_by_place on records (tenant_id, kind, place);
create index records_by_owner on records (tenant_id, kind, owner);
create index records_by_party on records (tenant_id, kind, party);

create table results (
  tenant_id name_text not null references tenants,
  key name_text not null,
  name name_text not null,
  text text not null,
  primary key (tenant_id, key, name)
);

create table jobs (
  tenant_id name_text not null references tenants,
  id name_text not null,
  kind name_text not null,
  state name_text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  step text not null,
  share_done double precision not null check (share_done between 0 and 1),
  place name_text not null,
  by name_text not null,
  submitted_at instant not null,
  started_at instant,
  ended_at instant,
  request json not null,
  result_key name_text not null,
  problems json not null,
  primary key (tenant_id, id)
);
create index jobs_by_time on jobs (tenant_id, submitted_at);

create table members (
  tenant_id name_text not null references tenants,
  id name_text not null,
  role name_text not null,
  place name_text not null,
  supplier name_text,
  display_name text not null,
  issuer name_text not null,
  subject name_text not null,
  is_disabled boolean not null,
  primary key (tenant_id, id),
  constraint members_one_role_once unique nulls not distinct (tenant_id, issuer, subject, role, place, supplier)
);

-- One row per tenant. Whoever changes anything of a tenant locks its row first, so lines have no hole between them.
create table audit_heads (
  tenant_id name_text primary key references tenants,
  sequence integer not null check (sequence >= 0),
  hash text not null
);

create table audit_lines (
  tenant_id name_text not null references tenants,
  sequence integer not null check (sequence > 0),
  by name_text not null,
  at instant not null,
  action name_text not null,
  resource name_text not null,
  place name_text,
  summary text not null,
  subject name_text not null,
  content_hash text,
  hash text not null,
  primary key (tenant_id, sequence)
);

create table answers (
  tenant_id name_text not null references tenants,
  member name_text not null,
  key name_text not null,
  request_hash text not null,
  at instant not null,
  status integer,
  headers json,
  body text,
  primary key (tenant_id, member, key)
);
create index answers_by_time on answers (tenant_id, at);

-- Asked before a tenant is known, so outside of tenants; it holds no more than hashes of secrets.
create table sessions (
  secret_hash name_text primary key,
  tenant name_text not null references tenants,
  member name_text not null,
  csrf_token text not null,
  created_at instant not null,
  used_at instant not null
);
create index sessions_by_use on sessions (used_at);

-- The database keeps tenants apart by itself: without a tenant set there is no row, with one there is no other's.
do $$
declare
  one text;
begin
  foreach one in array array[
    'pack_versions', 'pack_files', 'record_versions', 'records', 'results', 'jobs', 'members', 'audit_heads',
    'audit_lines', 'answers'
  ] loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format(
      'create policy one_tenant on %I using (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))'
      ' with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), ''''))', one);
  end loop;
end
$$;

-- What is history is only ever added to.
grant select, insert on tenants, pack_versions, pack_files, record_versions, audit_lines to cadre_app;
grant select, insert, update on records, jobs, members, audit_heads to cadre_app;
grant select, insert, update, delete on results, answers, sessions to cadre_app;
grant select on schema_migrations to cadre_app;
