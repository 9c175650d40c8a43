-- CreateIndex
CREATE INDEX "ConcernDestroyed_destructionId_idx" ON "ConcernDestroyed"("destructionId");

-- What says that a concern is destroyed hangs on the destruction.
ALTER TABLE "ConcernDestroyed" ADD CONSTRAINT "ConcernDestroyed_destructionId_fkey" FOREIGN KEY ("destructionId") REFERENCES "Destruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- For the verifier, of what was written of a concern: how many rows have lost their key, and how many keys there are that go with it. What was written of two that belong together goes with the second.
CREATE FUNCTION app.keys_of_concern(concern uuid) RETURNS TABLE (missing int, "left" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH sealed AS (
    SELECT 'Concern' AS "table", concern AS id, true AS goes
    UNION ALL SELECT 'ChronologyEntry', e.id, true FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.words IS NOT NULL
    UNION ALL SELECT 'CaseAction', a.id, true FROM "CaseAction" a WHERE a."concernId" = concern
    UNION ALL SELECT 'LegalHold', l.id, true FROM "LegalHold" l WHERE l."concernId" = concern
    UNION ALL SELECT 'KeptLonger', k.id, true FROM "KeptLonger" k WHERE k."subjectId" = concern
    UNION ALL SELECT 'ConcernLink', l.id, EXISTS (SELECT FROM "ConcernDestroyed" d WHERE d."concernId" = CASE l."concernId" WHEN concern THEN l."otherId" ELSE l."concernId" END)
      FROM "ConcernLink" l WHERE concern IN (l."concernId", l."otherId"))
  SELECT count(*) FILTER (WHERE k."rowId" IS NULL)::int, count(*) FILTER (WHERE k."rowId" IS NOT NULL AND s.goes)::int
  FROM sealed s LEFT JOIN "RowKey" k ON k."rowId" = s.id AND k."ofTable" = s."table"
$$;
REVOKE ALL ON FUNCTION app.keys_of_concern(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.keys_of_concern(uuid) TO system;
