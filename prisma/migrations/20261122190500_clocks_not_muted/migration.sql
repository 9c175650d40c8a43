-- CreateEnum
CREATE TYPE "ClockAct" AS ENUM ('clocks', 'hours', 'closed');

-- CreateTable
CREATE TABLE "ClockActSeen" (
    "actId" UUID NOT NULL,
    "what" "ClockAct" NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ClockActSeen_pkey" PRIMARY KEY ("actId", "what")
);

-- CreateIndex
CREATE INDEX "ClockActSeen_organisationId_idx" ON "ClockActSeen"("organisationId");

-- The longest a clock may run, as modules/safeguarding/states.ts says and a test holds together. What was set before stays written, and counts for no more than this.
CREATE FUNCTION app.longest_minutes(clock "Clock", danger "Danger") RETURNS int LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE clock WHEN 'received' THEN CASE danger WHEN 'now' THEN 10 WHEN 'not_now' THEN 240 ELSE 60 END ELSE CASE danger WHEN 'now' THEN 30 WHEN 'not_now' THEN 480 ELSE 240 END END
$$;
REVOKE ALL ON FUNCTION app.longest_minutes("Clock", "Danger") FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.longest_minutes("Clock", "Danger") TO app;
ALTER TABLE "ClockTarget" ADD CONSTRAINT no_longer_than_the_most CHECK (minutes <= app.longest_minutes(clock, danger)) NOT VALID;

-- What one person did that can slow the clocks of a setting, and nobody else who answers for it has seen. Days that are over, or are no longer closed, slow nothing.
CREATE FUNCTION app.clock_acts_to_see() RETURNS TABLE ("actId" uuid, what "ClockAct", "organisationId" uuid, "byId" uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT DISTINCT m."organisationId" AS id FROM "Membership" m WHERE m."personId" = (SELECT app.viewer()) AND app.is_current(m."startsAt", m."endsAt") AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head')),
  acts AS (
    (SELECT DISTINCT ON (t."organisationId", t."byId", t.since) t.id AS "actId", 'clocks'::"ClockAct" AS what, t."organisationId", t."byId", t.since AS at FROM "ClockTarget" t JOIN mine ON mine.id = t."organisationId" ORDER BY t."organisationId", t."byId", t.since, t.id)
    UNION ALL SELECT h.id, 'hours', h."organisationId", h."byId", h.at FROM "StaffedHours" h JOIN mine ON mine.id = h."organisationId"
    UNION ALL SELECT d.id, 'closed', d."organisationId", d."byId", d.at FROM "ClosedDays" d JOIN mine ON mine.id = d."organisationId" WHERE d."takenBackAt" IS NULL AND d."endsOn" >= app.now()::date)
  SELECT a.* FROM acts a WHERE a."byId" <> (SELECT app.viewer()) AND NOT EXISTS (SELECT FROM "ClockActSeen" n WHERE n."actId" = a."actId" AND n.what = a.what)
$$;
REVOKE ALL ON FUNCTION app.clock_acts_to_see() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.clock_acts_to_see() TO app;

ALTER TABLE "ClockActSeen" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ("actId", what, "organisationId", "byId") ON "ClockActSeen" TO app;
CREATE POLICY keepers ON "ClockActSeen" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head}'))::uuid[]));
CREATE POLICY others_see ON "ClockActSeen" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND EXISTS (SELECT FROM app.clock_acts_to_see() a WHERE a."actId" = "ClockActSeen"."actId" AND a.what = "ClockActSeen".what AND a."organisationId" = "ClockActSeen"."organisationId"));
