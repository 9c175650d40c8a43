-- What time has come of was worked out by a call for each closed record of the register, and its holds before its rule: one question for all that can be due at all, and the holds of what is.
DROP FUNCTION app.rule_of_adult(uuid);
-- By which rule, and when their time comes; nothing where nobody knows yet. What was an allegation once is kept as one.
CREATE FUNCTION app.rules_of_adults(records uuid[]) RETURNS TABLE (id uuid, rule text, days int, "dueAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, r.what, r.days, CASE
    WHEN x.was_allegation THEN greatest(c."sharedAt" + make_interval(days => r.days), coalesce((p."bornOn" + interval '68 years')::timestamptz, c."sharedAt" + interval '50 years'),
      (SELECT k."raisedAt" + make_interval(days => q.days) FROM "Concern" k CROSS JOIN LATERAL app.rule_of_concern(k.id) q WHERE k.id = c."concernId"))
    WHEN h."aboutId" IS NULL THEN c."sharedAt" + interval '50 years'
    ELSE (SELECT greatest(gone, c."sharedAt") + make_interval(days => r.days) FROM app.left_here(c."organisationId", h."aboutId") gone WHERE gone IS NOT NULL) END
  FROM "AdultConcern" c JOIN "AdultHead" h ON h."adultConcernId" = c.id LEFT JOIN "Person" p ON p.id = h."aboutId"
  CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'weighed' AND l.facts->>'weight' = 'allegation') AS was_allegation) x
  JOIN "RetentionRule" r ON r.what = CASE WHEN x.was_allegation THEN 'adults.allegation' ELSE 'adults.low-level' END
  WHERE c.id = ANY (records)
$$;
REVOKE ALL ON FUNCTION app.rules_of_adults(uuid[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.time_come() RETURNS TABLE ("subjectId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "keptUntil" date, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."concernId", t."organisationId", t.rule, t.days, t."dueAt", t."keptUntil", t."isHeld", t.length FROM app.concern_times(app.settings_i_safeguard()) t
  WHERE t."dueAt" <= app.now() AND t."concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
    AND (NOT t."isHeld" OR EXISTS (SELECT FROM app.holds_of_concern(t."concernId") l WHERE l."personId" IS DISTINCT FROM app.viewer()))
  UNION ALL
  SELECT t.id, t."organisationId", t.rule, t.days, t."dueAt", app.concern_kept_until(t.id), t."isHeld",
    (SELECT max(l.number) FROM "AdultLine" l WHERE l."adultConcernId" = t.id AND l.kind NOT IN ('looked', 'printed', 'asked-sharer'))
  FROM (
    SELECT r.*, c."organisationId", app.adult_is_held(r.id) AS "isHeld"
    FROM app.rules_of_adults(ARRAY(
      SELECT c.id FROM "AdultConcern" c JOIN "AdultHead" h ON h."adultConcernId" = c.id WHERE c.id = ANY ((SELECT app.adult_concerns_i_keep())::uuid[]) AND h.state = 'closed'
        AND c."sharedAt" <= app.now() - (SELECT make_interval(days => min(k.days)) FROM "RetentionRule" k WHERE k.what LIKE 'adults.%')
        -- Never while somebody still works on the child's concern it was found in.
        AND NOT EXISTS (SELECT FROM "ChronologyHead" o WHERE o."concernId" = c."concernId" AND o.state NOT IN ('closed', 'duplicate', 'transferred'))
    )) r JOIN "AdultConcern" c ON c.id = r.id
    WHERE r."dueAt" <= app.now() OFFSET 0) t
  WHERE NOT t."isHeld" OR EXISTS (SELECT FROM app.holds_of_adult(t.id) l WHERE app.adult_hold_shows(t.id, l))
$$;
