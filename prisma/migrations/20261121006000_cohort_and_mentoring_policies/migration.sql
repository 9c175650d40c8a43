-- Who may see and change cohorts, their timetables and registers, mentees and their codes; a setting's readiness and totals.

-- ── Cohorts ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Cohorts the viewer has a place in, or waits for one: as this part, or as either.
CREATE FUNCTION app.cohorts_i_am_in(parts "CohortPart"[] DEFAULT '{learner,trainer}') RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(m."cohortId"), '{}') FROM "CohortMember" m
  WHERE m."personId" = app.viewer() AND m."leftAt" IS NULL AND m.part = ANY (parts)
$$;

-- Cohorts the viewer runs: timetable, places, register. A setting's course is run by its coordinator, youth workers and trainers;
-- Train-the-Trainer by the delivery site's trainers and programme leads; any cohort by those named as its trainers.
CREATE FUNCTION app.cohorts_i_run() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE (c.kind = 'mentors' AND c."organisationId" = ANY (app.my_organisations('{coordinator,youth_worker,trainer}')))
     OR (c.kind = 'trainers' AND c."organisationId" = ANY (app.my_organisations('{trainer,programme_lead}')))
     OR c.id = ANY (app.cohorts_i_am_in('{trainer}'))
$$;

-- Cohorts all of whose places and marks the viewer reads: those they run, and for a setting's own course the other adults of the setting.
CREATE FUNCTION app.cohorts_i_oversee() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE c.id = ANY (app.cohorts_i_run())
     OR (c.kind = 'mentors' AND c."organisationId" = ANY (app.my_organisations('{head,specialist,safeguarding_lead,deputy_lead}')))
$$;

-- Cohorts that exist for the viewer: besides those, the ones they are in; for a mentor their setting's, which they may ask to join; for those
-- who assess in a setting its cohorts (not who is in them); and for a setting's coordinator or head the Train-the-Trainer cohorts of the delivery site that supports it (the cohort, not the others' places).
CREATE FUNCTION app.cohorts_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE c.id = ANY (app.cohorts_i_oversee()) OR c.id = ANY (app.cohorts_i_am_in())
     OR (c.kind = 'mentors' AND c."organisationId" = ANY (app.my_organisations('{mentor,assessor,quality_assurer,external_quality_assurer}')))
     OR (c.kind = 'trainers' AND EXISTS (SELECT FROM "Organisation" setting
           WHERE setting.id = ANY (app.my_organisations('{coordinator,head}')) AND setting."supportedById" = c."organisationId"))
$$;

-- Trainee trainers learn with each other and know who the others are.
CREATE FUNCTION app.trainer_cohorts_i_learn_in() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c JOIN "CohortMember" m ON m."cohortId" = c.id
  WHERE c.kind = 'trainers' AND m."personId" = app.viewer() AND m."leftAt" IS NULL AND m."placedAt" IS NOT NULL
$$;

-- People the viewer knows from a cohort: a trainer their learners, a learner their trainers, trainee trainers each other; and those who
-- run Train-the-Trainer the people settings sent.
CREATE FUNCTION app.people_of_my_cohorts() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId"
  WHERE m."cohortId" = ANY (app.cohorts_i_am_in('{trainer}'))
     OR (m.part = 'trainer' AND m."leftAt" IS NULL AND m."cohortId" = ANY (app.cohorts_i_am_in('{learner}')))
     OR (m."leftAt" IS NULL AND m."placedAt" IS NOT NULL AND m."cohortId" = ANY (app.trainer_cohorts_i_learn_in()))
     OR (c.kind = 'trainers' AND c.id = ANY (app.cohorts_i_run()))
$$;

-- A setting's coordinator sends people of their own setting to the Train-the-Trainer of the delivery site that supports it.
CREATE FUNCTION app.may_send(cohort uuid, person uuid, setting uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT setting = ANY (app.my_organisations('{coordinator}'))
     AND EXISTS (SELECT FROM "Cohort" c JOIN "Organisation" o ON o."supportedById" = c."organisationId" WHERE c.id = cohort AND c.kind = 'trainers' AND o.id = setting)
     AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = person AND m."organisationId" = setting AND app.is_current(m."startsAt", m."endsAt"))
$$;

-- Gives free places to those who have waited longest, and says whom it placed. The cohort's row is the lock: of two at the last place one
-- gets it. (NO KEY: a plain FOR UPDATE waits for the foreign keys of the others who are asking, and they for it: deadlock.) It hands out only what is free and in order of asking, so whoever sees the cohort may call it (somebody who leaves, too).
CREATE FUNCTION app.fill_places(cohort uuid) RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE places_free int;
BEGIN
  IF NOT (cohort = ANY (app.cohorts_in_view()) OR EXISTS (SELECT FROM "CohortMember" m WHERE m."cohortId" = cohort AND m."personId" = app.viewer())) THEN RETURN; END IF;
  SELECT c.places INTO places_free FROM "Cohort" c WHERE c.id = cohort AND c."closedAt" IS NULL FOR NO KEY UPDATE;
  SELECT places_free - count(*) INTO places_free FROM "CohortMember" m
    WHERE m."cohortId" = cohort AND m.part = 'learner' AND m."placedAt" IS NOT NULL AND m."leftAt" IS NULL;
  IF places_free IS NULL OR places_free <= 0 THEN RETURN; END IF;
  RETURN QUERY UPDATE "CohortMember" SET "placedAt" = app.now() WHERE id IN (
    SELECT m.id FROM "CohortMember" m WHERE m."cohortId" = cohort AND m.part = 'learner' AND m."placedAt" IS NULL AND m."leftAt" IS NULL
    ORDER BY m."askedAt", m.id LIMIT places_free) RETURNING "personId";
END $$;

-- How many have a place and how many wait: a number for those who see the cohort and not each place in it.
CREATE FUNCTION app.cohort_figures(cohorts uuid[]) RETURNS TABLE (cohort uuid, placed int, waiting int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m."cohortId", count(*) FILTER (WHERE m."placedAt" IS NOT NULL)::int, count(*) FILTER (WHERE m."placedAt" IS NULL)::int
  FROM "CohortMember" m WHERE m."cohortId" = ANY (cohorts) AND m."cohortId" = ANY (app.cohorts_in_view()) AND m.part = 'learner' AND m."leftAt" IS NULL
  GROUP BY m."cohortId"
$$;

-- Two registrars at once: whoever marks a session waits for the other, so that the newest mark is the one that was pressed last.
CREATE FUNCTION app.hold_register(session uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('register ' || session::text, 0))
$$;

REVOKE ALL ON FUNCTION app.cohorts_i_am_in("CohortPart"[]), app.cohorts_i_run(), app.cohorts_i_oversee(), app.cohorts_in_view(), app.trainer_cohorts_i_learn_in(),
  app.people_of_my_cohorts(), app.may_send(uuid, uuid, uuid), app.fill_places(uuid), app.cohort_figures(uuid[]), app.hold_register(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.cohorts_i_am_in("CohortPart"[]), app.cohorts_i_run(), app.cohorts_i_oversee(), app.cohorts_in_view(), app.trainer_cohorts_i_learn_in(),
  app.people_of_my_cohorts(), app.may_send(uuid, uuid, uuid), app.fill_places(uuid), app.cohort_figures(uuid[]), app.hold_register(uuid) TO app;

GRANT SELECT, INSERT ON "Cohort", "CohortMember", "CohortSession", "SessionMark" TO app;
GRANT UPDATE ("name", "places", "closedAt") ON "Cohort" TO app;
GRANT UPDATE ("askedAt", "placedAt", "leftAt") ON "CohortMember" TO app;
GRANT UPDATE ("title", "startsAt", "minutes", "place") ON "CohortSession" TO app;
GRANT SELECT ON "Cohort", "CohortMember", "CohortSession" TO system;

CREATE POLICY in_view ON "Cohort" FOR SELECT TO app USING (id = ANY ((SELECT app.cohorts_in_view())::uuid[]));
CREATE POLICY opened ON "Cohort" FOR INSERT TO app WITH CHECK (
  (kind = 'mentors' AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,trainer}'))::uuid[]))
  OR (kind = 'trainers' AND "organisationId" = ANY ((SELECT app.my_organisations('{trainer,programme_lead}'))::uuid[])));
CREATE POLICY run ON "Cohort" FOR UPDATE TO app USING (id = ANY ((SELECT app.cohorts_i_run())::uuid[]));
CREATE POLICY jobs ON "Cohort" FOR SELECT TO system USING (true);

CREATE POLICY own ON "CohortMember" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY overseen ON "CohortMember" FOR SELECT TO app USING ("cohortId" = ANY ((SELECT app.cohorts_i_oversee())::uuid[]));
CREATE POLICY my_trainers ON "CohortMember" FOR SELECT TO app USING (part = 'trainer' AND "leftAt" IS NULL AND "cohortId" = ANY ((SELECT app.cohorts_i_am_in())::uuid[]));
CREATE POLICY trainees_together ON "CohortMember" FOR SELECT TO app
  USING ("leftAt" IS NULL AND "placedAt" IS NOT NULL AND "cohortId" = ANY ((SELECT app.trainer_cohorts_i_learn_in())::uuid[]));
CREATE POLICY sent_by_us ON "CohortMember" FOR SELECT TO app USING ("fromOrganisationId" = ANY ((SELECT app.my_organisations('{coordinator,head}'))::uuid[]));
CREATE POLICY jobs ON "CohortMember" FOR SELECT TO system USING (true);
CREATE POLICY added ON "CohortMember" FOR INSERT TO app
  WITH CHECK ("cohortId" = ANY ((SELECT app.cohorts_i_run())::uuid[]) AND EXISTS (SELECT FROM "Cohort" c WHERE c.id = "cohortId" AND c."organisationId" = "CohortMember"."organisationId"));
-- Somebody who asks for themself, or is sent by their setting, waits; a place is given by fill_places alone.
CREATE POLICY asked ON "CohortMember" FOR INSERT TO app
  WITH CHECK ("personId" = (SELECT app.viewer()) AND part = 'learner' AND "placedAt" IS NULL
    AND EXISTS (SELECT FROM "Cohort" c WHERE c.id = "cohortId" AND c.kind = 'mentors' AND c."organisationId" = "CohortMember"."organisationId")
    AND "organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[]));
CREATE POLICY sent ON "CohortMember" FOR INSERT TO app
  WITH CHECK (part = 'learner' AND "placedAt" IS NULL AND app.may_send("cohortId", "personId", "fromOrganisationId")
    AND EXISTS (SELECT FROM "Cohort" c WHERE c.id = "cohortId" AND c."organisationId" = "CohortMember"."organisationId"));
CREATE POLICY run ON "CohortMember" FOR UPDATE TO app USING ("cohortId" = ANY ((SELECT app.cohorts_i_run())::uuid[]));
CREATE POLICY own_left ON "CohortMember" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()) AND part = 'learner')
  WITH CHECK ("placedAt" IS NULL OR "leftAt" IS NOT NULL);
CREATE POLICY sent_by_us_left ON "CohortMember" FOR UPDATE TO app USING ("fromOrganisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]))
  WITH CHECK ("placedAt" IS NULL OR "leftAt" IS NOT NULL);

CREATE POLICY in_view ON "CohortSession" FOR SELECT TO app USING ("cohortId" = ANY ((SELECT app.cohorts_in_view())::uuid[]));
CREATE POLICY run ON "CohortSession" FOR INSERT TO app
  WITH CHECK ("cohortId" = ANY ((SELECT app.cohorts_i_run())::uuid[]) AND EXISTS (SELECT FROM "Cohort" c WHERE c.id = "cohortId" AND c."organisationId" = "CohortSession"."organisationId"));
CREATE POLICY run_changes ON "CohortSession" FOR UPDATE TO app USING ("cohortId" = ANY ((SELECT app.cohorts_i_run())::uuid[]));
CREATE POLICY jobs ON "CohortSession" FOR SELECT TO system USING (true);

-- Marks: your own; all of a cohort you oversee; those of the people your setting sent.
CREATE POLICY own ON "SessionMark" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY overseen ON "SessionMark" FOR SELECT TO app
  USING (EXISTS (SELECT FROM "CohortSession" s WHERE s.id = "sessionId" AND s."cohortId" = ANY ((SELECT app.cohorts_i_oversee())::uuid[])));
CREATE POLICY sent_by_us ON "SessionMark" FOR SELECT TO app
  USING (EXISTS (SELECT FROM "CohortSession" s JOIN "CohortMember" m ON m."cohortId" = s."cohortId" AND m."personId" = "SessionMark"."personId"
    WHERE s.id = "sessionId" AND m."fromOrganisationId" = ANY ((SELECT app.my_organisations('{coordinator,head}'))::uuid[])));
CREATE POLICY marked ON "SessionMark" FOR INSERT TO app
  WITH CHECK ("markedById" = (SELECT app.viewer())
    AND EXISTS (SELECT FROM "CohortSession" s JOIN "CohortMember" m ON m."cohortId" = s."cohortId" AND m."personId" = "SessionMark"."personId"
      WHERE s.id = "sessionId" AND s."organisationId" = "SessionMark"."organisationId" AND s."cohortId" = ANY ((SELECT app.cohorts_i_run())::uuid[])));

CREATE POLICY from_cohorts ON "Person" FOR SELECT TO app USING (id = ANY ((SELECT app.people_of_my_cohorts())::uuid[]));

-- ── Mentoring ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- The mentees the viewer mentors now.
CREATE FUNCTION app.my_mentees() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(p."menteeId"), '{}') FROM "Pair" p WHERE p."mentorId" = app.viewer() AND app.is_current(p."startsAt", p."endsAt")
    AND p."organisationId" = ANY (app.my_organisations('{mentor}'))
$$;

-- Whom a mentee on a visit may know of: their mentor, and the adults of their setting they can turn to.
CREATE FUNCTION app.people_for_visitor() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(who), '{}') FROM (
    SELECT p."mentorId" AS who FROM "Pair" p WHERE p."menteeId" = app.visitor() AND app.is_current(p."startsAt", p."endsAt")
    UNION SELECT m."personId" FROM "Membership" m WHERE m."organisationId" = app.visitor_organisation()
      AND m.role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead') AND app.is_current(m."startsAt", m."endsAt")) people
$$;
REVOKE ALL ON FUNCTION app.my_mentees(), app.people_for_visitor() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.my_mentees(), app.people_for_visitor() TO app;

GRANT SELECT, INSERT ON "Mentee", "Pair" TO app;
GRANT UPDATE ("birdName") ON "Mentee" TO app;
GRANT UPDATE ("endsAt") ON "Pair" TO app;
GRANT SELECT ("id", "organisationId", "menteeId", "givenById", "givenAt", "expiresAt", "endedAt"), INSERT ON "MenteeCode" TO app;
GRANT UPDATE ("endedAt") ON "MenteeCode" TO app;
GRANT SELECT ("id", "organisationId", "codeId", "openedAt", "expiresAt", "endedAt") ON "MenteeVisit" TO app;

CREATE POLICY mine ON "Mentee" FOR SELECT TO app USING (id = ANY ((SELECT app.my_mentees())::uuid[]));
CREATE POLICY youth_workers ON "Mentee" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
CREATE POLICY visiting ON "Mentee" FOR SELECT TO app USING (id = (SELECT app.visitor()));
CREATE POLICY youth_workers_add ON "Mentee" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
CREATE POLICY youth_workers_change ON "Mentee" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
-- A mentee's own name opens for youth workers of their setting alone: nobody else gets its key.
CREATE POLICY own_name_of_mentee ON "RowKey" FOR SELECT TO app
  USING ("ofTable" = 'Mentee' AND EXISTS (SELECT FROM "Mentee" m WHERE m.id = "rowId" AND m."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])));

CREATE POLICY mine ON "Pair" FOR SELECT TO app USING ("mentorId" = (SELECT app.viewer()));
CREATE POLICY youth_workers ON "Pair" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
CREATE POLICY visiting ON "Pair" FOR SELECT TO app USING ("menteeId" = (SELECT app.visitor()));
CREATE POLICY youth_workers_pair ON "Pair" FOR INSERT TO app
  WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]) AND EXISTS (SELECT FROM "Mentee" m WHERE m.id = "menteeId" AND m."organisationId" = "Pair"."organisationId"));
CREATE POLICY youth_workers_end ON "Pair" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
-- One mentor for a mentee at a time, decided by the database. An ended pair keeps its row.
CREATE UNIQUE INDEX "Pair_one_mentor_at_a_time" ON "Pair" ("menteeId") WHERE "endsAt" IS NULL;

CREATE POLICY youth_workers ON "MenteeCode" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
CREATE POLICY youth_workers_give ON "MenteeCode" FOR INSERT TO app
  WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]) AND "givenById" = (SELECT app.viewer())
    AND EXISTS (SELECT FROM "Mentee" m WHERE m.id = "menteeId" AND m."organisationId" = "MenteeCode"."organisationId"));
CREATE POLICY youth_workers_end ON "MenteeCode" FOR UPDATE TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));
CREATE POLICY youth_workers ON "MenteeVisit" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]));

CREATE POLICY for_visitor ON "Person" FOR SELECT TO app USING ((SELECT app.visitor()) IS NOT NULL AND id = ANY ((SELECT app.people_for_visitor())::uuid[]));

-- ── A setting's readiness, and totals for the delivery site ─────────────────────────────────────────────────────────

GRANT UPDATE ("name", "phone") ON "Organisation" TO app;
CREATE POLICY coordinators_change ON "Organisation" FOR UPDATE TO app USING (id = ANY ((SELECT app.my_organisations('{coordinator,head}'))::uuid[]));

-- How many of each thing a setting needs to begin: adults and arrangements, nobody's row. For its own staff, and for the programme lead.
CREATE FUNCTION app.readiness(setting uuid) RETURNS TABLE (leads int, deputies int, heads int, youth_workers int, specialists int, coordinators int, terms int, groups int, cohorts int, targets int)
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
  HAVING setting = ANY (app.my_organisations('{coordinator,head,youth_worker,specialist,safeguarding_lead,deputy_lead}'))
      OR EXISTS (SELECT FROM "Organisation" o WHERE o.id = setting AND o."supportedById" = ANY (app.my_organisations('{programme_lead}')))
$$;

-- A count somebody may be recognised in is not told: 1 to 7 become null ("fewer than 8"). Nought stands: it is about nobody.
CREATE FUNCTION app.suppressed(counted bigint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN counted BETWEEN 1 AND 7 THEN NULL ELSE counted::int END
$$;

-- What a delivery site may know of each setting it supports: suppressed totals, never rows. No sum over the settings is told, since a sum
-- and all figures but one would give that one away.
CREATE FUNCTION app.settings_supported() RETURNS TABLE (setting uuid, mentors int, learning int, pairs int, cohorts int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id,
    app.suppressed((SELECT count(DISTINCT m."personId") FROM "Membership" m WHERE m."organisationId" = o.id AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt"))),
    app.suppressed((SELECT count(DISTINCT p."personId") FROM "CohortMember" p JOIN "Cohort" c ON c.id = p."cohortId"
      WHERE c."organisationId" = o.id AND c.kind = 'mentors' AND c."closedAt" IS NULL AND p.part = 'learner' AND p."placedAt" IS NOT NULL AND p."leftAt" IS NULL)),
    app.suppressed((SELECT count(*) FROM "Pair" p WHERE p."organisationId" = o.id AND app.is_current(p."startsAt", p."endsAt"))),
    (SELECT count(*) FROM "Cohort" c WHERE c."organisationId" = o.id AND c."closedAt" IS NULL)::int
  FROM "Organisation" o WHERE o."supportedById" = ANY (app.my_organisations('{programme_lead}'))
$$;
REVOKE ALL ON FUNCTION app.readiness(uuid), app.suppressed(bigint), app.settings_supported() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.readiness(uuid), app.suppressed(bigint), app.settings_supported() TO app;

-- The letter of an invitation is written by a job.
GRANT SELECT ("id", "organisationId", "role", "email", "tokenHash", "expiresAt", "acceptedAt", "withdrawnAt") ON "Invitation" TO system;
CREATE POLICY jobs ON "Invitation" FOR SELECT TO system USING (true);
