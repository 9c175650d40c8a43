-- ── Concerns about adults, in figures ───────────────────────────────────────────────────────────────────────────────
-- Those shared from one day until another (not on it), and how each stood when that day began: from lines that never change. Works as whoever asks: a keeper counts what they keep.
-- "Told in time": of what met the harm threshold, the LADO was told before the clock of the decision ran out and it climbed; null for the rest.
CREATE FUNCTION app.adults_counted(setting uuid, from_day date, until_day date) RETURNS TABLE (weight text, "isClosed" boolean, "ladoInTime" boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT weighed.weight, coalesce(ending.kind = 'signed' OR (ending.kind = 'closed' AND NOT coalesce(weighed."wasAllegation", false)), false),
    CASE WHEN weighed."wasAllegation" THEN EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'lado-told' AND l.at < ends.at)
      AND NOT EXISTS (SELECT FROM "AdultClimb" b WHERE b."adultConcernId" = c.id AND b.clock = 'deciding' AND b.at < ends.at) END
  FROM (SELECT until_day::timestamp AT TIME ZONE 'Europe/London' AS at) ends
  JOIN "AdultConcern" c ON c."organisationId" = setting AND c."sharedAt" >= from_day::timestamp AT TIME ZONE 'Europe/London' AND c."sharedAt" < ends.at
  LEFT JOIN LATERAL (SELECT (array_agg(l.facts->>'weight' ORDER BY l.number DESC))[1] AS weight, bool_or(l.facts->>'weight' = 'allegation') AS "wasAllegation"
    FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'weighed' AND l.at < ends.at) weighed ON true
  -- That it is about whoever closed it opens it again.
  LEFT JOIN LATERAL (SELECT l.kind FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.at < ends.at AND (l.kind IN ('closed', 'signed', 'not-signed', 'reopened') OR (l.kind = 'kept-from' AND l.facts ? 'went'))
    ORDER BY l.number DESC LIMIT 1) ending ON true
$$;
REVOKE ALL ON FUNCTION app.adults_counted(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adults_counted(uuid, date, date) TO app;

-- Every mixture of the parts of the two can happen. Whether the LADO was told is a part of one part, and stands for keepers alone.
CREATE FUNCTION app.adults_in_counts(setting uuid, from_day date, until_day date) RETURNS TABLE (cut text, counts bigint[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH counted AS MATERIALIZED (SELECT * FROM app.adults_counted(setting, from_day, until_day))
  SELECT 'weight', ARRAY[count(*) FILTER (WHERE weight = 'allegation'), count(*) FILTER (WHERE weight = 'low_level'), count(*) FILTER (WHERE weight IS NULL)] FROM counted
  UNION ALL SELECT 'stood', ARRAY[count(*) FILTER (WHERE NOT "isClosed"), count(*) FILTER (WHERE "isClosed")] FROM counted
  UNION ALL SELECT 'lado', ARRAY[count(*) FILTER (WHERE "ladoInTime"), count(*) FILTER (WHERE NOT "ladoInTime")] FROM counted
$$;
-- As figures, of a term that is over, for the same people who hear those about children.
CREATE FUNCTION app.adults_in_figures(setting uuid, term date) RETURNS TABLE (cut text, told int[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.cut, app.suppressed_parts(c.counts)
  FROM (SELECT (term + interval '4 months')::date AS until_day) ends CROSS JOIN LATERAL app.adults_in_counts(setting, term, ends.until_day) c
  WHERE extract(day FROM term) = 1 AND extract(month FROM term) IN (1, 5, 9) AND ends.until_day <= (app.now() AT TIME ZONE 'Europe/London')::date
    AND setting <> ALL (app.settings_i_safeguard()) AND c.cut <> 'lado'
    AND (setting = ANY (app.my_organisations('{head}')) OR EXISTS (SELECT FROM "Organisation" o WHERE o.id = setting AND o."supportedById" = ANY (app.my_organisations('{programme_lead,evaluator}'))))
$$;
REVOKE ALL ON FUNCTION app.adults_in_counts(uuid, date, date), app.adults_in_figures(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adults_in_counts(uuid, date, date), app.adults_in_figures(uuid, date) TO app;
