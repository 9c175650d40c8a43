-- Identity: what the ground policies left to this part.

ALTER TABLE "Session" ADD COLUMN "lockedAt" TIMESTAMPTZ(3);

-- Sign-in methods are taken away at the door, after the person has shown again that it is them.
GRANT DELETE ON "Authenticator", "ExternalIdentity" TO door;

-- The providers somebody may link: those of the organisations they belong to.
CREATE POLICY members_see ON "IdentityProvider" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]));

-- Joining with a code that belongs to a cohort gives a place in it, or on its waiting list when it is full. The door cannot reach cohorts:
-- this does one thing, for a person who has just become a mentor there, with a code that is open. The cohort's row is the lock.
CREATE FUNCTION app.join_cohort_of_code(person uuid, code uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place "Cohort"; taken bigint;
BEGIN
  SELECT c.* INTO place FROM "JoinCode" j JOIN "Cohort" c ON c.id = j."cohortId" AND c."organisationId" = j."organisationId"
    WHERE j.id = code AND j."closedAt" IS NULL AND j."expiresAt" > app.now() AND c."closedAt" IS NULL
      AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = person AND m."organisationId" = j."organisationId" AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt"))
    FOR UPDATE OF c;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT count(*) INTO taken FROM "CohortMember" WHERE "cohortId" = place.id AND part = 'learner' AND "placedAt" IS NOT NULL AND "leftAt" IS NULL;
  INSERT INTO "CohortMember" ("organisationId", "cohortId", "personId", part, "askedAt", "placedAt")
    VALUES (place."organisationId", place.id, person, 'learner', app.now(), CASE WHEN taken < place.places THEN app.now() END)
    ON CONFLICT ("cohortId", "personId") DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION app.join_cohort_of_code(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.join_cohort_of_code(uuid, uuid) TO door;
