-- Who may see what, on the ground floor. Tables belong to `owner` and have row-level security enabled, not forced: `app`, `door` and
-- `system` own nothing and cannot bypass, so the policies bind them wholly, while the helper functions below (SECURITY DEFINER, owned by
-- `owner`) may look at memberships without recursing. A table without a policy shows nothing to anybody.

DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.tablename);
  END LOOP;
END $$;

-- ── Who is looking ──────────────────────────────────────────────────────────────────────────────────────────────────

-- The person looking, set for one transaction by `read` and `change`. Null: nobody, and nothing exists.
CREATE FUNCTION app.viewer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.viewer', true), '')::uuid
$$;

-- The mentee on a short visit, set likewise.
CREATE FUNCTION app.visitor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.visitor', true), '')::uuid
$$;

CREATE FUNCTION app.is_current(starts timestamptz, ends timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT starts <= app.now() AND (ends IS NULL OR ends > app.now())
$$;

-- The organisations in which the viewer holds one of these roles now; with none named, any role.
CREATE FUNCTION app.my_organisations(roles "Role"[] DEFAULT '{}') RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m."organisationId"), '{}') FROM "Membership" m
  WHERE m."personId" = app.viewer() AND app.is_current(m."startsAt", m."endsAt") AND (roles = '{}' OR m.role = ANY (roles))
$$;

-- The setting of the mentee on a visit.
CREATE FUNCTION app.visitor_organisation() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "organisationId" FROM "Mentee" WHERE id = app.visitor()
$$;

-- Adults young people may know of: those they can turn to.
CREATE FUNCTION app.roles_to_turn_to() RETURNS "Role"[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,trainer}'::"Role"[]
$$;

-- Roles that work with the people of their organisation and so may know who they are.
CREATE FUNCTION app.roles_that_know_people() RETURNS "Role"[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,trainer,programme_lead}'::"Role"[]
$$;

-- May the viewer know this person's name? Themself; anybody of an organisation they work with the people of (also those who have left,
-- so that old records keep their names); and the adults of their own organisation they can turn to.
CREATE FUNCTION app.knows(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT person = app.viewer() OR EXISTS (
    SELECT FROM "Membership" mine JOIN "Membership" theirs ON theirs."organisationId" = mine."organisationId"
    WHERE mine."personId" = app.viewer() AND app.is_current(mine."startsAt", mine."endsAt") AND theirs."personId" = person
      AND (mine.role = ANY (app.roles_that_know_people()) OR (mine.role <> 'evaluator' AND theirs.role = ANY (app.roles_to_turn_to()))))
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO app, system;
GRANT EXECUTE ON FUNCTION app.now(), app.is_current(timestamptz, timestamptz) TO door;

-- ── The migrations' own table ───────────────────────────────────────────────────────────────────────────────────────
-- `/readyz` asks whether the newest migration is in.
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN -- not there in the shadow database that writes the next migration
    CREATE POLICY system_reads ON "_prisma_migrations" FOR SELECT TO system USING (true);
    GRANT SELECT ON "_prisma_migrations" TO system;
  END IF;
END $$;

-- ── Organisations ───────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON "Organisation", "Membership", "Term" TO app, system;
GRANT SELECT ON "Organisation" TO door;

-- Yours; those your delivery site supports (their name, not their rows); the one that supports yours; the one you visit.
CREATE FUNCTION app.organisations_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(o.id), '{}') FROM "Organisation" o
  WHERE o.id = ANY (app.my_organisations()) OR o."supportedById" = ANY (app.my_organisations('{programme_lead,trainer,assessor,quality_assurer}'))
     OR EXISTS (SELECT FROM "Organisation" mine WHERE mine.id = ANY (app.my_organisations()) AND mine."supportedById" = o.id)
     OR o.id = app.visitor_organisation()
$$;
REVOKE ALL ON FUNCTION app.organisations_in_view() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.organisations_in_view() TO app;
CREATE POLICY in_view ON "Organisation" FOR SELECT TO app USING (id = ANY ((SELECT app.organisations_in_view())::uuid[]));
CREATE POLICY at_the_door ON "Organisation" FOR SELECT TO door USING (true);
-- A new organisation has no members who could see it being made: the house makes it (found-setting, set-up-first-organisation).
GRANT INSERT ON "Organisation", "Invitation" TO system;
CREATE POLICY jobs ON "Organisation" TO system USING (true) WITH CHECK (true);
CREATE POLICY first ON "Invitation" FOR INSERT TO system WITH CHECK ("invitedById" IS NULL);

-- Memberships: your own; everybody's where you know people; and, for the young, those of the adults they can turn to, while they last.
CREATE POLICY own ON "Membership" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY where_i_know_people ON "Membership" FOR SELECT TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_know_people()))::uuid[]));
CREATE POLICY adults_to_turn_to ON "Membership" FOR SELECT TO app
  USING (role = ANY (app.roles_to_turn_to()) AND app.is_current("startsAt", "endsAt")
    AND ("organisationId" = ANY ((SELECT app.my_organisations('{mentor,trainee_trainer,assessor,quality_assurer}'))::uuid[]) OR "organisationId" = (SELECT app.visitor_organisation())));
CREATE POLICY jobs ON "Membership" FOR SELECT TO system USING (true);
-- Giving and ending a membership (which role to whom is a table in modules/organisations/roles-given.ts).
CREATE FUNCTION app.organisations_i_staff() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(o.id), '{}') FROM "Organisation" o
  WHERE o.id = ANY (app.my_organisations('{coordinator,programme_lead,head}')) OR o."supportedById" = ANY (app.my_organisations('{programme_lead}'))
$$;
REVOKE ALL ON FUNCTION app.organisations_i_staff() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.organisations_i_staff() TO app;
GRANT INSERT ON "Membership" TO app;
GRANT UPDATE ("endsAt", "endedById") ON "Membership" TO app;
CREATE POLICY given ON "Membership" FOR INSERT TO app
  WITH CHECK ("organisationId" = ANY ((SELECT app.organisations_i_staff())::uuid[]) AND "givenById" = (SELECT app.viewer()));
CREATE POLICY ended ON "Membership" FOR UPDATE TO app
  USING ("organisationId" = ANY ((SELECT app.organisations_i_staff())::uuid[]))
  WITH CHECK ("endedById" = (SELECT app.viewer()));

CREATE POLICY members ON "Term" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]));
CREATE POLICY jobs ON "Term" FOR SELECT TO system USING (true);
GRANT INSERT, UPDATE, DELETE ON "Term" TO app;
CREATE POLICY coordinators_add ON "Term" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));
CREATE POLICY coordinators_change ON "Term" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));
CREATE POLICY coordinators_remove ON "Term" FOR DELETE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));

-- ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Those you know.
GRANT SELECT ON "Person" TO app, system;
CREATE POLICY known ON "Person" FOR SELECT TO app USING (app.knows(id));
CREATE POLICY jobs ON "Person" FOR SELECT TO system USING (true);

GRANT SELECT ON "SignInName" TO app;
CREATE POLICY own ON "SignInName" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));

-- ── At the door: identity, and nothing else ─────────────────────────────────────────────────────────────────────────
-- What happens before there is a viewer. `door` reaches these tables only; atTheDoor(purpose) names why, each time.
GRANT SELECT, INSERT ON "Person", "SignInName" TO door;
GRANT SELECT, INSERT, UPDATE ON "Password", "Passkey", "Authenticator", "RecoveryCode", "Session", "ExternalIdentity", "Ceremony", "Invitation", "JoinCode", "Stash", "MenteeVisit" TO door;
GRANT SELECT ON "Membership", "IdentityProvider", "MenteeCode" TO door;
GRANT DELETE ON "Stash", "Ceremony", "Passkey", "RecoveryCode" TO door;
GRANT SELECT, INSERT, UPDATE, DELETE ON "RateLimit" TO door;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{Person,SignInName,Password,Passkey,Authenticator,RecoveryCode,Session,ExternalIdentity,Ceremony,Invitation,JoinCode,Stash,IdentityProvider,MenteeCode,MenteeVisit,RateLimit}'::text[] LOOP
    EXECUTE format('CREATE POLICY at_the_door ON %I TO door USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- A membership is made at the door only by taking up an invitation or joining with a code.
CREATE POLICY at_the_door ON "Membership" FOR SELECT TO door USING (true);
GRANT INSERT ON "Membership" TO door;
CREATE POLICY invited ON "Membership" FOR INSERT TO door WITH CHECK (
  EXISTS (SELECT FROM "Invitation" i WHERE i."acceptedById" = "personId" AND i."organisationId" = "Membership"."organisationId" AND i.role = "Membership".role)
  OR (role = 'mentor' AND EXISTS (SELECT FROM "JoinCode" j WHERE j."organisationId" = "Membership"."organisationId" AND j."closedAt" IS NULL AND j."expiresAt" > app.now())));

-- A signed-in person sees their own sign-in methods and devices, and ends them.
GRANT SELECT ON "Passkey", "Session", "ExternalIdentity" TO app;
GRANT SELECT ("personId", "confirmedAt") ON "Authenticator" TO app;
GRANT SELECT ("id", "personId", "usedAt") ON "RecoveryCode" TO app;
GRANT SELECT ("personId", "changedAt") ON "Password" TO app;
GRANT UPDATE ("endedAt") ON "Session" TO app;
CREATE POLICY own ON "Passkey" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own ON "Session" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own_ended ON "Session" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own ON "ExternalIdentity" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own ON "Authenticator" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own ON "RecoveryCode" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own ON "Password" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));

-- Invitations, join codes and the setting's own sign-in are the coordinator's.
GRANT SELECT ("id", "organisationId", "role", "fullName", "email", "invitedById", "invitedAt", "expiresAt", "acceptedAt", "acceptedById", "withdrawnAt"), INSERT ON "Invitation" TO app;
GRANT UPDATE ("withdrawnAt") ON "Invitation" TO app;
GRANT SELECT ("id", "organisationId", "cohortId", "places", "madeById", "madeAt", "expiresAt", "closedAt"), INSERT ON "JoinCode" TO app;
GRANT UPDATE ("closedAt") ON "JoinCode" TO app;
GRANT SELECT ("id", "organisationId", "name", "issuer", "clientId", "tenant", "createdAt"), INSERT ON "IdentityProvider" TO app;
CREATE POLICY coordinators_see ON "Invitation" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.organisations_i_staff())::uuid[]));
CREATE POLICY coordinators_invite ON "Invitation" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.organisations_i_staff())::uuid[]) AND "invitedById" = (SELECT app.viewer()) AND "acceptedAt" IS NULL);
CREATE POLICY coordinators_withdraw ON "Invitation" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.organisations_i_staff())::uuid[]));
CREATE POLICY staff_see ON "JoinCode" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer}'))::uuid[]));
CREATE POLICY staff_make ON "JoinCode" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer}'))::uuid[]) AND "madeById" = (SELECT app.viewer()));
CREATE POLICY staff_close ON "JoinCode" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer}'))::uuid[]));
CREATE POLICY coordinators_see ON "IdentityProvider" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));
CREATE POLICY coordinators_add ON "IdentityProvider" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]));

-- Jobs sweep what has run out, and tell whose session it was.
GRANT SELECT, DELETE ON "Session", "Ceremony", "Stash", "RateLimit", "MenteeVisit" TO system;
CREATE POLICY jobs ON "Session" TO system USING (true);
CREATE POLICY jobs ON "Ceremony" TO system USING (true);
CREATE POLICY jobs ON "Stash" TO system USING (true);
CREATE POLICY jobs ON "RateLimit" TO system USING (true);
CREATE POLICY jobs ON "MenteeVisit" TO system USING (true);

-- ── Keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A wrapped key is of no use without the master key, which is not here; all the same, you reach the keys of your own organisations, and
-- the key of a row only where you may see the row: each domain adds that policy beside its tables (`CREATE POLICY … ON "RowKey"`).
GRANT SELECT ON "WrappingKey" TO app, door, system;
GRANT INSERT ON "WrappingKey" TO door, system;
GRANT UPDATE ("wrapped", "masterKeyId") ON "WrappingKey" TO system;
CREATE POLICY mine ON "WrappingKey" FOR SELECT TO app USING (
  "organisationId" = ANY ((SELECT app.my_organisations())::uuid[]) OR "organisationId" = (SELECT app.visitor_organisation()));
CREATE POLICY house ON "WrappingKey" TO door USING ("organisationId" IS NULL) WITH CHECK ("organisationId" IS NULL);
CREATE POLICY jobs ON "WrappingKey" TO system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON "RowKey" TO app, system;
GRANT UPDATE ("wrappingKeyId", "wrapped"), DELETE ON "RowKey" TO system;
CREATE POLICY mine ON "RowKey" FOR INSERT TO app WITH CHECK (EXISTS (SELECT FROM "WrappingKey" k WHERE k.id = "wrappingKeyId"));
CREATE POLICY jobs ON "RowKey" TO system USING (true) WITH CHECK (true);

-- ── Acts ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Written by whoever acts, in their own name; read by themselves (their own), and by jobs. Nobody changes or deletes one.
GRANT SELECT, INSERT ON "Act" TO app, system;
GRANT INSERT ON "Act" TO door;
CREATE POLICY own ON "Act" FOR SELECT TO app USING ("byId" = (SELECT app.viewer()));
CREATE POLICY in_own_name ON "Act" FOR INSERT TO app WITH CHECK (
  ("byId" = (SELECT app.viewer()) AND ("organisationId" IS NULL OR "organisationId" = ANY ((SELECT app.organisations_in_view())::uuid[])))
  OR ("byId" IS NULL AND "organisationId" = (SELECT app.visitor_organisation())));
CREATE POLICY at_the_door ON "Act" FOR INSERT TO door WITH CHECK (true);
CREATE POLICY jobs_see ON "Act" FOR SELECT TO system USING (true);
CREATE POLICY jobs_write ON "Act" FOR INSERT TO system WITH CHECK (true);
