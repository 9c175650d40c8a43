-- ── Kept longer ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Until a day to come, ten years on at the most: then somebody looks at it again. What was written before stays as it was.
ALTER TABLE "KeptLonger" ADD CONSTRAINT "KeptLonger_ten_years" CHECK ("untilDay" > (at AT TIME ZONE 'Europe/London')::date AND "untilDay" <= (at AT TIME ZONE 'Europe/London')::date + interval '10 years') NOT VALID;

-- Those whose time has come by their rule, whether or not somebody keeps them longer, for whoever looks after them. What is kept from them is not there, nor what stays only through a hold on this viewer: they would learn of it.
CREATE FUNCTION app.time_come() RETURNS TABLE ("subjectId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "keptUntil" date, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."concernId", t."organisationId", t.rule, t.days, t."dueAt", t."keptUntil", t."isHeld", t.length FROM app.concern_times(app.settings_i_safeguard()) t
  WHERE t."dueAt" <= app.now() AND t."concernId" <> ALL (app.concerns_kept_from_me())
    AND (NOT t."isHeld" OR EXISTS (SELECT FROM app.holds_of_concern(t."concernId") l WHERE l."personId" IS DISTINCT FROM app.viewer()))
$$;
CREATE OR REPLACE FUNCTION app.concerns_due() RETURNS TABLE ("concernId" uuid, "organisationId" uuid, rule text, days int, "dueAt" timestamptz, "isHeld" boolean, length int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t."subjectId", t."organisationId", t.rule, t.days, t."dueAt", t."isHeld", t.length FROM app.time_come() t
  WHERE coalesce(t."keptUntil" <= (app.now() AT TIME ZONE 'Europe/London')::date, true)
$$;
REVOKE ALL ON FUNCTION app.time_come() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.time_come() TO app;

-- Another may write a newer day, later or sooner: so also of what is kept longer already.
DROP POLICY who_looks_after_keeps ON "KeptLonger";
CREATE POLICY who_looks_after_keeps ON "KeptLonger" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.looks_after("organisationId", rule)
  AND EXISTS (SELECT FROM app.time_come() t WHERE t."subjectId" = "KeptLonger"."subjectId" AND t."organisationId" = "KeptLonger"."organisationId" AND t.rule = "KeptLonger".rule));
