-- ── Kinds of worry in the figures about concerns ────────────────────────────────────────────────────────────────────
-- Which of the kinds that guidance names a key stands under: itself, where it is one. The same list as modules/safeguarding/categories.ts.
CREATE FUNCTION app.kind_above(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN kind IN ('physical_abuse', 'emotional_abuse', 'sexual_abuse', 'neglect') THEN 'abuse'
    WHEN kind IN ('sexual_exploitation', 'criminal_exploitation') THEN 'exploitation'
    WHEN kind IN ('harmful_sexual_behaviour', 'bullying', 'relationship_abuse') THEN 'child_on_child'
    WHEN kind IN ('online_contact', 'sextortion', 'intimate_images', 'online_content') THEN 'online'
    WHEN kind IN ('self_injury', 'suicidal_thoughts') THEN 'self_harm'
    WHEN kind IN ('fgm', 'forced_marriage', 'honour_abuse') THEN 'honour_based'
    WHEN kind IN ('weapons', 'gangs') THEN 'violence'
    WHEN kind IN ('missing_home', 'missing_education') THEN 'missing'
    WHEN kind IN ('poverty') THEN 'welfare'
    WHEN kind IN ('allegation', 'low_level') THEN 'about_adult'
    ELSE kind END
$$;
REVOKE ALL ON FUNCTION app.kind_above(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kind_above(text) TO app;

-- As before, with the kinds that it was called by then: those that guidance names, a setting's own with the one it stands under.
DROP FUNCTION app.concerns_counted(uuid, date, date);
CREATE FUNCTION app.concerns_counted(setting uuid, from_day date, until_day date)
RETURNS TABLE (danger "Danger", level text, stood text, "receivedInTime" boolean, "takenInTime" boolean, "receivedMinutes" double precision, "takenMinutes" double precision, kinds text[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.danger, assessed.level,
    CASE WHEN ending.kind IN ('duplicate', 'transferred') THEN ending.kind
      WHEN ending.kind = 'signed' OR (ending.kind = 'closed' AND NOT coalesce(assessed."wasHigh", false)) THEN coalesce(came.outcome, 'helped') ELSE 'open' END,
    had.received IS NOT NULL AND NOT EXISTS (SELECT FROM "ConcernClimb" b WHERE b."concernId" = c.id AND b.clock = 'received' AND b.at < ends.at),
    had.taken IS NOT NULL AND NOT EXISTS (SELECT FROM "ConcernClimb" b WHERE b."concernId" = c.id AND b.clock = 'taken_on' AND b.at < ends.at),
    extract(epoch FROM had.received - c."raisedAt") / 60, extract(epoch FROM had.taken - c."raisedAt") / 60,
    ARRAY(SELECT DISTINCT coalesce(own.under, app.kind_above(k)) FROM jsonb_array_elements_text(called.categories) k LEFT JOIN "ConcernCategory" own ON own.id::text = k)
  FROM (SELECT until_day::timestamp AT TIME ZONE 'Europe/London' AS at) ends
  JOIN "Concern" c ON c."organisationId" = setting AND c."raisedAt" >= from_day::timestamp AT TIME ZONE 'Europe/London' AND c."raisedAt" < ends.at
    -- Also in a figure: whoever reads every other concern would learn of one that is kept from them.
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = (SELECT app.viewer()))
  LEFT JOIN LATERAL (SELECT (array_agg(e.facts->>'level' ORDER BY e.number DESC))[1] AS level, bool_or(e.facts->>'level' IN ('emergency', 'high')) AS "wasHigh"
    FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind = 'triaged' AND e.at < ends.at) assessed ON true
  LEFT JOIN LATERAL (SELECT e.kind FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind IN ('closed', 'signed', 'not-signed', 'reopened', 'duplicate', 'transferred') AND e.at < ends.at ORDER BY e.number DESC LIMIT 1) ending ON true
  LEFT JOIN LATERAL (SELECT e.facts->>'outcome' AS outcome FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind = 'closed' AND e.at < ends.at ORDER BY e.number DESC LIMIT 1) came ON true
  LEFT JOIN LATERAL (SELECT least(r.at, t.at) AS received, t.at AS taken FROM (SELECT) one
    LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id AND r.at < ends.at LEFT JOIN "TakingOn" t ON t."concernId" = c.id AND t.at < ends.at) had ON true
  -- What whoever raised it called it counts until somebody who keeps the case has said.
  LEFT JOIN LATERAL (SELECT e.facts->'categories' AS categories FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind IN ('categorised', 'added') AND e.facts ? 'categories' AND e.at < ends.at
    ORDER BY (e.kind = 'categorised') DESC, e.number DESC LIMIT 1) called ON true
$$;
REVOKE ALL ON FUNCTION app.concerns_counted(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.concerns_counted(uuid, date, date) TO app;

-- As before, and kind by kind: of it, or not. A concern can be of several, so that no kind says anything about another. Whether a kind was said at all is for those who see rows.
CREATE OR REPLACE FUNCTION app.governance_counts(setting uuid, from_day date, until_day date) RETURNS TABLE (cut text, counts bigint[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH counted AS MATERIALIZED (SELECT * FROM app.concerns_counted(setting, from_day, until_day))
  SELECT cuts.* FROM (
    SELECT
      ARRAY[count(*) FILTER (WHERE danger = 'now'), count(*) FILTER (WHERE danger = 'soon'), count(*) FILTER (WHERE danger = 'not_now'), count(*) FILTER (WHERE danger = 'unsure')] AS danger,
      ARRAY[count(*) FILTER (WHERE level IN ('emergency', 'high')), count(*) FILTER (WHERE level = 'medium'), count(*) FILTER (WHERE level = 'low'), count(*) FILTER (WHERE coalesce(level, 'not_safeguarding') = 'not_safeguarding')] AS level,
      ARRAY[count(*) FILTER (WHERE "receivedInTime"), count(*) FILTER (WHERE NOT "receivedInTime")] AS received,
      ARRAY[count(*) FILTER (WHERE "takenInTime"), count(*) FILTER (WHERE NOT "takenInTime")] AS taken,
      ARRAY[count(*) FILTER (WHERE stood = 'open'), count(*) FILTER (WHERE stood = 'helped'), count(*) FILTER (WHERE stood IN ('passed_on', 'transferred')), count(*) FILTER (WHERE stood = 'no_harm'),
        count(*) FILTER (WHERE stood IN ('not_safeguarding', 'duplicate'))] AS stood,
      ARRAY[count(*) FILTER (WHERE kinds <> '{}'), count(*) FILTER (WHERE kinds = '{}')] AS said
    FROM counted) c
  CROSS JOIN LATERAL (VALUES ('danger', c.danger), ('level', c.level), ('received', c.received), ('taken', c.taken), ('stood', c.stood), ('said', c.said)) cuts
  UNION ALL SELECT 'kind ' || kind, ARRAY[count(*) FILTER (WHERE kind = ANY (counted.kinds)), count(counted.danger) FILTER (WHERE kind <> ALL (counted.kinds))]
  FROM unnest(ARRAY['abuse', 'exploitation', 'child_on_child', 'online', 'self_harm', 'mental_health', 'domestic_abuse', 'radicalisation', 'honour_based', 'violence', 'missing', 'modern_slavery', 'young_carer', 'substances', 'bereavement', 'welfare', 'about_adult']) kind LEFT JOIN counted ON true GROUP BY kind
$$;

-- As before. "Said" is left out: it is what is left when every kind is taken together.
CREATE OR REPLACE FUNCTION app.governance_figures(setting uuid, term date) RETURNS TABLE (cut text, told int[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.cut, app.suppressed_parts(c.counts)
  FROM (SELECT (term + interval '4 months')::date AS until_day) ends CROSS JOIN LATERAL app.governance_counts(setting, term, ends.until_day) c
  WHERE extract(day FROM term) = 1 AND extract(month FROM term) IN (1, 5, 9) AND ends.until_day <= (app.now() AT TIME ZONE 'Europe/London')::date
    AND setting <> ALL (app.settings_i_safeguard()) AND c.cut <> 'said'
    AND (setting = ANY (app.my_organisations('{head}')) OR EXISTS (SELECT FROM "Organisation" o WHERE o.id = setting AND o."supportedById" = ANY (app.my_organisations('{programme_lead,evaluator}'))))
$$;
