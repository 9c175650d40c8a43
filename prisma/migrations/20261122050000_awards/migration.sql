-- CreateEnum
CREATE TYPE "AwardKind" AS ENUM ('course', 'qualification');

-- CreateTable
CREATE TABLE "Award" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "AwardKind" NOT NULL,
    "courseId" TEXT,
    "cohortId" UUID,
    "registrationId" UUID,
    "issue" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "certificateNumber" TEXT,
    "mark" TEXT NOT NULL,
    "badgeId" UUID NOT NULL,
    "salt" TEXT NOT NULL,
    "awardedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "goodUntil" TIMESTAMPTZ(3),
    "byId" UUID NOT NULL,

    CONSTRAINT "Award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AwardTakenBack" (
    "awardId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" BYTEA NOT NULL,
    "byId" UUID NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AwardTakenBack_pkey" PRIMARY KEY ("awardId")
);

-- CreateTable
CREATE TABLE "BadgeParentsYes" (
    "awardId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "BadgeParentsYes_pkey" PRIMARY KEY ("awardId")
);

-- CreateTable
CREATE TABLE "BadgePublication" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "awardId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT,
    "credential" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "BadgePublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BadgeKey" (
    "id" UUID NOT NULL,
    "publicJwk" JSONB NOT NULL,
    "secret" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "BadgeKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Award_mark_key" ON "Award"("mark");

-- CreateIndex
CREATE UNIQUE INDEX "Award_badgeId_key" ON "Award"("badgeId");

-- CreateIndex
CREATE INDEX "Award_organisationId_awardedAt_idx" ON "Award"("organisationId", "awardedAt");

-- CreateIndex
CREATE INDEX "Award_cohortId_idx" ON "Award"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "Award_personId_courseId_issue_key" ON "Award"("personId", "courseId", "issue");

-- CreateIndex
CREATE UNIQUE INDEX "Award_registrationId_issue_key" ON "Award"("registrationId", "issue");

-- CreateIndex
CREATE INDEX "AwardTakenBack_organisationId_idx" ON "AwardTakenBack"("organisationId");

-- CreateIndex
CREATE INDEX "BadgeParentsYes_organisationId_idx" ON "BadgeParentsYes"("organisationId");

-- CreateIndex
CREATE INDEX "BadgePublication_awardId_publishedAt_idx" ON "BadgePublication"("awardId", "publishedAt");

-- CreateIndex
CREATE INDEX "BadgePublication_organisationId_idx" ON "BadgePublication"("organisationId");

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwardTakenBack" ADD CONSTRAINT "AwardTakenBack_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BadgeParentsYes" ADD CONSTRAINT "BadgeParentsYes_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BadgePublication" ADD CONSTRAINT "BadgePublication_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two tabs cannot make one badge public twice.
CREATE UNIQUE INDEX "BadgePublication_public" ON "BadgePublication" ("awardId") WHERE "takenBackAt" IS NULL;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{Award,AwardTakenBack,BadgeParentsYes,BadgePublication,BadgeKey}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
  FOREACH t IN ARRAY '{Award,AwardTakenBack,BadgeParentsYes,BadgePublication}'::text[] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
    EXECUTE format('CREATE POLICY own ON %I FOR SELECT TO app USING ("personId" = (SELECT app.viewer()))', t);
  END LOOP;
  -- That somebody has earned it, and that and why it was taken back. Whether their badge is public is theirs alone.
  FOREACH t IN ARRAY '{Award,AwardTakenBack,BadgeParentsYes}'::text[] LOOP
    EXECUTE format('CREATE POLICY of_my_setting ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(''{coordinator,trainer,youth_worker,specialist}''))::uuid[]))', t);
  END LOOP;
END $$;

-- ── Who awards: the setting's coordinator; for a course also the trainers of that cohort ────────────────────────────
CREATE FUNCTION app.awards_here(organisation uuid, cohort uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT organisation = ANY (app.my_organisations('{coordinator}')) OR (cohort IS NOT NULL AND organisation = ANY (app.my_organisations('{trainer}'))
    AND EXISTS (SELECT FROM "CohortMember" m WHERE m."cohortId" = cohort AND m."personId" = app.viewer() AND m.part = 'trainer' AND m."leftAt" IS NULL))
$$;
-- The number of the next certificate of somebody for this course or registration; nothing while one stands.
CREATE FUNCTION app.next_issue(person uuid, course text, registration uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN bool_or(b."awardId" IS NULL) THEN NULL ELSE count(*)::int + 1 END
  FROM "Award" a LEFT JOIN "AwardTakenBack" b ON b."awardId" = a.id
  WHERE a."personId" = person AND (a."courseId" = course OR a."registrationId" = registration)
$$;
-- A badge is made public by whose it is, from 13; before that, and where the age is not known, once a parent or carer has said yes.
CREATE FUNCTION app.may_be_public(award uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Award" a JOIN "Person" p ON p.id = a."personId" WHERE a.id = award AND a."personId" = app.viewer()
    AND NOT EXISTS (SELECT FROM "AwardTakenBack" b WHERE b."awardId" = a.id)
    AND (p."bornOn" + interval '13 years' <= app.now() OR EXISTS (SELECT FROM "BadgeParentsYes" y WHERE y."awardId" = a.id)))
$$;
REVOKE ALL ON FUNCTION app.awards_here(uuid, uuid), app.next_issue(uuid, text, uuid), app.may_be_public(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.awards_here(uuid, uuid), app.next_issue(uuid, text, uuid), app.may_be_public(uuid) TO app;

CREATE POLICY awarded ON "Award" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND issue = app.next_issue("personId", "courseId", "registrationId")
  AND ((kind = 'course' AND "registrationId" IS NULL AND "certificateNumber" IS NULL AND app.awards_here("organisationId", "cohortId")
      AND EXISTS (SELECT FROM "CohortMember" m JOIN "Cohort" c ON c.id = m."cohortId" WHERE c.id = "Award"."cohortId" AND c."organisationId" = "Award"."organisationId" AND c."courseId" = "Award"."courseId"
        AND c.kind = 'mentors' AND m."personId" = "Award"."personId" AND m.part = 'learner' AND m."placedAt" IS NOT NULL))
    OR (kind = 'qualification' AND "courseId" IS NULL AND "cohortId" IS NULL AND app.awards_here("organisationId", NULL)
      -- With the number the awarding body gave, and no other.
      AND EXISTS (SELECT FROM "Claim" c JOIN "ClaimState" n ON n."claimId" = c.id WHERE c."registrationId" = "Award"."registrationId" AND n.standing = 'accepted' AND n."certificateNumber" = "Award"."certificateNumber")
      AND EXISTS (SELECT FROM "Registration" r JOIN "SignOff" s ON s."registrationId" = r.id WHERE r.id = "Award"."registrationId"
        AND r."personId" = "Award"."personId" AND r."organisationId" = "Award"."organisationId" AND r."withdrawnAt" IS NULL))));

CREATE POLICY taken_back ON "AwardTakenBack" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND EXISTS (SELECT FROM "Award" a WHERE a.id = "awardId" AND a."personId" = "AwardTakenBack"."personId" AND a."organisationId" = "AwardTakenBack"."organisationId" AND app.awards_here(a."organisationId", a."cohortId")));

CREATE POLICY said ON "BadgeParentsYes" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[])
  AND EXISTS (SELECT FROM "Award" a WHERE a.id = "awardId" AND a."personId" = "BadgeParentsYes"."personId" AND a."organisationId" = "BadgeParentsYes"."organisationId"));

-- ── Public by whose it is, and no longer when they say so ───────────────────────────────────────────────────────────
GRANT UPDATE ("takenBackAt") ON "BadgePublication" TO app;
CREATE POLICY published ON "BadgePublication" FOR INSERT TO app WITH CHECK ("personId" = (SELECT app.viewer()) AND "takenBackAt" IS NULL AND app.may_be_public("awardId")
  AND EXISTS (SELECT FROM "Award" a WHERE a.id = "awardId" AND a."organisationId" = "BadgePublication"."organisationId"));
CREATE POLICY taken_back ON "BadgePublication" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()) AND "takenBackAt" IS NULL) WITH CHECK ("personId" = (SELECT app.viewer()) AND "takenBackAt" IS NOT NULL);

-- Whoever sees that it was taken back may read why.
CREATE POLICY awards_taken_back ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'AwardTakenBack' AND EXISTS (SELECT FROM "AwardTakenBack" r WHERE r."awardId" = "rowId"));

-- ── The signing keys: Belay's own. Only their public half leaves the table, below ────────────────────────────────────
GRANT SELECT, INSERT, UPDATE (secret) ON "BadgeKey" TO system;
CREATE POLICY signing ON "BadgeKey" FOR SELECT TO system USING (true);
CREATE POLICY made ON "BadgeKey" FOR INSERT TO system WITH CHECK (true);
CREATE POLICY put_out_of_use ON "BadgeKey" FOR UPDATE TO system USING (true) WITH CHECK (secret IS NULL);

-- ── At the door: what anybody may know, and nothing else ────────────────────────────────────────────────────────────
-- The public halves of the signing keys, the newest first.
CREATE FUNCTION app.badge_keys() RETURNS TABLE (id uuid, "publicJwk" jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k."publicJwk" FROM "BadgeKey" k ORDER BY k."createdAt" DESC, k.id DESC
$$;
-- The issuer of a badge is the delivery site that stands behind the setting, so that a public badge does not say where a young person goes.
CREATE FUNCTION app.public_badge(badge uuid)
RETURNS TABLE (title text, kind text, name text, credential text, "awardedAt" timestamptz, "goodUntil" timestamptz, "takenBackAt" timestamptz, "issuerId" uuid, issuer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.title, a.kind::text, p.name, p.credential, a."awardedAt", a."goodUntil", b."takenBackAt", i.id, i.name
  FROM "Award" a JOIN "BadgePublication" p ON p."awardId" = a.id AND p."takenBackAt" IS NULL
  JOIN "Organisation" o ON o.id = a."organisationId" JOIN "Organisation" i ON i.id = coalesce(o."supportedById", o.id)
  LEFT JOIN "AwardTakenBack" b ON b."awardId" = a.id WHERE a."badgeId" = badge
$$;
-- Badges that were public at some time and have been taken back since. One that never was is in no list.
CREATE FUNCTION app.badges_taken_back() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a."badgeId" FROM "AwardTakenBack" b JOIN "Award" a ON a.id = b."awardId" WHERE EXISTS (SELECT FROM "BadgePublication" p WHERE p."awardId" = a.id) ORDER BY 1
$$;
CREATE FUNCTION app.badge_issuer(issuer uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.name FROM "Organisation" i WHERE i.id = issuer
    AND EXISTS (SELECT FROM "BadgePublication" p JOIN "Organisation" o ON o.id = p."organisationId" WHERE coalesce(o."supportedById", o.id) = i.id)
$$;
-- A certificate, by what stands in its address. Whoever holds the paper has the name before them: they may ask whether it is the right one.
CREATE FUNCTION app.public_certificate(printed text, given text)
RETURNS TABLE (title text, kind text, "awardedAt" timestamptz, "goodUntil" timestamptz, "takenBackAt" timestamptz, issuer text, "isTheName" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.title, a.kind::text, a."awardedAt", a."goodUntil", b."takenBackAt", i.name,
    nullif(btrim(given), '') IS NOT NULL AND lower(btrim(regexp_replace(given, '\s+', ' ', 'g'))) = lower(btrim(regexp_replace(a."fullName", '\s+', ' ', 'g')))
  FROM "Award" a JOIN "Organisation" o ON o.id = a."organisationId" JOIN "Organisation" i ON i.id = coalesce(o."supportedById", o.id)
  LEFT JOIN "AwardTakenBack" b ON b."awardId" = a.id WHERE a.mark = printed
$$;
REVOKE ALL ON FUNCTION app.badge_keys(), app.public_badge(uuid), app.badges_taken_back(), app.badge_issuer(uuid), app.public_certificate(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.badge_keys(), app.public_badge(uuid), app.badges_taken_back(), app.badge_issuer(uuid), app.public_certificate(text, text) TO door;
