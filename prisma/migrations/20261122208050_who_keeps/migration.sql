-- Who keeps a concern was said in six places, and not in the same way: a case whose holder could no longer open it was counted as looked after. Here it is said once.

-- Its lead and deputies, and a head who was told of it or brought in; in a delivery site's own concerns a programme lead in the same way. Nobody it is kept from, and nobody once it is destroyed.
-- Rows the planner can see into, for the functions below: nobody but the owner reads them.
DROP FUNCTION app.cases_left(uuid);
DROP FUNCTION app.case_keepers(uuid);
CREATE VIEW app.case_keepers AS
  SELECT c.id AS "concernId", m."personId", m.role
  FROM "Concern" c JOIN "Membership" m ON m."organisationId" = c."organisationId"
  WHERE m.role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead') AND app.is_current(m."startsAt", m."endsAt")
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = m."personId")
    AND NOT EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = c.id)
    AND (m.role IN ('safeguarding_lead', 'deputy_lead')
      OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = m."personId" AND a.rung <> 'delivery_site')
      OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = c.id AND r."personId" = m."personId" AND r."endedAt" IS NULL));

-- Of one concern: everybody, and the viewer. A case is handed to these (app.line_hands_over), they hear that it was opened in need (app.break_glass), and they take its steps.
CREATE OR REPLACE FUNCTION app.keepers_of(concern uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT k."personId"), '{}') FROM app.case_keepers k WHERE k."concernId" = concern
$$;
CREATE OR REPLACE FUNCTION app.keeps_concern(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.case_keepers k WHERE k."concernId" = concern AND k."personId" = app.viewer())
$$;

-- Of many at once, for Today: which the viewer keeps, and whether whoever looks after it still can.
DROP FUNCTION app.concerns_i_keep(uuid[]);
CREATE FUNCTION app.concerns_i_keep(concerns uuid[]) RETURNS TABLE ("concernId" uuid, "isLeft" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT k."concernId", NOT EXISTS (SELECT FROM app.case_keepers w JOIN "ChronologyHead" h ON h."concernId" = w."concernId" AND h."holderId" = w."personId" WHERE w."concernId" = k."concernId")
  FROM app.case_keepers k WHERE k."concernId" = ANY (concerns) AND k."personId" = (SELECT app.viewer())
$$;

-- By name, each once, for whoever may read the concern.
CREATE FUNCTION app.keepers_named(concern uuid) RETURNS TABLE ("personId" uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name FROM "Person" p WHERE p.id = ANY (app.keepers_of(concern)) AND concern <> ALL (app.concerns_kept_from_me())
    AND (app.organisation_of_concern(concern) = ANY (app.settings_i_safeguard()) OR concern = ANY (app.concerns_to_read()))
$$;

-- The cases that are under way: taken on and not over, or handed on and nobody there has said that it arrived.
CREATE VIEW app.cases_under_way WITH (security_invoker = true) AS
  SELECT h."concernId", h."organisationId", h.state, h."caseLevel", h."holderId", s."transferId" FROM "ChronologyHead" h
  CROSS JOIN LATERAL (SELECT CASE WHEN h.state = 'transferred' THEN app.transfer_awaited(h."concernId") END AS "transferId") s
  WHERE h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') OR s."transferId" IS NOT NULL;
GRANT SELECT ON app.cases_under_way TO system;

-- As before, of these cases. Since when: where nobody is left to look after it, since the last time that somebody who could have come or gone.
CREATE FUNCTION app.cases_left(concerns uuid[]) RETURNS TABLE ("concernId" uuid, "organisationId" uuid, level text, since timestamptz, "hasLead" boolean, "hasKeeper" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h."concernId", h."organisationId", h."caseLevel"::text, coalesce(CASE WHEN k."hasKeeper" THEN m."holderLeft" ELSE m."lastChange" END, t.at), k."hasLead", k."hasKeeper"
  FROM app.cases_under_way h JOIN "TakingOn" t ON t."concernId" = h."concernId"
  CROSS JOIN LATERAL (SELECT count(*) > 0 AS "hasKeeper", coalesce(bool_or(w.role IN ('safeguarding_lead', 'deputy_lead')), false) AS "hasLead", coalesce(bool_or(w."personId" = h."holderId"), false) AS "isHeld"
    FROM app.case_keepers w WHERE w."concernId" = h."concernId") k
  CROSS JOIN LATERAL (
    SELECT max(s."endsAt") FILTER (WHERE s."personId" = h."holderId" AND s."endsAt" <= app.now()) AS "holderLeft", max(CASE WHEN s."endsAt" <= app.now() THEN s."endsAt" ELSE s."startsAt" END) FILTER (WHERE s."startsAt" <= app.now() AND s."organisationId" = h."organisationId") AS "lastChange"
    FROM "Organisation" o JOIN "Membership" s ON s."organisationId" IN (o.id, o."supportedById") WHERE o.id = h."organisationId" AND s.role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead')) m
  WHERE h."concernId" = ANY (concerns) AND NOT k."isHeld" AND (h."transferId" IS NULL OR NOT k."hasKeeper")
$$;

-- As before, looked for from what is not over in the settings supported: what was told in other years costs nothing.
CREATE OR REPLACE FUNCTION app.waiting_elsewhere()
RETURNS TABLE ("concernId" uuid, "organisationName" text, phone text, "raisedAt" timestamptz, "receivedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT h."concernId", o.name, o.phone, EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = h."concernId") AS "isTakenOn"
    FROM "Organisation" o JOIN "ChronologyHead" h ON h."organisationId" = o.id AND h.state IN ('waiting', 'received', 'taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing', 'transferred')
    WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
      AND EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = h."concernId" AND a."personId" = (SELECT app.viewer()) AND a.rung = 'delivery_site')
      AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = h."concernId" AND k."personId" = (SELECT app.viewer())))
  SELECT t."concernId", t.name, t.phone, c."raisedAt", r.at FROM told t JOIN "Concern" c ON c.id = t."concernId" LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id
  WHERE NOT t."isTakenOn" OR t."concernId" IN (SELECT l."concernId" FROM app.cases_left(ARRAY(SELECT told."concernId" FROM told WHERE told."isTakenOn")) l WHERE NOT l."hasKeeper")
$$;

-- As before; nobody looks after it any more where whoever did no longer keeps it.
CREATE OR REPLACE FUNCTION app.concerns_listed(before timestamptz, "areEnded" boolean, most int) RETURNS TABLE (
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
    c.openable AND c."takenOnAt" IS NOT NULL AND NOT EXISTS (SELECT FROM app.case_keepers k WHERE k."concernId" = c.id AND k."personId" = c."holderId"),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', k.clock, 'rung', k.rung)), '[]') FROM "ConcernClimb" k WHERE c.openable AND k."concernId" = c.id),
    (SELECT coalesce(array_agg(f."personId"::text), '{}') FROM "ConcernKeptFrom" f WHERE c.openable AND f."concernId" = c.id),
    (c.openable OR c."raisedById" = app.viewer()) AND EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = app.viewer() AND a.rung <> 'delivery_site')
  FROM page c ORDER BY c."takenOnAt" IS NOT NULL, c."receivedAt" IS NOT NULL, c."takenOnAt" DESC, c."raisedAt"
$$;

REVOKE ALL ON FUNCTION app.concerns_i_keep(uuid[]), app.keepers_named(uuid), app.cases_left(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.concerns_i_keep(uuid[]), app.keepers_named(uuid) TO app;
GRANT EXECUTE ON FUNCTION app.cases_left(uuid[]) TO system;
