-- CreateTable
CREATE TABLE "UnitVersion" (
    "contentHash" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "UnitVersion_pkey" PRIMARY KEY ("contentHash")
);

-- CreateIndex
CREATE INDEX "UnitVersion_unitId_idx" ON "UnitVersion"("unitId");

-- Its name is what it says: nobody can keep other words under a version that somebody began.
ALTER TABLE "UnitVersion" ADD CONSTRAINT "UnitVersion_is_its_hash" CHECK ("contentHash" = encode(sha256(convert_to("source", 'UTF8')), 'hex'));

-- What is taught is nobody's: everybody who belongs anywhere may look through it. Whoever learns keeps it, in the transaction in which they begin.
ALTER TABLE "UnitVersion" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "UnitVersion" TO app;
CREATE POLICY taught ON "UnitVersion" FOR SELECT TO app USING (cardinality((SELECT app.my_organisations())::uuid[]) > 0);
CREATE POLICY begun ON "UnitVersion" FOR INSERT TO app WITH CHECK (cardinality((SELECT app.my_organisations('{mentor,trainee_trainer}'))::uuid[]) > 0);

-- Time in supervision for the ledger of guided learning: how many meetings somebody was at and how long those were planned for, for the ones who follow
-- them. Which meetings, and anything said there, stays with the group.
CREATE FUNCTION app.supervision_attended(person uuid, setting uuid) RETURNS TABLE (meetings int, minutes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int, coalesce(sum(m.minutes), 0)::int FROM "Meeting" m
  WHERE m."organisationId" = setting AND m."calledOffAt" IS NULL
    AND (SELECT r.mark FROM "RegisterMark" r WHERE r."meetingId" = m.id AND r."personId" = person ORDER BY r."markedAt" DESC, r.id DESC LIMIT 1) IN ('present', 'late')
  HAVING person = app.viewer() OR setting = ANY (app.my_organisations('{youth_worker,coordinator}')) OR (person || ' ' || setting) = ANY (app.learners_i_train())
$$;
REVOKE ALL ON FUNCTION app.supervision_attended(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.supervision_attended(uuid, uuid) TO app;
