-- AlterEnum
ALTER TYPE "CaseClock" ADD VALUE 'left';

-- Who may look after a case now: leads and deputies, a head or programme lead who was told or brought in; nobody it is kept from. As modules/cases/parts/keepers-of.server.ts.
CREATE FUNCTION app.case_keepers(concern uuid) RETURNS TABLE ("personId" uuid, role "Role") LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m."personId", m.role FROM "Concern" c JOIN "Organisation" o ON o.id = c."organisationId"
  JOIN "Membership" m ON (m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head')) OR (m.role = 'programme_lead' AND m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END)
  WHERE c.id = concern AND app.is_current(m."startsAt", m."endsAt") AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = m."personId")
    AND (m.role IN ('safeguarding_lead', 'deputy_lead') OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = m."personId" AND a.rung <> 'delivery_site')
      OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = c.id AND r."personId" = m."personId" AND r."endedAt" IS NULL))
$$;

-- The open cases whose holder can no longer look after them, for the job that tells of it: since when, and whether a lead or deputy, or anybody at all, is left to. Where nobody is, since the last time that somebody who could have come or gone.
CREATE FUNCTION app.cases_left(one uuid) RETURNS TABLE ("concernId" uuid, "organisationId" uuid, level text, since timestamptz, "hasLead" boolean, "hasKeeper" boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h."concernId", h."organisationId", h."caseLevel"::text, coalesce(CASE WHEN k."hasKeeper" THEN m."holderLeft" ELSE m."lastChange" END, t.at), k."hasLead", k."hasKeeper"
  FROM "ChronologyHead" h JOIN "TakingOn" t ON t."concernId" = h."concernId"
  CROSS JOIN LATERAL (SELECT count(*) > 0 AS "hasKeeper", coalesce(bool_or(w.role IN ('safeguarding_lead', 'deputy_lead')), false) AS "hasLead", coalesce(bool_or(w."personId" = h."holderId"), false) AS "isHeld" FROM app.case_keepers(h."concernId") w) k
  CROSS JOIN LATERAL (
    SELECT max(s."endsAt") FILTER (WHERE s."personId" = h."holderId" AND s."endsAt" <= app.now()) AS "holderLeft", max(CASE WHEN s."endsAt" <= app.now() THEN s."endsAt" ELSE s."startsAt" END) FILTER (WHERE s."startsAt" <= app.now() AND s."organisationId" = h."organisationId") AS "lastChange"
    FROM "Organisation" o JOIN "Membership" s ON s."organisationId" IN (o.id, o."supportedById") WHERE o.id = h."organisationId" AND s.role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead')) m
  WHERE (one IS NULL OR h."concernId" = one) AND NOT k."isHeld"
    AND (h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') OR (h.state = 'transferred' AND NOT k."hasKeeper" AND app.transfer_awaited(h."concernId") IS NOT NULL))
$$;

-- As before, and once it is taken on where nobody in the setting is left who may look after it.
CREATE OR REPLACE FUNCTION app.waiting_elsewhere()
RETURNS TABLE ("concernId" uuid, "organisationName" text, phone text, "raisedAt" timestamptz, "receivedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT a."concernId", o.name, o.phone, c."raisedAt", r.at
  FROM "ConcernAlert" a JOIN "Concern" c ON c.id = a."concernId" JOIN "Organisation" o ON o.id = c."organisationId"
  LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id
  WHERE a."personId" = (SELECT app.viewer()) AND a.rung = 'delivery_site' AND o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
    AND (NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = c.id) OR EXISTS (SELECT FROM app.cases_left(c.id) l WHERE NOT l."hasKeeper"))
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = a."personId")
$$;
REVOKE ALL ON FUNCTION app.case_keepers(uuid), app.cases_left(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.cases_left(uuid) TO system;
