-- ── Figures about concerns, for governance ──────────────────────────────────────────────────────────────────────────
-- The concerns of a setting raised from one day until another (not on it), and how each stood when that day began: from lines that never change, so the same whenever it is asked. Works as whoever asks:
-- a lead counts what they may see. "In time" is before the clock of that step ran out and it climbed.
CREATE FUNCTION app.concerns_counted(setting uuid, from_day date, until_day date)
RETURNS TABLE (danger "Danger", level text, stood text, "receivedInTime" boolean, "takenInTime" boolean, "receivedMinutes" double precision, "takenMinutes" double precision)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.danger, assessed.level,
    CASE WHEN ending.kind IN ('duplicate', 'transferred') THEN ending.kind
      WHEN ending.kind = 'signed' OR (ending.kind = 'closed' AND NOT coalesce(assessed."wasHigh", false)) THEN coalesce(came.outcome, 'helped') ELSE 'open' END,
    had.received IS NOT NULL AND NOT EXISTS (SELECT FROM "ConcernClimb" b WHERE b."concernId" = c.id AND b.clock = 'received' AND b.at < ends.at),
    had.taken IS NOT NULL AND NOT EXISTS (SELECT FROM "ConcernClimb" b WHERE b."concernId" = c.id AND b.clock = 'taken_on' AND b.at < ends.at),
    extract(epoch FROM had.received - c."raisedAt") / 60, extract(epoch FROM had.taken - c."raisedAt") / 60
  FROM (SELECT until_day::timestamp AT TIME ZONE 'Europe/London' AS at) ends
  JOIN "Concern" c ON c."organisationId" = setting AND c."raisedAt" >= from_day::timestamp AT TIME ZONE 'Europe/London' AND c."raisedAt" < ends.at
    -- Also in a figure: whoever reads every other concern would learn of one that is kept from them.
    AND c.id <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  LEFT JOIN LATERAL (SELECT (array_agg(e.facts->>'level' ORDER BY e.number DESC))[1] AS level, bool_or(e.facts->>'level' IN ('emergency', 'high')) AS "wasHigh"
    FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind = 'triaged' AND e.at < ends.at) assessed ON true
  LEFT JOIN LATERAL (SELECT e.kind FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind IN ('closed', 'signed', 'not-signed', 'reopened', 'duplicate', 'transferred') AND e.at < ends.at ORDER BY e.number DESC LIMIT 1) ending ON true
  LEFT JOIN LATERAL (SELECT e.facts->>'outcome' AS outcome FROM "ChronologyEntry" e WHERE e."concernId" = c.id AND e.kind = 'closed' AND e.at < ends.at ORDER BY e.number DESC LIMIT 1) came ON true
  LEFT JOIN LATERAL (SELECT least(r.at, t.at) AS received, t.at AS taken FROM (SELECT) one
    LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id AND r.at < ends.at LEFT JOIN "TakingOn" t ON t."concernId" = c.id AND t.at < ends.at) had ON true
$$;

-- Each way of parting them, in the order of modules/governance/cuts.ts. Every mixture of the parts of two of them can happen: none says anything about another but the whole they share.
CREATE FUNCTION app.governance_counts(setting uuid, from_day date, until_day date) RETURNS TABLE (cut text, counts bigint[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT cuts.* FROM (
    SELECT
      ARRAY[count(*) FILTER (WHERE danger = 'now'), count(*) FILTER (WHERE danger = 'soon'), count(*) FILTER (WHERE danger = 'not_now'), count(*) FILTER (WHERE danger = 'unsure')] AS danger,
      ARRAY[count(*) FILTER (WHERE level IN ('emergency', 'high')), count(*) FILTER (WHERE level = 'medium'), count(*) FILTER (WHERE level = 'low'), count(*) FILTER (WHERE coalesce(level, 'not_safeguarding') = 'not_safeguarding')] AS level,
      ARRAY[count(*) FILTER (WHERE "receivedInTime"), count(*) FILTER (WHERE NOT "receivedInTime")] AS received,
      ARRAY[count(*) FILTER (WHERE "takenInTime"), count(*) FILTER (WHERE NOT "takenInTime")] AS taken,
      ARRAY[count(*) FILTER (WHERE stood = 'open'), count(*) FILTER (WHERE stood = 'helped'), count(*) FILTER (WHERE stood IN ('passed_on', 'transferred')), count(*) FILTER (WHERE stood = 'no_harm'),
        count(*) FILTER (WHERE stood IN ('not_safeguarding', 'duplicate'))] AS stood
    FROM app.concerns_counted(setting, from_day, until_day)) c
  CROSS JOIN LATERAL (VALUES ('danger', c.danger), ('level', c.level), ('received', c.received), ('taken', c.taken), ('stood', c.stood)) cuts
$$;

-- The same as figures, for those who see no rows: a head of the setting, a programme lead or evaluator of the site that supports it. A third of a year that is over, as a whole: no times that reach into one another.
-- Nobody who sees rows there: both together would show what is kept from them.
CREATE FUNCTION app.governance_figures(setting uuid, term date) RETURNS TABLE (cut text, told int[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.cut, app.suppressed_parts(c.counts)
  FROM (SELECT (term + interval '4 months')::date AS until_day) ends CROSS JOIN LATERAL app.governance_counts(setting, term, ends.until_day) c
  WHERE extract(day FROM term) = 1 AND extract(month FROM term) IN (1, 5, 9) AND ends.until_day <= (app.now() AT TIME ZONE 'Europe/London')::date
    AND setting <> ALL (app.settings_i_safeguard())
    AND (setting = ANY (app.my_organisations('{head}')) OR EXISTS (SELECT FROM "Organisation" o WHERE o.id = setting AND o."supportedById" = ANY (app.my_organisations('{programme_lead,evaluator}'))))
$$;
REVOKE ALL ON FUNCTION app.concerns_counted(uuid, date, date), app.governance_counts(uuid, date, date), app.governance_figures(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.concerns_counted(uuid, date, date), app.governance_counts(uuid, date, date), app.governance_figures(uuid, date) TO app;

-- The settings somebody is told of, and whether they see rows there.
CREATE FUNCTION app.settings_reported() RETURNS TABLE (id uuid, name text, "seesRows" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name, o.id = ANY ((SELECT app.settings_i_safeguard())::uuid[]) FROM "Organisation" o
  WHERE o.kind <> 'delivery_site' AND (o.id = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR o.id = ANY ((SELECT app.my_organisations('{head}'))::uuid[])
    OR o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead,evaluator}'))::uuid[]))
  ORDER BY o.name
$$;
REVOKE ALL ON FUNCTION app.settings_reported() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.settings_reported() TO app;
