-- AlterTable
ALTER TABLE "Mentee" ADD COLUMN     "ownNameDigests" TEXT[];

-- ── What somebody from outside reads has no young person's name in it ───────────────────────────────────────────────
-- The names do not leave: inside an opening it is said which of the words asked after are part of a young person's name there. Digests belong to the words, one
-- each, in their order; mentees' own names are sealed and known by those alone.
CREATE FUNCTION app.names_among(opening uuid, words text[], digests text[]) RETURNS TABLE (word text, "isFirst" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH here AS (SELECT o."organisationId" FROM "ExternalOpening" o WHERE o.id = opening AND o."personId" = app.viewer() AND o."planId" = ANY (app.plans_open_to_me())),
  young AS (
    SELECT p.name, p."fullName" FROM "Person" p WHERE p.id IN (
      SELECT m."personId" FROM "Membership" m WHERE m.role = 'mentor' AND m."organisationId" = (SELECT "organisationId" FROM here)
      UNION SELECT r."personId" FROM "Registration" r WHERE r."organisationId" = (SELECT "organisationId" FROM here))),
  parts AS (
    SELECT replace(lower(regexp_replace(normalize(part, NFD), '[\u0300-\u036f]', '', 'g')), '’', '''') AS part, bool_or(first) AS first FROM (
      SELECT regexp_split_to_table(name, '[\s-]+') AS part, true AS first FROM young
      UNION ALL SELECT parts[i], i = 1 FROM (SELECT regexp_split_to_array("fullName", '[\s-]+') AS parts FROM young) split, generate_subscripts(parts, 1) i) each
    WHERE length(part) > 1 GROUP BY 1)
  SELECT p.part, p.first FROM parts p WHERE p.part = ANY (words)
  UNION ALL SELECT asked.word, true FROM unnest(words, digests) AS asked (word, digest)
    WHERE EXISTS (SELECT FROM "Mentee" m WHERE m."organisationId" = (SELECT "organisationId" FROM here) AND asked.digest = ANY (m."ownNameDigests"))
$$;

-- ── How much room a learner's files take, and all of a setting's: for whoever is there, and no more than the two numbers ──
CREATE FUNCTION app.files_kept(setting uuid) RETURNS TABLE (mine bigint, "all" bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(f.size) FILTER (WHERE f."personId" = app.viewer()), 0), coalesce(sum(f.size), 0) FROM "EvidenceFile" f
  WHERE f."organisationId" = setting AND setting = ANY (app.my_organisations())
$$;
REVOKE ALL ON FUNCTION app.names_among(uuid, text[], text[]), app.files_kept(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.names_among(uuid, text[], text[]), app.files_kept(uuid) TO app;
