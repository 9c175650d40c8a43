-- Today of a youth worker and of a coordinator was slow. The rules are as before; they are worked out once a question instead of once a table or a row.

-- The ids that arrays hold are looked up in a hash: `<> ALL` of an array asked for goes through it for every row.
CREATE OR REPLACE FUNCTION app.concerns_i_received() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(r."concernId"), '{}') FROM "ConcernReceipt" r
  WHERE r."byId" = (SELECT app.viewer()) AND r."organisationId" = ANY ((SELECT app.my_organisations())::uuid[]) AND r."concernId" NOT IN (SELECT unnest(app.concerns_kept_from_me()))
$$;

CREATE INDEX "ConcernAlert_personId_organisationId_rung_concernId_idx" ON "ConcernAlert" ("personId", "organisationId", rung, "concernId");
DROP INDEX "ConcernAlert_personId_idx";

-- Each concern once, from the index alone, and without sorting them.
CREATE OR REPLACE FUNCTION app.concerns_to_read() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT a."concernId" AS id FROM "ConcernAlert" a
      WHERE a."personId" = (SELECT app.viewer()) AND a.rung <> 'delivery_site' AND a."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
    UNION SELECT a."concernId" FROM "ConcernAlert" a
      WHERE a."personId" = (SELECT app.viewer()) AND a.rung <> 'delivery_site' AND a."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])
        AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = a."concernId")
    UNION SELECT unnest(app.concerns_i_was_brought_in_to())
    UNION SELECT unnest(app.concerns_i_opened())) mine
$$;

-- The list of concerns, by the rules of the policies `readers`, `receivers` and `raisers` of its seven tables, each worked out once. Names and places are not in it: who sees those is for their own policies.
CREATE FUNCTION app.concerns_listed(before timestamptz, "areEnded" boolean, most int) RETURNS TABLE (
  id uuid, "organisationId" uuid, "raisedAt" timestamptz, danger "Danger", "raisedById" uuid, "receivedAt" timestamptz, "receivedById" uuid, "takenOnAt" timestamptz, "takenOnById" uuid,
  openable boolean, stands "CaseState", level "CaseLevel", "dueOn" date, "isHolderGone" boolean, climbed jsonb, "keptFrom" text[], "isAlerted" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH kept AS MATERIALIZED (SELECT unnest(app.concerns_kept_from_me()) AS id),
  read AS MATERIALIZED (
    SELECT h."concernId" AS id FROM "ChronologyHead" h
      WHERE h."concernId" NOT IN (SELECT kept.id FROM kept) AND (h."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR h."concernId" IN (SELECT unnest(app.concerns_to_read())))),
  -- Whoever received it knows of it for good, also where they raised it themselves.
  received AS MATERIALIZED (
    SELECT unnest(app.concerns_i_received()) AS id
    UNION SELECT r."concernId" FROM unnest(app.concerns_i_raised()) raised (id) JOIN "ConcernReceipt" r ON r."concernId" = raised.id AND r."byId" = app.viewer()),
  page AS MATERIALIZED (
    SELECT c.id, c."organisationId", c."raisedAt", c.danger, c."raisedById", r.at AS "receivedAt", r."byId" AS "receivedById", t.at AS "takenOnAt", h."holderId", h."concernId" IS NOT NULL AS openable, h.state, h."caseLevel", h."reviewOn"
    FROM (SELECT read.id FROM read UNION SELECT received.id FROM received) seen JOIN "Concern" c ON c.id = seen.id
    LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id LEFT JOIN "TakingOn" t ON t."concernId" = c.id LEFT JOIN "ChronologyHead" h ON h."concernId" = c.id AND h."concernId" IN (SELECT read.id FROM read)
    WHERE (before IS NULL OR t.at < before) AND coalesce(h.state IN ('closed', 'duplicate', 'transferred'), false) = "areEnded"
    ORDER BY t.at IS NOT NULL, r.at IS NOT NULL, t.at DESC, c."raisedAt" LIMIT most)
  SELECT c.id, c."organisationId", c."raisedAt", c.danger, c."raisedById", c."receivedAt", c."receivedById", c."takenOnAt",
    -- Whoever sees the case sees who holds it. Others are told by a function, which costs as much as this whole page.
    CASE WHEN c.openable THEN c."holderId" WHEN c."takenOnAt" IS NOT NULL THEN app.who_looks_after(c.id) END,
    c.openable, c.state, c."caseLevel",
    least(c."reviewOn", (SELECT min(a."dueOn") FROM "CaseAction" a WHERE a."concernId" = c.id AND NOT EXISTS (SELECT FROM "CaseActionEnd" e WHERE e."actionId" = a.id)
      AND (c.openable OR a.id = ANY (app.actions_i_cover()) OR (a."ownerId" = app.viewer() AND c.id NOT IN (SELECT kept.id FROM kept)
        AND a."organisationId" = ANY (app.my_organisations('{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,programme_lead}')))))),
    c.openable AND c."takenOnAt" IS NOT NULL AND NOT EXISTS (SELECT FROM app.adults_to_tell(c."organisationId") a WHERE a."personId" = c."holderId" AND a.role <> 'youth_worker'
      AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = a."personId")),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', k.clock, 'rung', k.rung)), '[]') FROM "ConcernClimb" k WHERE c.openable AND k."concernId" = c.id),
    (SELECT coalesce(array_agg(f."personId"::text), '{}') FROM "ConcernKeptFrom" f WHERE c.openable AND f."concernId" = c.id),
    (c.openable OR c."raisedById" = app.viewer()) AND EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = app.viewer() AND a.rung <> 'delivery_site')
  FROM page c ORDER BY c."takenOnAt" IS NOT NULL, c."receivedAt" IS NOT NULL, c."takenOnAt" DESC, c."raisedAt"
$$;

-- Who was there lately is not without supervision: only the meetings since the day that counts are read for everybody, and older ones for whoever is left.
DROP FUNCTION app.supervision_missed();
CREATE FUNCTION app.supervision_missed(most int DEFAULT 50) RETURNS TABLE ("personId" uuid, name text, "organisationId" uuid, "organisationName" text, "lastAt" timestamptz, days int, "isInGroup" boolean, "nextAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- `since`: from that day on the interval and no more is open until today, so that whoever was there then or later is not shown. None where it has not been open so long.
  WITH place AS MATERIALIZED (
    SELECT o.id, o.name, o."timeZone", o."supervisionDays", t.today, (
      CASE WHEN EXISTS (SELECT FROM "Term" WHERE "organisationId" = o.id)
        THEN (SELECT least(t.today, e."endsOn") - back AS day FROM "Term" e, generate_series(0, least(t.today, e."endsOn") - e."startsOn") back WHERE e."organisationId" = o.id ORDER BY day DESC OFFSET o."supervisionDays" LIMIT 1)
        ELSE t.today - o."supervisionDays" END)::timestamp AT TIME ZONE o."timeZone" AS since
    FROM "Organisation" o CROSS JOIN LATERAL (SELECT (app.now() AT TIME ZONE o."timeZone")::date AS today) t
    WHERE o.id = ANY ((SELECT app.my_organisations('{youth_worker,coordinator}'))::uuid[])),
  lately AS MATERIALIZED (
    SELECT newest."personId", newest."organisationId" FROM (
      SELECT DISTINCT ON (r."meetingId", r."personId") r."personId", r."organisationId", r.mark
      FROM place JOIN "Meeting" m ON m."organisationId" = place.id AND m."startsAt" >= place.since
        JOIN "RegisterMark" r ON r."meetingId" = m.id AND r."organisationId" = place.id AND r."markedAt" > app.now() - interval '120 days'
      ORDER BY r."meetingId", r."personId", r."markedAt" DESC, r.id DESC) newest
    WHERE newest.mark IN ('present', 'late')),
  mentor AS MATERIALIZED (
    SELECT paired.* FROM (
      SELECT p."mentorId" AS id, p."organisationId", min(p."startsAt") AS since FROM "Pair" p
      WHERE p."organisationId" IN (SELECT place.id FROM place) AND app.is_current(p."startsAt", p."endsAt") GROUP BY 1, 2) paired
    JOIN place ON place.id = paired."organisationId" AND paired.since < place.since
    WHERE paired.id <> (SELECT app.viewer()) AND (paired.id, paired."organisationId") NOT IN (SELECT l."personId", l."organisationId" FROM lately l)
      AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = paired.id AND m."organisationId" = paired."organisationId" AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt") OFFSET 0)),
  -- Put under each other and not beside each other: the planner thinks that nobody is left, and would go through the one list for each of the other.
  absent AS MATERIALIZED (
    SELECT last.*, (greatest(last.at, last.since) AT TIME ZONE place."timeZone")::date AS day, place.name, place."supervisionDays", place.today FROM (
      SELECT one.id, one."organisationId", min(one.since) AS since, max(one.at) AS at FROM (
        SELECT mentor.*, NULL::timestamptz AS at FROM mentor
        UNION ALL SELECT newest."personId", newest."organisationId", NULL, m."startsAt" FROM (
          SELECT DISTINCT ON (r."meetingId", r."personId") r."meetingId", r."personId", r."organisationId", r.mark FROM "RegisterMark" r
          WHERE r."organisationId" IN (SELECT place.id FROM place) AND r."markedAt" > app.now() - interval '120 days' AND r."personId" IN (SELECT mentor.id FROM mentor)
          ORDER BY r."meetingId", r."personId", r."markedAt" DESC, r.id DESC) newest
        JOIN "Meeting" m ON m.id = newest."meetingId" WHERE newest.mark IN ('present', 'late')) one
      GROUP BY 1, 2 HAVING min(one.since) IS NOT NULL) last JOIN place ON place.id = last."organisationId"),
  -- Open days are counted once a day, not once a mentor: many were last there on the same one.
  passed AS MATERIALIZED (SELECT d.*, app.days_open(d."organisationId", d.day, d.today) AS days FROM (SELECT DISTINCT a."organisationId", a.day, a.today FROM absent a) d),
  missed AS MATERIALIZED (
    SELECT absent.id, person.name, absent."organisationId", absent.name AS "organisationName", absent.at, passed.days
    FROM absent JOIN passed ON passed."organisationId" = absent."organisationId" AND passed.day = absent.day AND passed.days > absent."supervisionDays" JOIN "Person" person ON person.id = absent.id
    ORDER BY passed.days DESC, person.name, absent.id LIMIT most)
  SELECT missed.id, missed.name, missed."organisationId", missed."organisationName", missed.at, missed.days, mine.id IS NOT NULL, mine."nextAt"
  FROM missed LEFT JOIN LATERAL (SELECT g."groupId" AS id, (SELECT min(m."startsAt") FROM "Meeting" m WHERE m."groupId" = g."groupId" AND m."calledOffAt" IS NULL AND m."startsAt" > app.now()) AS "nextAt"
    FROM "GroupMember" g WHERE g."personId" = missed.id AND g."organisationId" = missed."organisationId" AND g.part = 'mentor' AND app.is_current(g."startsAt", g."endsAt") LIMIT 1) mine ON true
  ORDER BY missed.days DESC, missed.name, missed.id
$$;

REVOKE ALL ON FUNCTION app.concerns_listed(timestamptz, boolean, int), app.supervision_missed(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.concerns_listed(timestamptz, boolean, int), app.supervision_missed(int) TO app;
