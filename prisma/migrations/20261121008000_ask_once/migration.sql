-- A helper called bare inside another helper's WHERE runs once a row, and the ones it calls once a row of each of those: with three hundred
-- cohorts a page took minutes. Inside (SELECT …) each runs once. What they answer is the same; nothing else about them changes.

CREATE OR REPLACE FUNCTION app.my_organisations(roles "Role"[] DEFAULT '{}'::"Role"[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT m."organisationId"), '{}') FROM "Membership" m
  WHERE m."personId" = (SELECT app.viewer()) AND app.is_current(m."startsAt", m."endsAt") AND (roles = '{}' OR m.role = ANY (roles))
$function$;

CREATE OR REPLACE FUNCTION app.knows(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT person = (SELECT app.viewer()) OR EXISTS (
    SELECT FROM "Membership" mine JOIN "Membership" theirs ON theirs."organisationId" = mine."organisationId"
    WHERE mine."personId" = (SELECT app.viewer()) AND app.is_current(mine."startsAt", mine."endsAt") AND theirs."personId" = person
      AND (mine.role = ANY (app.roles_that_know_people()) OR (mine.role <> 'evaluator' AND theirs.role = ANY (app.roles_to_turn_to()))))
$function$;

CREATE OR REPLACE FUNCTION app.organisations_in_view()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(o.id), '{}') FROM "Organisation" o
  WHERE o.id = ANY ((SELECT app.my_organisations())::uuid[]) OR o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead,trainer,assessor,quality_assurer}'))::uuid[])
     OR EXISTS (SELECT FROM "Organisation" mine WHERE mine.id = ANY ((SELECT app.my_organisations())::uuid[]) AND mine."supportedById" = o.id)
     OR o.id = app.visitor_organisation()
$function$;

CREATE OR REPLACE FUNCTION app.organisations_i_staff()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(o.id), '{}') FROM "Organisation" o
  WHERE o.id = ANY ((SELECT app.my_organisations('{coordinator,programme_lead,head}'))::uuid[]) OR o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
$function$;

CREATE OR REPLACE FUNCTION app.learning_i_train()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT theirs."personId" || ' ' || c."courseId"), '{}')
  FROM "CohortMember" mine JOIN "Cohort" c ON c.id = mine."cohortId" JOIN "CohortMember" theirs ON theirs."cohortId" = c.id
  WHERE mine."personId" = (SELECT app.viewer()) AND mine.part = 'trainer' AND mine."leftAt" IS NULL
    AND c."organisationId" = ANY ((SELECT app.my_organisations('{trainer,trainee_trainer,youth_worker}'))::uuid[])
    AND theirs.part = 'learner' AND theirs."placedAt" IS NOT NULL AND theirs."leftAt" IS NULL
$function$;

CREATE OR REPLACE FUNCTION app.my_supervisors()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT adult."personId"), '{}')
  FROM "GroupMember" me
  JOIN "SupervisionGroup" g ON g.id = me."groupId" AND g."closedAt" IS NULL
  JOIN "GroupMember" adult ON adult."groupId" = me."groupId" AND adult.part <> 'mentor' AND app.is_current(adult."startsAt", adult."endsAt")
  JOIN "Membership" m ON m."personId" = adult."personId" AND m."organisationId" = g."organisationId" AND m.role IN ('youth_worker', 'specialist') AND app.is_current(m."startsAt", m."endsAt")
  WHERE me."personId" = (SELECT app.viewer()) AND me.part = 'mentor' AND app.is_current(me."startsAt", me."endsAt")
$function$;

CREATE OR REPLACE FUNCTION app.my_journal_adults()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT CASE WHEN cardinality(app.my_supervisors()) > 0 THEN app.my_supervisors() ELSE (
    SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "Membership" m
    WHERE m.role = 'youth_worker' AND m."organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[]) AND app.is_current(m."startsAt", m."endsAt") AND m."personId" <> app.viewer()) END
$function$;

CREATE OR REPLACE FUNCTION app.journal_pairs_i_oversee()
 RETURNS TABLE(writer uuid, adult uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  WITH pairs AS (
    SELECT DISTINCT r."toId" AS writer, r."byId" AS adult FROM "JournalReply" r
    WHERE r."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,specialist}'))::uuid[]) AND r."byId" <> app.viewer())
  SELECT writer, adult FROM pairs WHERE app.viewer() = ANY ((SELECT app.journal_overseers(writer, adult))::uuid[])
$function$;

CREATE OR REPLACE FUNCTION app.my_groups(parts "GroupPart"[] DEFAULT '{}'::"GroupPart"[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT g."groupId"), '{}') FROM "GroupMember" g
  JOIN "Membership" m ON m."organisationId" = g."organisationId" AND m."personId" = g."personId" AND m.role::text = g.part::text
  WHERE g."personId" = (SELECT app.viewer()) AND app.is_current(g."startsAt", g."endsAt") AND app.is_current(m."startsAt", m."endsAt")
    AND (parts = '{}' OR g.part = ANY (parts))
$function$;

CREATE OR REPLACE FUNCTION app.group_mates()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT "personId"), '{}') FROM "GroupMember" WHERE "groupId" = ANY ((SELECT app.my_groups())::uuid[])
$function$;

CREATE OR REPLACE FUNCTION app.lapse_seats(meeting uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  UPDATE "Seat" SET "lostAt" = "heldUntil" WHERE "meetingId" = meeting AND "personId" IN (
    SELECT s."personId" FROM "Seat" s JOIN "Meeting" m ON m.id = s."meetingId"
    WHERE s."meetingId" = meeting AND s."leftAt" IS NULL AND s."lostAt" IS NULL AND s."heldUntil" < app.now() AND m."groupId" = ANY ((SELECT app.my_groups())::uuid[])
    FOR UPDATE OF s SKIP LOCKED)
  RETURNING "personId"
$function$;

CREATE OR REPLACE FUNCTION app.register_counts(of_group uuid)
 RETURNS TABLE("meetingId" uuid, present integer, late integer, absent integer, excused integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT newest."meetingId", count(*) FILTER (WHERE mark = 'present')::int, count(*) FILTER (WHERE mark = 'late')::int,
         count(*) FILTER (WHERE mark = 'absent')::int, count(*) FILTER (WHERE mark = 'excused')::int
  FROM (SELECT DISTINCT ON (r."meetingId", r."personId") r."meetingId", r.mark FROM "RegisterMark" r
        JOIN "Meeting" m ON m.id = r."meetingId" JOIN "SupervisionGroup" g ON g.id = m."groupId"
        WHERE g.id = of_group AND (g.id = ANY ((SELECT app.my_groups('{youth_worker,specialist}'))::uuid[]) OR g."organisationId" = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[]))
        ORDER BY r."meetingId", r."personId", r."markedAt" DESC, r.id DESC) newest
  GROUP BY newest."meetingId"
$function$;

CREATE OR REPLACE FUNCTION app.concerns_kept_from_me()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg("concernId"), '{}') FROM "ConcernKeptFrom" WHERE "personId" = (SELECT app.viewer())
$function$;

CREATE OR REPLACE FUNCTION app.concerns_to_read()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT a."concernId"), '{}') FROM "ConcernAlert" a
  WHERE a."personId" = (SELECT app.viewer()) AND a.rung <> 'delivery_site'
    AND (a."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
      OR (a."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])
        AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = a."concernId")))
$function$;

CREATE OR REPLACE FUNCTION app.concerns_i_received()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(r."concernId"), '{}') FROM "ConcernReceipt" r
  WHERE r."byId" = (SELECT app.viewer()) AND r."organisationId" = ANY ((SELECT app.my_organisations())::uuid[]) AND r."concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
$function$;

CREATE OR REPLACE FUNCTION app.concerns_i_raised()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(id), '{}') FROM "Concern" WHERE "raisedById" = (SELECT app.viewer()) OR "raisedByMenteeId" = app.visitor()
$function$;

CREATE OR REPLACE FUNCTION app.am_raising(concern uuid, place uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM "Concern" c WHERE c.id = concern AND c."organisationId" = place AND (c."raisedById" = (SELECT app.viewer()) OR c."raisedByMenteeId" = app.visitor()))
    AND NOT EXISTS (SELECT FROM "ChronologyHead" h WHERE h."concernId" = concern)
$function$;

CREATE OR REPLACE FUNCTION app.adults_to_tell(place uuid)
 RETURNS TABLE("personId" uuid, name text, role "Role", "hereUntil" timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT DISTINCT m."personId", p.name, m.role,
    (SELECT max(d."endsAt") FROM "Duty" d WHERE d."personId" = m."personId" AND d."organisationId" = place AND app.is_current(d."startsAt", d."endsAt"))
  FROM "Organisation" o
  JOIN "Membership" m ON (m."organisationId" = o.id AND m.role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead', 'head'))
    OR (m.role = 'programme_lead' AND m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END)
  JOIN "Person" p ON p.id = m."personId"
  WHERE o.id = place AND app.is_current(m."startsAt", m."endsAt")
    AND (session_user = 'system' OR place = ANY ((SELECT app.my_organisations())::uuid[]) OR place = app.visitor_organisation())
$function$;

CREATE OR REPLACE FUNCTION app.waiting_elsewhere()
 RETURNS TABLE("concernId" uuid, "organisationName" text, phone text, "raisedAt" timestamp with time zone, "receivedAt" timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT DISTINCT a."concernId", o.name, o.phone, c."raisedAt", r.at
  FROM "ConcernAlert" a JOIN "Concern" c ON c.id = a."concernId" JOIN "Organisation" o ON o.id = c."organisationId"
  LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id
  WHERE a."personId" = (SELECT app.viewer()) AND a.rung = 'delivery_site' AND o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
    AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = c.id)
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = a."personId")
$function$;

CREATE OR REPLACE FUNCTION app.cohorts_i_am_in(parts "CohortPart"[] DEFAULT '{learner,trainer}'::"CohortPart"[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(m."cohortId"), '{}') FROM "CohortMember" m
  WHERE m."personId" = (SELECT app.viewer()) AND m."leftAt" IS NULL AND m.part = ANY (parts)
$function$;

CREATE OR REPLACE FUNCTION app.cohorts_i_run()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE (c.kind = 'mentors' AND c."organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker,trainer}'))::uuid[]))
     OR (c.kind = 'trainers' AND c."organisationId" = ANY ((SELECT app.my_organisations('{trainer,programme_lead}'))::uuid[]))
     OR c.id = ANY ((SELECT app.cohorts_i_am_in('{trainer}'))::uuid[])
$function$;

CREATE OR REPLACE FUNCTION app.cohorts_i_oversee()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE c.id = ANY ((SELECT app.cohorts_i_run())::uuid[])
     OR (c.kind = 'mentors' AND c."organisationId" = ANY ((SELECT app.my_organisations('{head,specialist,safeguarding_lead,deputy_lead}'))::uuid[]))
$function$;

CREATE OR REPLACE FUNCTION app.cohorts_in_view()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c
  WHERE c.id = ANY ((SELECT app.cohorts_i_oversee())::uuid[]) OR c.id = ANY ((SELECT app.cohorts_i_am_in())::uuid[])
     OR (c.kind = 'mentors' AND c."organisationId" = ANY ((SELECT app.my_organisations('{mentor,assessor,quality_assurer,external_quality_assurer}'))::uuid[]))
     OR (c.kind = 'trainers' AND EXISTS (SELECT FROM "Organisation" setting
           WHERE setting.id = ANY ((SELECT app.my_organisations('{coordinator,head}'))::uuid[]) AND setting."supportedById" = c."organisationId"))
$function$;

CREATE OR REPLACE FUNCTION app.trainer_cohorts_i_learn_in()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(c.id), '{}') FROM "Cohort" c JOIN "CohortMember" m ON m."cohortId" = c.id
  WHERE c.kind = 'trainers' AND m."personId" = (SELECT app.viewer()) AND m."leftAt" IS NULL AND m."placedAt" IS NOT NULL
$function$;

CREATE OR REPLACE FUNCTION app.people_of_my_cohorts()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId"
  WHERE m."cohortId" = ANY ((SELECT app.cohorts_i_am_in('{trainer}'))::uuid[])
     OR (m.part = 'trainer' AND m."leftAt" IS NULL AND m."cohortId" = ANY ((SELECT app.cohorts_i_am_in('{learner}'))::uuid[]))
     OR (m."leftAt" IS NULL AND m."placedAt" IS NOT NULL AND m."cohortId" = ANY ((SELECT app.trainer_cohorts_i_learn_in())::uuid[]))
     OR (c.kind = 'trainers' AND c.id = ANY ((SELECT app.cohorts_i_run())::uuid[]))
$function$;

CREATE OR REPLACE FUNCTION app.may_send(cohort uuid, person uuid, setting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT setting = ANY ((SELECT app.my_organisations('{coordinator}'))::uuid[])
     AND EXISTS (SELECT FROM "Cohort" c JOIN "Organisation" o ON o."supportedById" = c."organisationId" WHERE c.id = cohort AND c.kind = 'trainers' AND o.id = setting)
     AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = person AND m."organisationId" = setting AND app.is_current(m."startsAt", m."endsAt"))
$function$;

CREATE OR REPLACE FUNCTION app.cohort_figures(cohorts uuid[])
 RETURNS TABLE(cohort uuid, placed integer, waiting integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT m."cohortId", count(*) FILTER (WHERE m."placedAt" IS NOT NULL)::int, count(*) FILTER (WHERE m."placedAt" IS NULL)::int
  FROM "CohortMember" m WHERE m."cohortId" = ANY (cohorts) AND m."cohortId" = ANY ((SELECT app.cohorts_in_view())::uuid[]) AND m.part = 'learner' AND m."leftAt" IS NULL
  GROUP BY m."cohortId"
$function$;

CREATE OR REPLACE FUNCTION app.my_mentees()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT coalesce(array_agg(p."menteeId"), '{}') FROM "Pair" p WHERE p."mentorId" = (SELECT app.viewer()) AND app.is_current(p."startsAt", p."endsAt")
    AND p."organisationId" = ANY ((SELECT app.my_organisations('{mentor}'))::uuid[])
$function$;

CREATE OR REPLACE FUNCTION app.readiness(setting uuid)
 RETURNS TABLE(leads integer, deputies integer, heads integer, youth_workers integer, specialists integer, coordinators integer, terms integer, groups integer, cohorts integer, targets integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  HAVING setting = ANY ((SELECT app.my_organisations('{coordinator,head,youth_worker,specialist,safeguarding_lead,deputy_lead}'))::uuid[])
      OR EXISTS (SELECT FROM "Organisation" o WHERE o.id = setting AND o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[]))
$function$;

CREATE OR REPLACE FUNCTION app.settings_supported()
 RETURNS TABLE(setting uuid, mentors integer, learning integer, pairs integer, cohorts integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT o.id,
    app.suppressed((SELECT count(DISTINCT m."personId") FROM "Membership" m WHERE m."organisationId" = o.id AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt"))),
    app.suppressed((SELECT count(DISTINCT p."personId") FROM "CohortMember" p JOIN "Cohort" c ON c.id = p."cohortId"
      WHERE c."organisationId" = o.id AND c.kind = 'mentors' AND c."closedAt" IS NULL AND p.part = 'learner' AND p."placedAt" IS NOT NULL AND p."leftAt" IS NULL)),
    app.suppressed((SELECT count(*) FROM "Pair" p WHERE p."organisationId" = o.id AND app.is_current(p."startsAt", p."endsAt"))),
    (SELECT count(*) FROM "Cohort" c WHERE c."organisationId" = o.id AND c."closedAt" IS NULL)::int
  FROM "Organisation" o WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
$function$;
