-- The same rules, asked of many at once. Nothing here lets anybody see more, or less.

-- ── Too near to look over ───────────────────────────────────────────────────────────────────────────────────────────
-- Of these learners, those the viewer stands too near to look over, and how. A list asks it once: a call for each row cost more than the list.
CREATE FUNCTION app.near(learners uuid[]) RETURNS TABLE (learner uuid, how text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM (SELECT one.id, CASE
    WHEN one.id = (SELECT app.viewer()) THEN 'self'
    WHEN EXISTS (SELECT FROM "Decision" d WHERE d."personId" = one.id AND d."byId" = (SELECT app.viewer())) THEN 'decided'
    WHEN EXISTS (SELECT FROM "Registration" r JOIN "Evidence" e ON e."registrationId" = r.id WHERE r."personId" = one.id AND e."byId" = (SELECT app.viewer())) THEN 'wrote'
    WHEN EXISTS (SELECT FROM "CohortMember" theirs JOIN "CohortMember" mine ON mine."cohortId" = theirs."cohortId"
      WHERE theirs."personId" = one.id AND theirs.part = 'learner' AND mine."personId" = (SELECT app.viewer()) AND mine.part = 'trainer') THEN 'taught'
    -- Somebody who never decided anything did not decide on the course of this learner: said first, before thousands who learn together are gone through.
    WHEN EXISTS (SELECT FROM "Decision" d WHERE d."byId" = (SELECT app.viewer()))
     AND EXISTS (SELECT FROM "CohortMember" theirs JOIN "CohortMember" others ON others."cohortId" = theirs."cohortId" JOIN "Decision" d ON d."personId" = others."personId"
      WHERE theirs."personId" = one.id AND theirs.part = 'learner' AND others.part = 'learner' AND d."byId" = (SELECT app.viewer())) THEN 'assessed'
  END AS how FROM (SELECT DISTINCT unnest(learners) AS id) one) asked WHERE how IS NOT NULL
$$;
REVOKE ALL ON FUNCTION app.near(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.near(uuid[]) TO app;
CREATE OR REPLACE FUNCTION app.too_near(learner uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.how FROM app.near(ARRAY[$1]) n
$$;

-- ── What waits before a sign-off ────────────────────────────────────────────────────────────────────────────────────
-- Of these learners, those with something that was drawn and not looked at, an action that is open, or a decision that a colleague has to countersign.
CREATE FUNCTION app.wait_for_quality(registrations uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT r.id, r."organisationId" FROM "Registration" r WHERE r.id = ANY (registrations) AND r."organisationId" = ANY ((SELECT app.my_organisations('{quality_assurer}'))::uuid[])),
    alone AS MATERIALIZED (SELECT w."registrationId" FROM app.to_countersign((SELECT array_agg(DISTINCT "organisationId") FROM mine)) w)
  SELECT m.id FROM mine m
  WHERE EXISTS (SELECT FROM "SampledDecision" s WHERE s."registrationId" = m.id AND NOT EXISTS (SELECT FROM "SampleJudgement" j WHERE j."sampledId" = s.id))
    OR EXISTS (SELECT FROM "QualityAction" a WHERE a."registrationId" = m.id AND NOT EXISTS (SELECT FROM "ActionSettling" t WHERE t."actionId" = a.id))
    OR m.id IN (SELECT "registrationId" FROM alone)
$$;
REVOKE ALL ON FUNCTION app.wait_for_quality(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.wait_for_quality(uuid[]) TO app;
CREATE OR REPLACE FUNCTION app.quality_waits(registration uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.wait_for_quality(ARRAY[registration]))
$$;

-- ── Whom assessors and quality assurers know ────────────────────────────────────────────────────────────────────────
-- Who decided in a setting belongs or belonged to it. Looked up by membership: of somebody with thousands of decisions one is enough, where Postgres fetched them all for each name on a page. (OFFSET 0: as a join it fetches them again.)
CREATE OR REPLACE VIEW app.people_assessed WITH (security_barrier) AS
  SELECT r."personId" FROM "Registration" r WHERE r."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT e."byId" FROM "Evidence" e WHERE e."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
  UNION ALL SELECT m."personId" FROM "Membership" m WHERE m."organisationId" = ANY ((SELECT app.my_organisations('{assessor,quality_assurer}'))::uuid[])
    AND EXISTS (SELECT FROM "Decision" d WHERE d."byId" = m."personId" AND d."organisationId" = m."organisationId" OFFSET 0)
  UNION ALL SELECT d."byId" FROM "Decision" d WHERE d."personId" = (SELECT app.viewer())
  UNION ALL SELECT t."byId" FROM "AppealTaking" t WHERE t."personId" = (SELECT app.viewer());

-- ── Readiness ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- It counts the adults of six roles. The thousands who mentor were read and counted with them.
CREATE OR REPLACE FUNCTION app.readiness(setting uuid)
  RETURNS TABLE (leads int, deputies int, heads int, youth_workers int, specialists int, coordinators int, terms int, groups int, cohorts int, targets int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT
    count(DISTINCT m."personId") FILTER (WHERE m.role = 'safeguarding_lead')::int, count(DISTINCT m."personId") FILTER (WHERE m.role = 'deputy_lead')::int,
    count(DISTINCT m."personId") FILTER (WHERE m.role = 'head')::int, count(DISTINCT m."personId") FILTER (WHERE m.role = 'youth_worker')::int,
    count(DISTINCT m."personId") FILTER (WHERE m.role = 'specialist')::int, count(DISTINCT m."personId") FILTER (WHERE m.role = 'coordinator')::int,
    (SELECT count(*) FROM "Term" t WHERE t."organisationId" = setting AND t."endsOn" >= app.now()::date)::int,
    (SELECT count(*) FROM "SupervisionGroup" g WHERE g."organisationId" = setting AND g."closedAt" IS NULL
       AND EXISTS (SELECT FROM "GroupMember" a JOIN "GroupMember" b ON b."groupId" = a."groupId" AND b."personId" <> a."personId"
         WHERE a."groupId" = g.id AND a.part = 'youth_worker' AND b.part = 'specialist' AND app.is_current(a."startsAt", a."endsAt") AND app.is_current(b."startsAt", b."endsAt")))::int,
    (SELECT count(*) FROM "Cohort" c WHERE c."organisationId" = setting AND c."closedAt" IS NULL)::int,
    (SELECT count(*) FROM "ClockTarget" t WHERE t."organisationId" = setting)::int
  FROM (SELECT) one LEFT JOIN "Membership" m ON m."organisationId" = setting AND app.is_current(m."startsAt", m."endsAt")
    AND m.role = ANY ('{safeguarding_lead,deputy_lead,head,youth_worker,specialist,coordinator}')
  HAVING setting = ANY ((SELECT app.my_organisations('{coordinator,head,youth_worker,specialist,safeguarding_lead,deputy_lead}'))::uuid[])
      OR EXISTS (SELECT FROM "Organisation" o WHERE o.id = setting AND o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[]))
$$;

