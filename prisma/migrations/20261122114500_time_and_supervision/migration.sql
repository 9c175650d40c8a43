-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "supervisionDays" INTEGER NOT NULL DEFAULT 14;

-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN     "forId" UUID;

-- DropIndex
DROP INDEX "RegisterMark_organisationId_idx";

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_forId_key" ON "AgendaItem"("meetingId", "forId");

-- CreateIndex
CREATE INDEX "RegisterMark_organisationId_markedAt_idx" ON "RegisterMark"("organisationId", "markedAt");

-- ── Time for somebody in supervision ────────────────────────────────────────────────────────────────────────────────
-- A mentor asks for time in a meeting of their group, for whatever it is: the agenda says "Something for Amara", and never what. Once a meeting,
-- after what every meeting goes through. Mentors write nothing else on an agenda.
CREATE FUNCTION app.ask_for_time(item uuid, meeting uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place uuid;
BEGIN
  SELECT m."organisationId" INTO place FROM "Meeting" m WHERE m.id = meeting AND m."groupId" = ANY (app.my_groups('{mentor}')) AND m."calledOffAt" IS NULL FOR UPDATE;
  IF place IS NULL OR EXISTS (SELECT FROM "MeetingClosing" c WHERE c."meetingId" = meeting) THEN RETURN false; END IF;
  INSERT INTO "AgendaItem" (id, "organisationId", "meetingId", position, kind, title, minutes, "forId")
    SELECT item, place, meeting, greatest(100, (SELECT max(i.position) + 10 FROM "AgendaItem" i WHERE i."meetingId" = meeting AND i.kind <> 'agreed')), 'topic', 'Something for ' || p.name, 5, p.id
    FROM "Person" p WHERE p.id = app.viewer() ON CONFLICT DO NOTHING;
  RETURN EXISTS (SELECT FROM "AgendaItem" i WHERE i."meetingId" = meeting AND i."forId" = app.viewer());
END $$;

-- Taken back by whoever asked, until it is their turn.
CREATE FUNCTION app.take_back_time(meeting uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM "AgendaItem" i WHERE i."meetingId" = meeting AND i."forId" = app.viewer() AND i."startedAt" IS NULL
      AND NOT EXISTS (SELECT FROM "Turn" t WHERE t."itemId" = i.id) AND meeting IN (SELECT m.id FROM "Meeting" m WHERE m."groupId" = ANY (app.my_groups('{mentor}'))) RETURNING 1)
  SELECT EXISTS (SELECT FROM gone)
$$;

-- The next meeting in which whoever raised a concern could have time. Not with somebody they kept it from when they raised it; what a lead kept from
-- somebody later does not show here.
CREATE FUNCTION app.time_after_handing_on(concern uuid) RETURNS TABLE ("meetingId" uuid, "startsAt" timestamptz, "supervisorNames" text[], "isAsked" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m."startsAt", (SELECT array_agg(p.name ORDER BY a.part, p.name) FROM "GroupMember" a JOIN "Person" p ON p.id = a."personId" WHERE a."groupId" = m."groupId" AND a.part <> 'mentor' AND app.is_current(a."startsAt", a."endsAt")),
    EXISTS (SELECT FROM "AgendaItem" i WHERE i."meetingId" = m.id AND i."forId" = app.viewer())
  FROM "Concern" c JOIN "ChronologyEntry" e ON e."concernId" = c.id AND e.kind = 'raised'
  JOIN "Meeting" m ON m."groupId" = ANY (app.my_groups('{mentor}')) AND m."calledOffAt" IS NULL AND m."startsAt" + make_interval(mins => m.minutes) > app.now()
  WHERE c.id = concern AND c."raisedById" = app.viewer() AND NOT EXISTS (SELECT FROM "MeetingClosing" d WHERE d."meetingId" = m.id)
    AND NOT EXISTS (SELECT FROM "GroupMember" a WHERE a."groupId" = m."groupId" AND a.part <> 'mentor' AND app.is_current(a."startsAt", a."endsAt") AND e.facts->'keptFrom' ? a."personId"::text)
  ORDER BY m."startsAt" LIMIT 1
$$;

-- ── Without supervision for too long ────────────────────────────────────────────────────────────────────────────────
-- How many days of these the setting was open: within its terms, where it has any.
CREATE FUNCTION app.days_open(place uuid, after_day date, to_day date) RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM "Term" WHERE "organisationId" = place)
    THEN (SELECT coalesce(sum(greatest(0, least(t."endsOn", to_day) - greatest(t."startsOn", after_day + 1) + 1)), 0)::int FROM "Term" t WHERE t."organisationId" = place)
    ELSE to_day - after_day END
$$;

-- Mentors who meet a mentee and have not been to supervision for longer than the setting's interval, for its youth workers and coordinators: that, since
-- when, and when they could next. Nothing of what is said there.
CREATE FUNCTION app.supervision_missed() RETURNS TABLE ("personId" uuid, name text, "organisationId" uuid, "organisationName" text, "lastAt" timestamptz, days int, "isInGroup" boolean, "nextAt" timestamptz)
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
    JOIN "Meeting" m ON m.id = newest."meetingId" WHERE newest.mark IN ('present', 'late') GROUP BY 1, 2)
  SELECT mentor.id, person.name, place.id, place.name, been.at, passed.days, mine.id IS NOT NULL, mine."nextAt"
  FROM mentor JOIN place ON place.id = mentor."organisationId" JOIN "Person" person ON person.id = mentor.id
  LEFT JOIN been ON been."personId" = mentor.id AND been."organisationId" = mentor."organisationId"
  CROSS JOIN LATERAL (SELECT app.days_open(place.id, (greatest(coalesce(been.at, mentor.since), mentor.since) AT TIME ZONE place."timeZone")::date, (app.now() AT TIME ZONE place."timeZone")::date) AS days) passed
  LEFT JOIN LATERAL (SELECT g."groupId" AS id, (SELECT min(m."startsAt") FROM "Meeting" m WHERE m."groupId" = g."groupId" AND m."calledOffAt" IS NULL AND m."startsAt" > app.now()) AS "nextAt"
    FROM "GroupMember" g WHERE g."personId" = mentor.id AND g."organisationId" = mentor."organisationId" AND g.part = 'mentor' AND app.is_current(g."startsAt", g."endsAt") LIMIT 1) mine ON true
  WHERE passed.days > place."supervisionDays" AND mentor.id <> app.viewer()
  ORDER BY passed.days DESC, person.name LIMIT 50
$$;

GRANT UPDATE ("supervisionDays") ON "Organisation" TO app;
REVOKE ALL ON FUNCTION app.ask_for_time(uuid, uuid), app.take_back_time(uuid), app.time_after_handing_on(uuid), app.days_open(uuid, date, date), app.supervision_missed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ask_for_time(uuid, uuid), app.take_back_time(uuid), app.time_after_handing_on(uuid), app.supervision_missed() TO app;
