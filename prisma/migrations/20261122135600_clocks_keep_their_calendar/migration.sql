-- AlterEnum
ALTER TYPE "CaseClock" ADD VALUE 'signing';

-- AlterTable
ALTER TABLE "Term" ADD COLUMN     "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
ADD COLUMN     "changedAt" TIMESTAMPTZ(3);

-- ── A clock that runs keeps the calendar it began under ─────────────────────────────────────────────────────────────
-- What stands already counted for every clock there is.
UPDATE "Term" SET at = '2000-01-01';
CREATE FUNCTION app.note_when_a_term_was_said() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN NEW.at := app.now(); NEW."changedAt" := NULL;
  ELSE
    NEW.at := OLD.at;
    NEW."changedAt" := CASE WHEN (NEW."startsOn", NEW."endsOn") IS DISTINCT FROM (OLD."startsOn", OLD."endsOn") THEN app.now() ELSE OLD."changedAt" END;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.note_when_a_term_was_said() FROM PUBLIC;
CREATE TRIGGER when_it_was_said BEFORE INSERT OR UPDATE ON "Term" FOR EACH ROW EXECUTE FUNCTION app.note_when_a_term_was_said();
-- Taken away, a term would make a holiday of its days for clocks that run. No deed does it.
DROP POLICY coordinators_remove ON "Term";
REVOKE DELETE ON "Term" FROM app;

-- As before, with when each row was said, and the hours as they were earlier: what stood at a moment is worked out in modules/calendar.
DROP FUNCTION app.calendars(uuid[]);
CREATE FUNCTION app.calendars(places uuid[]) RETURNS TABLE ("organisationId" uuid, "timeZone" text, week jsonb, "isOpenInHolidays" boolean, "emergencyDuty" text, hours jsonb, terms jsonb, closed jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o."timeZone", h.week, coalesce(h."isOpenInHolidays", false), h."emergencyDuty",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('at', s.at, 'week', s.week, 'isOpenInHolidays', s."isOpenInHolidays") ORDER BY s.at, s.id), '[]') FROM "StaffedHours" s WHERE s."organisationId" = o.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('startsOn', t."startsOn", 'endsOn', t."endsOn", 'at', t.at, 'changedAt', t."changedAt") ORDER BY t."startsOn"), '[]') FROM "Term" t WHERE t."organisationId" = o.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('startsOn', d."startsOn", 'endsOn', d."endsOn", 'at', d.at) ORDER BY d."startsOn"), '[]') FROM "ClosedDays" d
      WHERE d."organisationId" = o.id AND d."takenBackAt" IS NULL AND d."endsOn" >= app.now()::date - 60)
  FROM "Organisation" o LEFT JOIN LATERAL (SELECT s.* FROM "StaffedHours" s WHERE s."organisationId" = o.id ORDER BY s.at DESC, s.id DESC LIMIT 1) h ON true
  WHERE o.id = ANY (places) AND (session_user = 'system' OR o.id = ANY ((SELECT app.my_organisations())::uuid[]) OR o.id = (SELECT app.visitor_organisation()))
$$;
REVOKE ALL ON FUNCTION app.calendars(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.calendars(uuid[]) TO app, system;

-- Whoever covers for the one who looks after a concern of mine gets the letter too, where they are a lead or deputy, who reads it anyway.
CREATE OR REPLACE FUNCTION app.readers_of_mine(concern uuid) RETURNS TABLE ("personId" uuid, "isToWrite" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH holder AS (
    SELECT h."holderId" AS id FROM "ChronologyHead" h WHERE h."concernId" = concern AND h."holderId" IS NOT NULL
    UNION SELECT w."coverId" FROM "ChronologyHead" h CROSS JOIN LATERAL app.away_now(h."organisationId") w
      WHERE h."concernId" = concern AND w."personId" = h."holderId"
        AND EXISTS (SELECT FROM "Membership" l WHERE l."organisationId" = h."organisationId" AND l."personId" = w."coverId" AND l.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(l."startsAt", l."endsAt"))
  )
  SELECT DISTINCT m."personId", m."personId" IN (SELECT id FROM holder) AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind IN ('added', 'marked', 'notified')
    AND e.number > coalesce((SELECT max(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = c.id AND l.kind = 'looked' AND l."byId" = m."personId"), 0))
  FROM "Concern" c JOIN "Membership" m ON m."organisationId" = c."organisationId" AND app.is_current(m."startsAt", m."endsAt")
  WHERE c.id = concern AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor())
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = m."personId")
    AND (m."personId" IN (SELECT id FROM holder)
      OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = c.id AND r."personId" = m."personId" AND r."endedAt" IS NULL)
      OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = m."personId" AND a.rung <> 'delivery_site'
        AND (m.role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead') OR (m.role = 'youth_worker' AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = c.id)))))
$$;
