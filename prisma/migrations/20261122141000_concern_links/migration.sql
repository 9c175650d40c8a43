-- CreateEnum
CREATE TYPE "ConcernLinkKind" AS ENUM ('same_person', 'sibling');

-- CreateTable
CREATE TABLE "ConcernLink" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "kind" "ConcernLinkKind" NOT NULL,
    "words" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endedWhy" BYTEA,

    CONSTRAINT "ConcernLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ConcernLink_concernId_idx" ON "ConcernLink"("concernId");

-- CreateIndex
CREATE INDEX "ConcernLink_otherId_idx" ON "ConcernLink"("otherId");

-- CreateIndex
CREATE INDEX "ConcernLink_organisationId_idx" ON "ConcernLink"("organisationId");

-- AddForeignKey
ALTER TABLE "ConcernLink" ADD CONSTRAINT "ConcernLink_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernLink" ADD CONSTRAINT "ConcernLink_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Linked once while it lasts, whichever of the two was named first.
CREATE UNIQUE INDEX "ConcernLink_once" ON "ConcernLink" (least("concernId", "otherId"), greatest("concernId", "otherId")) WHERE "endedAt" IS NULL;

-- Readers of both alone: a reader of one learns nothing of the other, not that it is there. So it is no line of a chronology, which every reader of that concern sees (decision 40).
ALTER TABLE "ConcernLink" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "ConcernLink" TO app;
GRANT UPDATE ("endedAt", "endedById", "endedWhy") ON "ConcernLink" TO app;
CREATE POLICY readers_of_both ON "ConcernLink" FOR SELECT TO app USING (
  "concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[]) AND "otherId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
    OR ("concernId" = ANY ((SELECT app.concerns_to_read())::uuid[]) AND "otherId" = ANY ((SELECT app.concerns_to_read())::uuid[]))));
CREATE POLICY keepers_of_both ON "ConcernLink" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "concernId" <> "otherId"
  AND app.organisation_of_concern("concernId") = "organisationId" AND app.organisation_of_concern("otherId") = "organisationId" AND app.keeps_concern("concernId") AND app.keeps_concern("otherId"));
CREATE POLICY keepers_of_both_end ON "ConcernLink" FOR UPDATE TO app USING ("endedAt" IS NULL AND app.keeps_concern("concernId") AND app.keeps_concern("otherId"))
  WITH CHECK ("endedAt" IS NOT NULL AND "endedById" = (SELECT app.viewer()) AND "endedWhy" IS NOT NULL);
CREATE POLICY links ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'ConcernLink' AND EXISTS (SELECT FROM "ConcernLink" l WHERE l.id = "rowId"));
CREATE TRIGGER never_deleted BEFORE DELETE ON "ConcernLink" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
