-- CreateEnum
CREATE TYPE "OriginKind" AS ENUM ('journal_entry', 'shared_entry', 'unit', 'meeting', 'pair');

-- AlterTable
ALTER TABLE "Concern" ADD COLUMN     "isAboutMentoring" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ConcernOrigin" (
    "concernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" "OriginKind" NOT NULL,
    "source" TEXT NOT NULL,
    "sourceAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConcernOrigin_pkey" PRIMARY KEY ("concernId")
);

-- The room in which a concern was raised is where it comes from: carried over before its column goes.
INSERT INTO "ConcernOrigin" ("concernId", "organisationId", kind, source, "sourceAt")
SELECT c.id, c."organisationId", 'meeting', c."meetingId"::text, m."startsAt" FROM "Concern" c LEFT JOIN "Meeting" m ON m.id = c."meetingId" WHERE c."meetingId" IS NOT NULL;
ALTER TABLE "Concern" DROP COLUMN "meetingId";

-- CreateIndex
CREATE INDEX "ConcernOrigin_organisationId_idx" ON "ConcernOrigin"("organisationId");

-- AddForeignKey
ALTER TABLE "ConcernOrigin" ADD CONSTRAINT "ConcernOrigin_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Where a concern comes from ──────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "ConcernOrigin" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ConcernOrigin" TO app;
CREATE POLICY readers ON "ConcernOrigin" FOR SELECT TO app USING ("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])));

-- Whoever raises it says where they were, and only of what is theirs to see in that setting. It says whether it was noted: a concern is never
-- lost for a detail. Of a unit there is nothing to hide; whether it is one, the curriculum says.
CREATE FUNCTION app.name_origin(concern uuid, origin "OriginKind", source text) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH place AS (SELECT "organisationId" AS id FROM "Concern" WHERE id = concern),
  row_id AS (SELECT CASE WHEN source ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN source::uuid END AS id),
  found AS (
    SELECT e."startedAt" AS at FROM "JournalEntry" e, row_id, place WHERE origin = 'journal_entry' AND e.id = row_id.id AND e."personId" = app.viewer() AND e."purgedAt" IS NULL AND e."organisationId" = place.id
    UNION ALL SELECT s."sharedAt" FROM "JournalShare" s, row_id, place WHERE origin = 'shared_entry' AND s.id = row_id.id AND s."withId" = app.viewer() AND s."takenBackAt" IS NULL AND s."organisationId" = place.id
      AND s."organisationId" = ANY (app.my_organisations('{youth_worker,specialist}'))
    UNION ALL SELECT m."startsAt" FROM "Meeting" m, row_id, place WHERE origin = 'meeting' AND m.id = row_id.id AND m."groupId" = ANY (app.my_groups()) AND m."organisationId" = place.id
    UNION ALL SELECT p."startsAt" FROM "Pair" p, row_id, place WHERE origin = 'pair' AND p.id = row_id.id AND p."organisationId" = place.id
      AND (p."mentorId" = app.viewer() OR p."organisationId" = ANY (app.my_organisations('{youth_worker}')))
    UNION ALL SELECT NULL WHERE origin = 'unit' AND app.viewer() IS NOT NULL AND source ~ '^[a-z0-9-]{1,80}/[a-z0-9-]{1,80}$'),
  noted AS (
    INSERT INTO "ConcernOrigin" ("concernId", "organisationId", kind, source, "sourceAt")
    SELECT concern, place.id, origin, source, found.at FROM found, place WHERE app.am_raising(concern, place.id) RETURNING 1)
  SELECT EXISTS (SELECT FROM noted)
$$;

-- The name that goes with it, for whoever reads the concern: of the writer, the group, or the bird. Nothing that was written there.
CREATE FUNCTION app.origin_name(concern uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE o.kind
    WHEN 'shared_entry' THEN (SELECT p.name FROM "JournalShare" s JOIN "Person" p ON p.id = s."fromId" WHERE s.id = o.source::uuid)
    WHEN 'meeting' THEN (SELECT g.name FROM "Meeting" m JOIN "SupervisionGroup" g ON g.id = m."groupId" WHERE m.id = o.source::uuid)
    WHEN 'pair' THEN (SELECT m."birdName" FROM "Pair" p JOIN "Mentee" m ON m.id = p."menteeId" WHERE p.id = o.source::uuid) END
  FROM "ConcernOrigin" o WHERE o."concernId" = concern AND concern <> ALL (app.concerns_kept_from_me())
    AND (o."organisationId" = ANY (app.settings_i_safeguard()) OR concern = ANY (app.concerns_to_read()))
$$;

-- ── A worry about a mentor, a supervisor, or how mentoring is run ───────────────────────────────────────────────────
-- Whom it goes round from the first moment: for a mentee their mentors, for either the adults of those mentors' supervision groups. Where no
-- youth worker supervises one of them in a group now, every youth worker of the setting may be the one.
CREATE FUNCTION app.around_mentoring(place uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mentors AS (
    SELECT p."mentorId" AS id FROM "Pair" p WHERE p."menteeId" = app.visitor() AND p."organisationId" = place),
  supervisors AS (
    SELECT DISTINCT adult."personId" AS id, adult.part FROM "GroupMember" mine JOIN "GroupMember" adult ON adult."groupId" = mine."groupId"
    WHERE mine."organisationId" = place AND mine.part = 'mentor' AND app.is_current(mine."startsAt", mine."endsAt")
      AND (mine."personId" IN (SELECT id FROM mentors) OR mine."personId" = app.viewer())
      AND adult.part <> 'mentor' AND app.is_current(adult."startsAt", adult."endsAt"))
  SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
    SELECT id FROM mentors UNION ALL SELECT id FROM supervisors
    UNION ALL SELECT m."personId" FROM "Membership" m WHERE m."organisationId" = place AND m.role = 'youth_worker' AND app.is_current(m."startsAt", m."endsAt")
      AND (NOT EXISTS (SELECT FROM supervisors WHERE part = 'youth_worker') OR EXISTS (SELECT FROM "Pair" p WHERE p."menteeId" = app.visitor() AND p."organisationId" = place AND app.is_current(p."startsAt", p."endsAt")
        AND NOT EXISTS (SELECT FROM "GroupMember" mine JOIN "GroupMember" adult ON adult."groupId" = mine."groupId" WHERE mine."personId" = p."mentorId" AND mine."organisationId" = place AND mine.part = 'mentor'
          AND app.is_current(mine."startsAt", mine."endsAt") AND adult.part = 'youth_worker' AND app.is_current(adult."startsAt", adult."endsAt"))))) around
  WHERE id IS DISTINCT FROM app.viewer() AND (place = app.visitor_organisation() OR place = ANY (app.my_organisations('{mentor}')))
$$;

-- Which mentees have raised what I read: whoever looks after a child has to know which child it is.
CREATE FUNCTION app.mentees_who_told() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT c."raisedByMenteeId"), '{}') FROM "Concern" c WHERE c."raisedByMenteeId" IS NOT NULL
    AND c.id <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
    AND (c."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR c.id = ANY ((SELECT app.concerns_to_read())::uuid[]))
$$;
CREATE POLICY who_told ON "Mentee" FOR SELECT TO app USING (id = ANY ((SELECT app.mentees_who_told())::uuid[]));
CREATE POLICY own_name_of_who_told ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Mentee' AND "rowId" = ANY ((SELECT app.mentees_who_told())::uuid[]));

REVOKE ALL ON FUNCTION app.name_origin(uuid, "OriginKind", text), app.origin_name(uuid), app.around_mentoring(uuid), app.mentees_who_told() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.name_origin(uuid, "OriginKind", text), app.origin_name(uuid), app.around_mentoring(uuid), app.mentees_who_told() TO app;
