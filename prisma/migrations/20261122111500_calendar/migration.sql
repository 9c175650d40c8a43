-- AlterTable
ALTER TABLE "ClockTarget" DROP CONSTRAINT "ClockTarget_pkey",
ADD COLUMN     "byId" UUID,
ADD COLUMN     "id" UUID NOT NULL DEFAULT uuidv7(),
ADD COLUMN     "inStaffedTime" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
ADD CONSTRAINT "ClockTarget_pkey" PRIMARY KEY ("id");

-- CreateTable
CREATE TABLE "StaffedHours" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "week" JSONB NOT NULL,
    "isOpenInHolidays" BOOLEAN NOT NULL,
    "emergencyDuty" TEXT,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "StaffedHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClosedDays" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "ClosedDays_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffedHours_organisationId_at_idx" ON "StaffedHours"("organisationId", "at");

-- CreateIndex
CREATE INDEX "ClosedDays_organisationId_endsOn_idx" ON "ClosedDays"("organisationId", "endsOn");

-- CreateIndex
CREATE INDEX "ClockTarget_organisationId_clock_danger_since_idx" ON "ClockTarget"("organisationId", "clock", "danger", "since");

-- AddForeignKey
ALTER TABLE "StaffedHours" ADD CONSTRAINT "StaffedHours_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClosedDays" ADD CONSTRAINT "ClosedDays_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The calendar of a setting ───────────────────────────────────────────────────────────────────────────────────────
-- What stands already counted for every concern there is.
UPDATE "ClockTarget" SET since = '2000-01-01';
-- Danger now runs day and night, whatever anybody sets.
ALTER TABLE "ClockTarget" ADD CONSTRAINT danger_now_never_waits CHECK (NOT ("inStaffedTime" AND danger = 'now'));
-- A target is set anew, never changed: a concern keeps the clocks it was raised under.
DROP POLICY leads_change ON "ClockTarget";
DROP POLICY leads_remove ON "ClockTarget";
DROP POLICY leads_add ON "ClockTarget";
REVOKE UPDATE, DELETE ON "ClockTarget" FROM app;
ALTER TABLE "ClockTarget" ADD CONSTRAINT a_day_at_most CHECK (minutes BETWEEN 1 AND 1440);
CREATE POLICY leads_add ON "ClockTarget" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND abs(extract(epoch FROM since - app.now())) < 60 AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]));

ALTER TABLE "StaffedHours" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ClosedDays" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "StaffedHours", "ClosedDays" TO app;
GRANT UPDATE ("takenBackAt", "takenBackById") ON "ClosedDays" TO app;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{StaffedHours,ClosedDays}'::text[] LOOP
    EXECUTE format('CREATE POLICY members ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations())::uuid[]))', t);
    EXECUTE format('CREATE POLICY keepers ON %I FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND abs(extract(epoch FROM at - app.now())) < 60 AND "organisationId" = ANY ((SELECT app.my_organisations(''{coordinator,safeguarding_lead,deputy_lead}''))::uuid[]))', t);
  END LOOP;
END $$;
CREATE POLICY keepers_take_back ON "ClosedDays" FOR UPDATE TO app USING ("takenBackAt" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead}'))::uuid[]))
  WITH CHECK ("takenBackAt" IS NOT NULL AND "takenBackById" = (SELECT app.viewer()));

-- When settings are at work, for whoever belongs there, a mentee on a visit, and jobs. What it comes to is worked out in modules/calendar, in one place.
CREATE FUNCTION app.calendars(places uuid[]) RETURNS TABLE ("organisationId" uuid, "timeZone" text, week jsonb, "isOpenInHolidays" boolean, "emergencyDuty" text, terms jsonb, closed jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o."timeZone", h.week, coalesce(h."isOpenInHolidays", false), h."emergencyDuty",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('startsOn', t."startsOn", 'endsOn', t."endsOn") ORDER BY t."startsOn"), '[]') FROM "Term" t WHERE t."organisationId" = o.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('startsOn', d."startsOn", 'endsOn', d."endsOn") ORDER BY d."startsOn"), '[]') FROM "ClosedDays" d
      WHERE d."organisationId" = o.id AND d."takenBackAt" IS NULL AND d."endsOn" >= app.now()::date - 60)
  FROM "Organisation" o LEFT JOIN LATERAL (SELECT s.* FROM "StaffedHours" s WHERE s."organisationId" = o.id ORDER BY s.at DESC, s.id DESC LIMIT 1) h ON true
  WHERE o.id = ANY (places) AND (session_user = 'system' OR o.id = ANY ((SELECT app.my_organisations())::uuid[]) OR o.id = (SELECT app.visitor_organisation()))
$$;
REVOKE ALL ON FUNCTION app.calendars(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.calendars(uuid[]) TO app, system;
