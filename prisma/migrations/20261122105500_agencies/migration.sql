-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('front_door', 'early_help', 'emergency_duty', 'lado', 'police', 'prevent', 'health', 'escalation', 'other');

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" "AgencyKind" NOT NULL,
    "area" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "referAt" TEXT NOT NULL,
    "hints" TEXT NOT NULL,
    "insteadOfId" UUID,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgencyCheck" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AgencyCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Agency_insteadOfId_key" ON "Agency"("insteadOfId");

-- CreateIndex
CREATE INDEX "Agency_organisationId_idx" ON "Agency"("organisationId");

-- CreateIndex
CREATE INDEX "AgencyCheck_agencyId_at_idx" ON "AgencyCheck"("agencyId", "at");

-- CreateIndex
CREATE INDEX "AgencyCheck_organisationId_idx" ON "AgencyCheck"("organisationId");

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyCheck" ADD CONSTRAINT "AgencyCheck_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The directory of a setting ──────────────────────────────────────────────────────────────────────────────────────
-- Its adults read it; its lead and deputies keep it. What was entered is not changed: it is ended, and another stands in its place.
ALTER TABLE "Agency" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AgencyCheck" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "Agency", "AgencyCheck" TO app;
GRANT UPDATE ("endedAt", "endedById") ON "Agency" TO app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{Agency,AgencyCheck}'::text[] LOOP
    EXECUTE format('CREATE POLICY adults ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,trainer}''))::uuid[]))', t);
  END LOOP;
END $$;
CREATE POLICY leads_enter ON "Agency" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) AND "byId" = (SELECT app.viewer()) AND "endedAt" IS NULL);
CREATE POLICY leads_end ON "Agency" FOR UPDATE TO app USING ("endedAt" IS NULL AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])) WITH CHECK ("endedAt" IS NOT NULL AND "endedById" = (SELECT app.viewer()));
CREATE POLICY leads_check ON "AgencyCheck" FOR INSERT TO app WITH CHECK ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) AND "byId" = (SELECT app.viewer())
  AND EXISTS (SELECT FROM "Agency" a WHERE a.id = "agencyId" AND a."organisationId" = "AgencyCheck"."organisationId" AND a."endedAt" IS NULL));
