-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "transcript" BYTEA;

-- AlterTable
ALTER TABLE "EvidenceFile" ADD COLUMN     "seconds" INTEGER;

-- A recording may be larger than a picture: ten minutes as a phone makes them.
ALTER TABLE "EvidenceFile" DROP CONSTRAINT "EvidenceFile_is_what_is_allowed";
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_is_what_is_allowed" CHECK (
  (type IN ('image/jpeg', 'application/pdf', 'text/plain') AND seconds IS NULL AND size BETWEEN 1 AND 12000000)
  OR (type IN ('audio/mp4', 'audio/webm', 'audio/mpeg', 'audio/wav') AND seconds IS NOT NULL AND seconds BETWEEN 1 AND 605 AND size BETWEEN 1 AND 20000000));
-- Only what has a sound in it has words said in it; and a sound without them is heard by some and not by others.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_only_work_has_a_transcript" CHECK (transcript IS NULL OR kind = 'work');
CREATE FUNCTION app.is_sound(file uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "EvidenceFile" f WHERE f.id = file AND f."personId" = app.viewer() AND f.type LIKE 'audio/%')
$$;
REVOKE ALL ON FUNCTION app.is_sound(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_sound(uuid) TO app;
CREATE POLICY a_sound_has_its_words ON "Evidence" AS RESTRICTIVE FOR INSERT TO app WITH CHECK ("fileId" IS NULL OR (transcript IS NOT NULL) = app.is_sound("fileId"));
