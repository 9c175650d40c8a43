-- Today of a coordinator was slow. The rules are as before; they are worked out once a question instead of once a table or a row.

-- Asked up to sixteen times for one page: the viewer's roles are read once in it, and not four times.
CREATE OR REPLACE FUNCTION app.cohorts_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT m."organisationId" AS id, m.role FROM "Membership" m WHERE m."personId" = (SELECT app.viewer()) AND app.is_current(m."startsAt", m."endsAt"))
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT c.id FROM "Cohort" c WHERE c.kind = 'mentors' AND c."organisationId" = ANY (ARRAY (
      SELECT mine.id FROM mine WHERE mine.role IN ('coordinator', 'youth_worker', 'trainer', 'head', 'specialist', 'safeguarding_lead', 'deputy_lead', 'mentor', 'assessor', 'quality_assurer')))
    UNION ALL SELECT c.id FROM "Cohort" c WHERE c.kind = 'trainers' AND c."organisationId" = ANY (ARRAY (
      SELECT mine.id FROM mine WHERE mine.role IN ('trainer', 'programme_lead')
      UNION ALL SELECT setting."supportedById" FROM mine JOIN "Organisation" setting ON setting.id = mine.id WHERE mine.role IN ('coordinator', 'head')))
    UNION ALL SELECT m."cohortId" FROM "CohortMember" m WHERE m."personId" = (SELECT app.viewer()) AND m."leftAt" IS NULL) seen
$$;

-- Who learns in a cohort, trains it or looks after it sees it and its sessions by the policies of both: so which those are is asked here alone.
CREATE FUNCTION app.sessions_ahead(most int) RETURNS TABLE ("sessionId" uuid, "cohortId" uuid, "cohortName" text, title text, "startsAt" timestamptz, minutes int, place text, part text, "onRegister" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT m."cohortId", m.part::text AS part FROM "CohortMember" m WHERE m."personId" = app.viewer() AND m."leftAt" IS NULL AND m."placedAt" IS NOT NULL),
  near AS MATERIALIZED (
    SELECT c.id, c.name FROM "Cohort" c WHERE c."closedAt" IS NULL AND c.kind = 'mentors' AND c."organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[])
    UNION SELECT c.id, c.name FROM mine JOIN "Cohort" c ON c.id = mine."cohortId" AND c."closedAt" IS NULL),
  next AS MATERIALIZED (
    SELECT s.*, near.name FROM near CROSS JOIN LATERAL (
      SELECT one.* FROM "CohortSession" one WHERE one."cohortId" = near.id AND one."calledOffAt" IS NULL AND one."startsAt" + make_interval(mins => one.minutes) > app.now() ORDER BY one."startsAt", one.id LIMIT 1) s
    ORDER BY s."startsAt", s.id LIMIT most)
  SELECT next.id, next."cohortId", next.name, next.title, next."startsAt", next.minutes, next.place, coalesce((SELECT mine.part FROM mine WHERE mine."cohortId" = next."cohortId"), 'coordinator'),
    (SELECT count(*)::int FROM "CohortMember" m WHERE m."cohortId" = next."cohortId" AND m.part = 'learner' AND m."leftAt" IS NULL AND m."placedAt" IS NOT NULL)
  FROM next ORDER BY next."startsAt", next.id
$$;

-- The adults of a setting, by the policies of "Membership": through them a role is no way into an index, and all young people of the setting were gone through for a handful of adults.
CREATE FUNCTION app.adults_in(place uuid) RETURNS TABLE (id uuid, "personId" uuid, role "Role", "startsAt" timestamptz, "endsAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m."personId", m.role, m."startsAt", m."endsAt" FROM "Membership" m WHERE m."organisationId" = place AND m.role = ANY (array_remove(enum_range(NULL::"Role"), 'mentor'))
    AND (m."organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_know_people()))::uuid[]) OR m."personId" = (SELECT app.viewer())
      OR (m.role = ANY (app.roles_to_turn_to()) AND app.is_current(m."startsAt", m."endsAt")
        AND (m."organisationId" = ANY ((SELECT app.my_organisations('{mentor,trainee_trainer,assessor,quality_assurer}'))::uuid[]) OR m."organisationId" = (SELECT app.visitor_organisation()))))
$$;

-- Which of these the viewer keeps: `keeps_concern` of many at once, by the same rules.
CREATE FUNCTION app.concerns_i_keep(concerns uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id FROM "Concern" c WHERE c.id = ANY (concerns) AND c.id NOT IN (SELECT unnest(app.concerns_kept_from_me()))
    AND (c."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
      OR (c."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
        AND (c.id IN (SELECT unnest(app.concerns_i_was_brought_in_to()))
          OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = app.viewer() AND a.rung <> 'delivery_site'))))
$$;
-- The newest line of a kind in a case: without it all lines of that kind were gone through, case by case.
CREATE INDEX "ChronologyEntry_concernId_kind_number_idx" ON "ChronologyEntry" ("concernId", kind, number);

REVOKE ALL ON FUNCTION app.sessions_ahead(int), app.adults_in(uuid), app.concerns_i_keep(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sessions_ahead(int), app.adults_in(uuid), app.concerns_i_keep(uuid[]) TO app;
