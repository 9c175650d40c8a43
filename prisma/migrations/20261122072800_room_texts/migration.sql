-- AlterTable
ALTER TABLE "Teaching" ADD COLUMN     "texts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "GuideVersion" (
    "contentHash" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "GuideVersion_pkey" PRIMARY KEY ("contentHash")
);

-- Its name is what it says, as with a unit's text.
ALTER TABLE "GuideVersion" ADD CONSTRAINT "GuideVersion_is_its_hash" CHECK ("contentHash" = encode(sha256(convert_to("source", 'UTF8')), 'hex'));

-- What a facilitator is told is nobody's and still not for everybody: who is in a room that is taught from it, for the step they are at.
ALTER TABLE "GuideVersion" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "GuideVersion" TO app;
CREATE POLICY in_the_room ON "GuideVersion" FOR SELECT TO app USING (EXISTS (SELECT FROM "Teaching" t WHERE "contentHash" = ANY (t.texts)));
CREATE POLICY opened ON "GuideVersion" FOR INSERT TO app WITH CHECK (cardinality((SELECT app.my_organisations('{trainer,trainee_trainer,youth_worker}'))::uuid[]) > 0);

-- Whoever opens a sitting keeps the units it is taught from, begun by somebody or not.
CREATE POLICY opened ON "UnitVersion" FOR INSERT TO app WITH CHECK (cardinality((SELECT app.my_organisations('{trainer,trainee_trainer,youth_worker}'))::uuid[]) > 0);
