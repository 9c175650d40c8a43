-- CreateEnum
CREATE TYPE "CaseClock" AS ENUM ('assessing', 'deciding', 'reviewing');

-- CreateTable
CREATE TABLE "CaseClimb" (
    "concernId" UUID NOT NULL,
    "clock" "CaseClock" NOT NULL,
    "rung" "Rung" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "CaseClimb_pkey" PRIMARY KEY ("concernId","clock","rung","since")
);

-- CreateIndex
CREATE INDEX "CaseClimb_organisationId_idx" ON "CaseClimb"("organisationId");

-- AddForeignKey
ALTER TABLE "CaseClimb" ADD CONSTRAINT "CaseClimb_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The clocks of a case ────────────────────────────────────────────────────────────────────────────────────────────
-- Read by whoever reads the case; written by the clock alone, as it is with a concern's.
ALTER TABLE "CaseClimb" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "CaseClimb" TO app, system;
GRANT INSERT ON "CaseClimb" TO system;
CREATE POLICY readers ON "CaseClimb" FOR SELECT TO app USING ("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])));
CREATE POLICY jobs ON "CaseClimb" FOR SELECT TO system USING (true);
CREATE POLICY climbed ON "CaseClimb" FOR INSERT TO system WITH CHECK (app.organisation_of_concern("concernId") = "organisationId");
