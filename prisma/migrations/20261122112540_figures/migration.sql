-- CreateEnum
CREATE TYPE "Figure" AS ENUM ('mentors', 'learning', 'pairs', 'registered', 'claimed', 'certificated');

-- CreateTable
CREATE TABLE "ToldTotal" (
    "organisationId" UUID NOT NULL,
    "figure" "Figure" NOT NULL,
    "counted" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ToldTotal_pkey" PRIMARY KEY ("organisationId","figure")
);

-- AddForeignKey
ALTER TABLE "ToldTotal" ADD CONSTRAINT "ToldTotal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What may be told to those who see no rows ───────────────────────────────────────────────────────────────────────
-- The only place where a count becomes a figure (modules/figures, decision 45). Fewer than 8, none included, is not told; everything else goes to the nearest 5. Nought is not told
-- either: between nought and "fewer than 8" one person would show.
CREATE OR REPLACE FUNCTION app.suppressed(counted bigint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN counted >= 8 THEN (round(counted / 5.0) * 5)::int END
$$;

-- A whole and the parts it falls into: the whole first. A part that is not told must not come out by taking the others from the whole: from what is told, each hidden part has to be able
-- to be nought as well as seven. Until that is so the next smallest part is hidden too. Of two parts, both or neither: one alone would say on which side of 8 the other lies.
CREATE FUNCTION app.suppressed_parts(counts bigint[]) RETURNS int[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
DECLARE whole bigint; by_size int[]; hidden int; parts int := cardinality(counts); told int; apart int;
BEGIN
  SELECT sum(n), array_agg(i ORDER BY n, i), count(*) FILTER (WHERE n < 8) INTO whole, by_size, hidden FROM unnest(counts) WITH ORDINALITY AS c(n, i);
  IF parts = 2 AND hidden > 0 THEN hidden := 2; END IF;
  WHILE hidden > 0 AND hidden < parts LOOP
    SELECT sum(app.suppressed(counts[i])) INTO told FROM unnest(by_size[hidden + 1:]) i;
    -- What is left for the hidden ones, and how far rounding may put it off: by 2 for every figure told.
    apart := app.suppressed(whole) - told;
    EXIT WHEN apart - 2 * (parts - hidden + 1) <= 7 * (hidden - 1) AND apart + 2 * (parts - hidden + 1) >= 7;
    hidden := hidden + 1;
  END LOOP;
  RETURN app.suppressed(whole) || (SELECT array_agg(CASE WHEN i = ANY (by_size[:hidden]) THEN NULL ELSE app.suppressed(n) END ORDER BY i) FROM unnest(counts) WITH ORDINALITY AS c(n, i));
END $$;

-- What is counted of a setting as it stands. Kept, and told from there: it moves when at least 8 have come or gone since, and at most once a day, so that the same report a day later does not
-- say whether one person came. Settings that a delivery site supports; jobs alone call it.
ALTER TABLE "ToldTotal" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ToldTotal" TO system;
CREATE POLICY jobs ON "ToldTotal" FOR SELECT TO system USING (true);

CREATE FUNCTION app.count_totals() RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH told AS (
    INSERT INTO "ToldTotal" AS t ("organisationId", figure, counted)
    SELECT o.id, f.figure::"Figure", f.counted FROM "Organisation" o
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT r."personId") FILTER (WHERE newest.standing IS NULL) AS registered,
        count(DISTINCT r."personId") FILTER (WHERE newest.standing IN ('draft', 'sent', 'queried')) AS claimed,
        count(DISTINCT r."personId") FILTER (WHERE newest.standing = 'accepted') AS certificated
      FROM "Registration" r LEFT JOIN "Claim" c ON c."registrationId" = r.id AND c."takenOutAt" IS NULL
      LEFT JOIN LATERAL (SELECT s.standing FROM "ClaimState" s WHERE s."claimId" = c.id ORDER BY s.number DESC LIMIT 1) newest ON true
      WHERE r."organisationId" = o.id AND (r."withdrawnAt" IS NULL OR newest.standing = 'accepted')) stood
    CROSS JOIN LATERAL (VALUES
      ('mentors', (SELECT count(DISTINCT m."personId") FROM "Membership" m WHERE m."organisationId" = o.id AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt"))),
      ('learning', (SELECT count(DISTINCT p."personId") FROM "CohortMember" p JOIN "Cohort" c ON c.id = p."cohortId"
        WHERE c."organisationId" = o.id AND c.kind = 'mentors' AND c."closedAt" IS NULL AND p.part = 'learner' AND p."placedAt" IS NOT NULL AND p."leftAt" IS NULL)),
      ('pairs', (SELECT count(*) FROM "Pair" p WHERE p."organisationId" = o.id AND app.is_current(p."startsAt", p."endsAt"))),
      ('registered', stood.registered), ('claimed', stood.claimed), ('certificated', stood.certificated)) f(figure, counted)
    WHERE o."supportedById" IS NOT NULL
    ON CONFLICT ("organisationId", figure) DO UPDATE SET counted = excluded.counted, at = app.now()
      WHERE abs(t.counted - excluded.counted) >= 8 AND (t.at AT TIME ZONE 'Europe/London')::date < (app.now() AT TIME ZONE 'Europe/London')::date
    RETURNING 1)
  SELECT count(*)::int FROM told
$$;

-- As before, out of what was told. How many cohorts there are is about nobody, and is as it is.
CREATE OR REPLACE FUNCTION app.settings_supported() RETURNS TABLE (setting uuid, mentors int, learning int, pairs int, cohorts int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, told.mentors, told.learning, told.pairs, (SELECT count(*) FROM "Cohort" c WHERE c."organisationId" = o.id AND c."closedAt" IS NULL)::int
  FROM "Organisation" o CROSS JOIN LATERAL (
    SELECT app.suppressed(max(t.counted) FILTER (WHERE t.figure = 'mentors')) AS mentors, app.suppressed(max(t.counted) FILTER (WHERE t.figure = 'learning')) AS learning,
      app.suppressed(max(t.counted) FILTER (WHERE t.figure = 'pairs')) AS pairs
    FROM "ToldTotal" t WHERE t."organisationId" = o.id) told
  WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
$$;

CREATE OR REPLACE FUNCTION app.claims_of_settings() RETURNS TABLE (setting uuid, registered int, claimed int, certificated int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, told.registered, told.claimed, told.certificated
  FROM "Organisation" o CROSS JOIN LATERAL (
    SELECT app.suppressed(max(t.counted) FILTER (WHERE t.figure = 'registered')) AS registered, app.suppressed(max(t.counted) FILTER (WHERE t.figure = 'claimed')) AS claimed,
      app.suppressed(max(t.counted) FILTER (WHERE t.figure = 'certificated')) AS certificated
    FROM "ToldTotal" t WHERE t."organisationId" = o.id) told
  WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
$$;

-- Only what tells figures calls what makes them.
REVOKE ALL ON FUNCTION app.suppressed(bigint) FROM app;
REVOKE ALL ON FUNCTION app.suppressed_parts(bigint[]), app.count_totals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_totals() TO system;
