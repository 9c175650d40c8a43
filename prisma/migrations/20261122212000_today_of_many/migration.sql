-- Today of somebody whom ten thousand concerns had reached took seconds: for each row that it asked of, its policy looked through the list of all those ten thousand. Here what could be on Today is looked for
-- first, by index, and the rules are worked out for that alone. modules/cases/cases-today.test.ts holds what these say against what the policies say.

-- Of these concerns, those whose chronology the viewer reads: what the policies of its tables say (app.concerns_kept_from_me, app.settings_i_safeguard, app.concerns_to_read), asked of few.
CREATE FUNCTION app.which_i_read(concerns uuid[]) RETURNS TABLE ("concernId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = public, pg_temp AS $$
  SELECT h."concernId" FROM "ChronologyHead" h
  WHERE h."concernId" = ANY (concerns) AND h."concernId" NOT IN (SELECT unnest(app.concerns_kept_from_me()))
    AND (h."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
      OR h."concernId" IN (SELECT unnest(app.concerns_i_was_brought_in_to()) UNION ALL SELECT unnest(app.concerns_i_opened()))
      OR h."concernId" IN (SELECT a."concernId" FROM "ConcernAlert" a WHERE a."concernId" = ANY (concerns) AND a."personId" = (SELECT app.viewer()) AND a.rung <> 'delivery_site'
        AND (a."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
          OR (a."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[]) AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = a."concernId")))))
$$;

ALTER FUNCTION app.concerns_i_keep(uuid[]) ROWS 50;

-- The times by which the clocks of cases run that are worked on, or on their way to another setting: all of them for jobs, and those that the viewer reads.
CREATE VIEW app.case_times WITH (security_invoker = true) AS
  SELECT h."concernId", h."organisationId", h.state::text AS state, h."caseLevel"::text AS level, c.danger::text AS danger, h."reviewOn"::text AS "reviewOn", t.at AS "takenOnAt", s.at AS "handedOnAt", s."receiptBy", e.*
  FROM "ChronologyHead" h JOIN "Concern" c ON c.id = h."concernId" JOIN "TakingOn" t ON t."concernId" = h."concernId"
  LEFT JOIN LATERAL (SELECT l.at, (l.facts->>'receiptBy')::timestamptz AS "receiptBy" FROM "ChronologyEntry" l
    WHERE h.state = 'transferred' AND l."concernId" = h."concernId" AND l.kind = 'transferred' AND l.id = app.transfer_awaited(h."concernId") OFFSET 0) s ON true
  CROSS JOIN LATERAL (
    SELECT max(l.at) FILTER (WHERE l.kind = 'reopened') AS "reopenedAt", min(l.at) FILTER (WHERE l.kind = 'triaged') AS "firstTriagedAt", max(l.at) FILTER (WHERE l.kind = 'triaged') AS "lastTriagedAt",
      max(l.at) FILTER (WHERE l.kind = 'closed') AS "closedAt", max(l.at) FILTER (WHERE l.kind = 'decided') AS "decidedAt", max(l.at) FILTER (WHERE l.kind = 'reviewed') AS "reviewedAt"
    FROM "ChronologyEntry" l WHERE l."concernId" = h."concernId") e
  WHERE h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing', 'transferred') AND (h.state <> 'transferred' OR s.at IS NOT NULL);
GRANT SELECT ON app.case_times TO system;
CREATE FUNCTION app.case_times_i_read(concerns uuid[]) RETURNS SETOF app.case_times
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT w.* FROM app.which_i_read(concerns) i JOIN app.case_times w ON w."concernId" = i."concernId" $$;

-- The cases that may need the viewer today, with what decides it. Names are not said here: whose name somebody sees is for the policies of a person.
CREATE FUNCTION app.cases_today(day date) RETURNS TABLE (
  "concernId" uuid, state text, since timestamptz, "raisedById" uuid, "isMine" boolean, "coversForId" uuid, keeps boolean, "isLeft" boolean, "isDue" boolean, "isDecided" boolean, "isLate" boolean, "isGoing" boolean,
  "isNew" boolean, "hasMore" boolean, "isOpened" boolean, "closedByMe" boolean, "isSilent" boolean, "agencyId" uuid, "askedAt" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH setting AS MATERIALIZED (SELECT unnest(app.settings_i_safeguard() || app.my_organisations('{head,programme_lead}')) AS id),
  near AS MATERIALIZED (
    SELECT h."concernId" FROM setting CROSS JOIN LATERAL (SELECT h."concernId" FROM "ChronologyHead" h WHERE h."organisationId" = setting.id AND h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') OFFSET 0) h
    UNION SELECT e."concernId" FROM setting CROSS JOIN LATERAL (SELECT e."concernId" FROM "ChronologyEntry" e WHERE e."organisationId" = setting.id AND e.kind IN ('added', 'marked', 'notified') AND e.at > app.now() - interval '120 days' OFFSET 0) e
    UNION SELECT g."concernId" FROM setting JOIN "GlassBroken" g ON g."organisationId" = setting.id
    UNION SELECT r."concernId" FROM "CaseReader" r JOIN "ChronologyHead" h ON h."concernId" = r."concernId" WHERE r."personId" = app.viewer() AND r."endedAt" IS NULL
      AND (h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') OR EXISTS (SELECT FROM "GlassBroken" g WHERE g."concernId" = r."concernId")
        OR EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = r."concernId" AND e.kind IN ('added', 'marked', 'notified') AND e.at > app.now() - interval '120 days'))),
  shown AS MATERIALIZED (SELECT i."concernId" FROM app.which_i_read(ARRAY(SELECT near."concernId" FROM near)) i),
  kept AS MATERIALIZED (SELECT k."concernId", k."isLeft" FROM app.concerns_i_keep(ARRAY(SELECT shown."concernId" FROM shown)) k),
  covered AS MATERIALIZED (SELECT v."organisationId", v."personId" FROM app.covered_by_me() v)
  SELECT h."concernId", h.state::text, coalesce(t.at, c."raisedAt"), c."raisedById", h."holderId" = app.viewer(), (SELECT v."personId" FROM covered v WHERE v."organisationId" = h."organisationId" AND v."personId" = h."holderId"),
    kept."concernId" IS NOT NULL, coalesce(kept."isLeft", false), coalesce(h."reviewOn" <= day, false),
    EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'decided'),
    EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = h."concernId" AND a."dueOn" < day AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id)),
    EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = h."concernId" AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id)) OR h."reviewOn" IS NOT NULL,
    EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = h."concernId" AND r."personId" = app.viewer() AND r."endedAt" IS NULL AND (looked.at IS NULL OR looked.at <= r.at)),
    EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind IN ('added', 'marked', 'notified') AND e."byId" IS DISTINCT FROM app.viewer() AND e.number > coalesce(looked.number, 0)),
    EXISTS (SELECT FROM "GlassBroken" g WHERE g."concernId" = h."concernId" AND g."personId" <> app.viewer() AND (looked.at IS NULL OR looked.at <= g.at)),
    (SELECT e."byId" = app.viewer() FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'closed' ORDER BY e.number DESC LIMIT 1) IS TRUE,
    silent.id IS NOT NULL, silent."agencyId", silent."askedAt"
  FROM shown JOIN "ChronologyHead" h ON h."concernId" = shown."concernId" JOIN "Concern" c ON c.id = h."concernId" LEFT JOIN kept ON kept."concernId" = h."concernId" LEFT JOIN "TakingOn" t ON t."concernId" = h."concernId"
  LEFT JOIN LATERAL (SELECT max(l.number) AS number, max(l.at) AS at FROM "ChronologyEntry" l WHERE l."concernId" = h."concernId" AND l.kind = 'looked' AND l."byId" = app.viewer()) looked ON true
  LEFT JOIN LATERAL (
    SELECT r.id, (r.facts->>'agencyId')::uuid AS "agencyId", r.facts->>'happenedAt' AS "askedAt" FROM "ChronologyEntry" r
    WHERE r."concernId" = h."concernId" AND r.kind = 'referred' AND h.state = 'awaiting_agency'
      AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND e.kind = 'agency-answered' AND e.facts->>'referralId' = r.id::text AND (e.facts->>'isEnd')::boolean)
      AND (SELECT (e.facts->>'chaseAt')::timestamptz FROM "ChronologyEntry" e WHERE e."concernId" = h."concernId" AND (e.id = r.id OR e.facts->>'referralId' = r.id::text) AND e.facts ? 'chaseAt' ORDER BY e.number DESC LIMIT 1) <= app.now()
    ORDER BY r.number LIMIT 1) silent ON true
$$;

-- What was handed to another setting and nobody there has said that they have, of what the viewer keeps.
CREATE FUNCTION app.receipts_awaited() RETURNS TABLE ("concernId" uuid, "raisedById" uuid, "sentAt" timestamptz, "receiptBy" text, packs int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k."concernId", c."raisedById", t.at, t.facts->>'receiptBy',
    (SELECT count(*)::int FROM "ChronologyEntry" x WHERE x."concernId" = k."concernId" AND x.kind = 'exported' AND x.facts->>'transferId' = t.id::text)
  FROM app.concerns_i_keep(ARRAY(SELECT h."concernId" FROM "ChronologyHead" h WHERE h.state = 'transferred' AND h."organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}'))::uuid[]))) k
  JOIN "Concern" c ON c.id = k."concernId" JOIN "ChronologyEntry" t ON t."concernId" = k."concernId" AND t.kind = 'transferred' AND t.id = app.transfer_awaited(k."concernId")
$$;

-- As before: only those that stand as is asked are looked for, and the rules are worked out for these.
CREATE OR REPLACE FUNCTION app.concerns_listed(before timestamptz, "areEnded" boolean, most int) RETURNS TABLE (
  id uuid, "organisationId" uuid, "raisedAt" timestamptz, danger "Danger", "raisedById" uuid, "receivedAt" timestamptz, "receivedById" uuid, "takenOnAt" timestamptz, "takenOnById" uuid,
  openable boolean, stands "CaseState", level "CaseLevel", "dueOn" date, "isHolderGone" boolean, climbed jsonb, "keptFrom" text[], "isAlerted" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH kept AS MATERIALIZED (SELECT unnest(app.concerns_kept_from_me()) AS id),
  read AS MATERIALIZED (
    -- What is open is looked for first, and is few. What has ended is nearly everything: for that the rules are worked out once.
    SELECT i."concernId" AS id FROM app.which_i_read(CASE WHEN NOT "areEnded" THEN ARRAY(
      SELECT h."concernId" FROM "ChronologyHead" h WHERE h."organisationId" = ANY ((SELECT app.my_organisations())::uuid[]) AND h.state IN ('waiting', 'received', 'taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing')
      UNION SELECT unnest(app.concerns_i_opened())) END) i
    UNION ALL SELECT h."concernId" FROM "ChronologyHead" h
      WHERE "areEnded" AND h."concernId" NOT IN (SELECT kept.id FROM kept) AND (h."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR h."concernId" IN (SELECT unnest(app.concerns_to_read())))),
  -- Whoever received it knows of it for good, also where they raised it themselves. Where they read it and it has ended, it is in the other list.
  received AS MATERIALIZED (
    SELECT m.id, h."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) AS "isRead"
    FROM (SELECT unnest(app.concerns_i_received()) AS id
      UNION SELECT r."concernId" FROM unnest(app.concerns_i_raised()) raised (id) JOIN "ConcernReceipt" r ON r."concernId" = raised.id AND r."byId" = app.viewer()) m
    LEFT JOIN "ChronologyHead" h ON h."concernId" = m.id
    WHERE NOT "areEnded" AND m.id NOT IN (SELECT read.id FROM read)),
  ended AS MATERIALIZED (SELECT i."concernId" AS id FROM app.which_i_read(ARRAY(SELECT received.id FROM received WHERE NOT received."isRead")) i),
  page AS MATERIALIZED (
    SELECT c.id, c."organisationId", c."raisedAt", c.danger, c."raisedById", r.at AS "receivedAt", r."byId" AS "receivedById", t.at AS "takenOnAt", h."holderId", seen.openable, h.state, h."caseLevel", h."reviewOn"
    FROM (SELECT read.id, true AS openable FROM read UNION ALL SELECT received.id, false FROM received WHERE "isRead" IS NOT TRUE AND received.id NOT IN (SELECT ended.id FROM ended)) seen JOIN "Concern" c ON c.id = seen.id
    LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id LEFT JOIN "TakingOn" t ON t."concernId" = c.id LEFT JOIN "ChronologyHead" h ON h."concernId" = c.id AND seen.openable
    WHERE (before IS NULL OR t.at < before) AND coalesce(h.state IN ('closed', 'duplicate', 'transferred'), false) = "areEnded"
    ORDER BY t.at IS NOT NULL, r.at IS NOT NULL, t.at DESC, c."raisedAt" LIMIT most)
  SELECT c.id, c."organisationId", c."raisedAt", c.danger, c."raisedById", c."receivedAt", c."receivedById", c."takenOnAt",
    -- Whoever sees the case sees who holds it. Others are told by a function, which costs as much as this whole page.
    CASE WHEN c.openable THEN c."holderId" WHEN c."takenOnAt" IS NOT NULL THEN app.who_looks_after(c.id) END,
    c.openable, c.state, c."caseLevel",
    least(c."reviewOn", (SELECT min(a."dueOn") FROM "CaseAction" a WHERE a."concernId" = c.id AND NOT EXISTS (SELECT FROM "CaseActionEnd" e WHERE e."actionId" = a.id)
      AND (c.openable OR a.id = ANY (app.actions_i_cover()) OR (a."ownerId" = app.viewer() AND c.id NOT IN (SELECT kept.id FROM kept)
        AND a."organisationId" = ANY (app.my_organisations('{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,programme_lead}')))))),
    c.openable AND c."takenOnAt" IS NOT NULL AND NOT EXISTS (SELECT FROM app.case_keepers k WHERE k."concernId" = c.id AND k."personId" = c."holderId"),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', k.clock, 'rung', k.rung)), '[]') FROM "ConcernClimb" k WHERE c.openable AND k."concernId" = c.id),
    (SELECT coalesce(array_agg(f."personId"::text), '{}') FROM "ConcernKeptFrom" f WHERE c.openable AND f."concernId" = c.id),
    (c.openable OR c."raisedById" = app.viewer()) AND EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = app.viewer() AND a.rung <> 'delivery_site')
  FROM page c ORDER BY c."takenOnAt" IS NOT NULL, c."receivedAt" IS NOT NULL, c."takenOnAt" DESC, c."raisedAt"
$$;

REVOKE ALL ON FUNCTION app.which_i_read(uuid[]), app.case_times_i_read(uuid[]), app.cases_today(date), app.receipts_awaited() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.which_i_read(uuid[]), app.case_times_i_read(uuid[]), app.cases_today(date), app.receipts_awaited() TO app;
