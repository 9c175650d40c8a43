-- A colleague whose entry was struck through, and put on record rightly since, signs the same decision again.
-- AlterTable
ALTER TABLE "Countersignature" DROP CONSTRAINT "Countersignature_pkey",
ADD CONSTRAINT "Countersignature_pkey" PRIMARY KEY ("decisionId", "byId", "signedAt");

-- Taken back is once, and says when: it neither takes the place of an earlier one nor leaves a row that still counts.
ALTER POLICY taken_back ON "ThirteenOrOlder"
  USING ("takenBackAt" IS NULL AND "personId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[]))
  WITH CHECK ("takenBackAt" IS NOT NULL AND "takenBackById" = (SELECT app.viewer()));
