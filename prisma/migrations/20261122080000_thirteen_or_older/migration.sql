-- CreateTable
CREATE TABLE "ThirteenOrOlder" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "ThirteenOrOlder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ThirteenOrOlder_organisationId_personId_idx" ON "ThirteenOrOlder"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "ThirteenOrOlder_personId_idx" ON "ThirteenOrOlder"("personId");

CREATE UNIQUE INDEX "ThirteenOrOlder_one" ON "ThirteenOrOlder" ("organisationId", "personId") WHERE "takenBackAt" IS NULL;

ALTER TABLE "ThirteenOrOlder" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("takenBackAt", "takenBackById") ON "ThirteenOrOlder" TO app;
CREATE POLICY own ON "ThirteenOrOlder" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY of_my_setting ON "ThirteenOrOlder" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[]));
CREATE POLICY said ON "ThirteenOrOlder" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer()) AND "takenBackAt" IS NULL
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[])
  AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = "ThirteenOrOlder"."personId" AND m."organisationId" = "ThirteenOrOlder"."organisationId"));
CREATE POLICY taken_back ON "ThirteenOrOlder" FOR UPDATE TO app
  USING ("personId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[])) WITH CHECK ("takenBackById" = (SELECT app.viewer()));

-- A badge is made public by whose it is, from 13, by their date of birth or, where that is not known, by the word of an adult of the setting; otherwise once
-- a parent or carer has said yes.
CREATE OR REPLACE FUNCTION app.may_be_public(award uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Award" a JOIN "Person" p ON p.id = a."personId" WHERE a.id = award AND a."personId" = app.viewer()
    AND NOT EXISTS (SELECT FROM "AwardTakenBack" b WHERE b."awardId" = a.id)
    AND (p."bornOn" + interval '13 years' <= app.now()
      OR (p."bornOn" IS NULL AND EXISTS (SELECT FROM "ThirteenOrOlder" t WHERE t."personId" = p.id AND t."organisationId" = a."organisationId" AND t."takenBackAt" IS NULL))
      OR EXISTS (SELECT FROM "BadgeParentsYes" y WHERE y."awardId" = a.id)))
$$;
