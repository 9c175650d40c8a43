-- As before, and the days are counted once each, and the next meeting looked for only of those who are shown.
CREATE OR REPLACE FUNCTION app.supervision_missed() RETURNS TABLE ("personId" uuid, name text, "organisationId" uuid, "organisationName" text, "lastAt" timestamptz, days int, "isInGroup" boolean, "nextAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH place AS MATERIALIZED (SELECT o.* FROM "Organisation" o WHERE o.id = ANY ((SELECT app.my_organisations('{youth_worker,coordinator}'))::uuid[])),
  mentor AS MATERIALIZED (
    SELECT p."mentorId" AS id, p."organisationId", min(p."startsAt") AS since FROM "Pair" p JOIN place ON place.id = p."organisationId"
    WHERE app.is_current(p."startsAt", p."endsAt") AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = p."mentorId" AND m."organisationId" = p."organisationId" AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt"))
    GROUP BY 1, 2),
  been AS (
    SELECT newest."personId", newest."organisationId", max(m."startsAt") AS at FROM (
      SELECT DISTINCT ON (r."meetingId", r."personId") r."meetingId", r."personId", r."organisationId", r.mark FROM "RegisterMark" r
      WHERE r."organisationId" IN (SELECT id FROM place) AND r."markedAt" > app.now() - interval '120 days' AND r."personId" IN (SELECT id FROM mentor)
      ORDER BY r."meetingId", r."personId", r."markedAt" DESC, r.id DESC) newest
    JOIN "Meeting" m ON m.id = newest."meetingId" WHERE newest.mark IN ('present', 'late') GROUP BY 1, 2),
  since AS MATERIALIZED (
    SELECT mentor.id, place.id AS "organisationId", been.at, (greatest(coalesce(been.at, mentor.since), mentor.since) AT TIME ZONE place."timeZone")::date AS day
    FROM mentor JOIN place ON place.id = mentor."organisationId" LEFT JOIN been ON been."personId" = mentor.id AND been."organisationId" = mentor."organisationId"
    WHERE mentor.id <> app.viewer()),
  -- Open days are counted once a day, not once a mentor: many were last there on the same one.
  passed AS MATERIALIZED (
    SELECT d."organisationId", d.day, app.days_open(d."organisationId", d.day, (app.now() AT TIME ZONE place."timeZone")::date) AS days
    FROM (SELECT DISTINCT "organisationId", day FROM since) d JOIN place ON place.id = d."organisationId"),
  missed AS MATERIALIZED (
    SELECT since.id, person.name, place.id AS "organisationId", place.name AS "organisationName", since.at, passed.days
    FROM since JOIN passed ON passed."organisationId" = since."organisationId" AND passed.day = since.day JOIN place ON place.id = since."organisationId" AND passed.days > place."supervisionDays"
      JOIN "Person" person ON person.id = since.id
    ORDER BY passed.days DESC, person.name LIMIT 50)
  SELECT missed.id, missed.name, missed."organisationId", missed."organisationName", missed.at, missed.days, mine.id IS NOT NULL, mine."nextAt"
  FROM missed LEFT JOIN LATERAL (SELECT g."groupId" AS id, (SELECT min(m."startsAt") FROM "Meeting" m WHERE m."groupId" = g."groupId" AND m."calledOffAt" IS NULL AND m."startsAt" > app.now()) AS "nextAt"
    FROM "GroupMember" g WHERE g."personId" = missed.id AND g."organisationId" = missed."organisationId" AND g.part = 'mentor' AND app.is_current(g."startsAt", g."endsAt") LIMIT 1) mine ON true
  ORDER BY missed.days DESC, missed.name
$$;
