-- ── Nobody slows a clock alone by terms ─────────────────────────────────────────────────────────────────────────────
-- The days between two terms, as `isHoliday` in modules/calendar has them; a test holds the two together.
CREATE FUNCTION app.holidays(firsts date[], lasts date[]) RETURNS datemultirange LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN min(t.last) < max(t.first) THEN datemultirange(daterange(min(t.last), max(t.first), '()')) - coalesce(range_agg(daterange(t.first, t.last, '[]')) FILTER (WHERE t.first <= t.last), '{}') ELSE '{}' END
  FROM unnest(firsts, lasts) AS t(first, last)
$$;
REVOKE ALL ON FUNCTION app.holidays(date[], date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.holidays(date[], date[]) TO app;

-- Which days somebody made a holiday by entering or moving terms, whatever they wrote past the deed. A first term makes none, nor does one that only takes holidays away: they slow nothing.
CREATE FUNCTION app.note_holidays() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE setting uuid; were datemultirange; are datemultirange;
BEGIN
  IF app.viewer() IS NULL THEN RETURN NULL; END IF;
  FOR setting IN SELECT DISTINCT n."organisationId" FROM new_terms n ORDER BY 1 LOOP
    -- One at a time, until it is done: of two terms at once the second sees the first, and a later row has a later key.
    PERFORM pg_advisory_xact_lock(hashtextextended('terms ' || setting, 0));
    SELECT app.holidays(array_agg(t."startsOn"), array_agg(t."endsOn")) INTO are FROM "Term" t WHERE t."organisationId" = setting;
    IF TG_OP = 'INSERT' THEN
      SELECT app.holidays(array_agg(t."startsOn"), array_agg(t."endsOn")) INTO were FROM "Term" t WHERE t."organisationId" = setting AND t.id NOT IN (SELECT n.id FROM new_terms n);
    ELSE
      SELECT app.holidays(array_agg(t."startsOn"), array_agg(t."endsOn")) INTO were FROM (
        SELECT t."startsOn", t."endsOn" FROM "Term" t WHERE t."organisationId" = setting AND t.id NOT IN (SELECT n.id FROM new_terms n)
        UNION ALL SELECT o."startsOn", o."endsOn" FROM old_terms o WHERE o."organisationId" = setting) t;
    END IF;
    INSERT INTO "HolidayMade" ("organisationId", "startsOn", "endsOn", "byId")
      SELECT setting, lower(made), upper(made) - 1, app.viewer() FROM unnest(are - were) made WHERE upper(made) > app.now()::date;
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.note_holidays() FROM PUBLIC;
CREATE TRIGGER holidays_are_noted AFTER INSERT ON "Term" REFERENCING NEW TABLE AS new_terms FOR EACH STATEMENT EXECUTE FUNCTION app.note_holidays();
CREATE TRIGGER holidays_are_noted_again AFTER UPDATE ON "Term" REFERENCING OLD TABLE AS old_terms NEW TABLE AS new_terms FOR EACH STATEMENT EXECUTE FUNCTION app.note_holidays();
-- Whose a term is and when it was said are not for whoever writes it.
REVOKE INSERT, UPDATE ON "Term" FROM app;
GRANT INSERT (id, "organisationId", name, "startsOn", "endsOn"), UPDATE (name, "startsOn", "endsOn") ON "Term" TO app;

-- Holidays that somebody made and nobody else has seen, all of one person's as one act; the newest of them stands for it, so that who sees it has seen those before it. What is over, or is no holiday any more,
-- slows nothing, nor does any where the hours hold in the holidays too: they come back when that is changed.
CREATE FUNCTION app.holidays_to_see(settings uuid[]) RETURNS TABLE ("actId" uuid, "organisationId" uuid, "byId" uuid, at timestamptz, days datemultirange)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT g.id, g.setting, g."byId", g.at, g.days * a.days
  FROM (SELECT h."organisationId" AS setting, h."byId", (array_agg(h.id ORDER BY h.id DESC))[1] AS id, max(h.at) AS at, range_agg(daterange(h."startsOn", h."endsOn", '[]')) AS days
    FROM "HolidayMade" h WHERE h."organisationId" = ANY (settings) AND h."endsOn" >= app.now()::date
      AND NOT EXISTS (SELECT FROM "ClockActSeen" n JOIN "HolidayMade" s ON s.id = n."actId" WHERE n.what = 'terms' AND s."organisationId" = h."organisationId" AND s."byId" = h."byId" AND s.id >= h.id)
    GROUP BY 1, 2) g
  CROSS JOIN LATERAL (SELECT app.holidays(array_agg(t."startsOn"), array_agg(t."endsOn")) AS days FROM "Term" t WHERE t."organisationId" = g.setting) a
  WHERE g.days * a.days && daterange(app.now()::date, NULL)
    AND NOT coalesce((SELECT s."isOpenInHolidays" FROM "StaffedHours" s WHERE s."organisationId" = g.setting ORDER BY s.at DESC, s.id DESC LIMIT 1), false)
$$;
REVOKE ALL ON FUNCTION app.holidays_to_see(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.holidays_to_see(uuid[]) TO app;

-- As before, with terms.
CREATE OR REPLACE FUNCTION app.clock_acts_to_see() RETURNS TABLE ("actId" uuid, what "ClockAct", "organisationId" uuid, "byId" uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT DISTINCT m."organisationId" AS id FROM "Membership" m WHERE m."personId" = (SELECT app.viewer()) AND app.is_current(m."startsAt", m."endsAt") AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head')),
  acts AS (
    (SELECT DISTINCT ON (t."organisationId", t."byId", t.since) t.id AS "actId", 'clocks'::"ClockAct" AS what, t."organisationId", t."byId", t.since AS at FROM "ClockTarget" t JOIN mine ON mine.id = t."organisationId" ORDER BY t."organisationId", t."byId", t.since, t.id)
    UNION ALL SELECT h.id, 'hours', h."organisationId", h."byId", h.at FROM "StaffedHours" h JOIN mine ON mine.id = h."organisationId"
    UNION ALL SELECT d.id, 'closed', d."organisationId", d."byId", d.at FROM "ClosedDays" d JOIN mine ON mine.id = d."organisationId" WHERE d."takenBackAt" IS NULL AND d."endsOn" >= app.now()::date
    UNION ALL SELECT s."actId", 'terms', s."organisationId", s."byId", s.at FROM app.holidays_to_see(ARRAY(SELECT id FROM mine)) s)
  SELECT a.* FROM acts a WHERE a."byId" <> (SELECT app.viewer()) AND NOT EXISTS (SELECT FROM "ClockActSeen" n WHERE n."actId" = a."actId" AND n.what = a.what)
$$;

ALTER TABLE "HolidayMade" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "HolidayMade" TO app;
CREATE POLICY keepers ON "HolidayMade" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head}'))::uuid[]));

-- What slows a clock already, by whoever last entered or moved one of the two terms it lies between.
INSERT INTO "HolidayMade" ("organisationId", "startsOn", "endsOn", "byId", at)
SELECT o.id, lower(made), upper(made) - 1, a."byId", a.at
FROM "Organisation" o CROSS JOIN LATERAL (SELECT app.holidays(array_agg(t."startsOn"), array_agg(t."endsOn")) AS days FROM "Term" t WHERE t."organisationId" = o.id) h CROSS JOIN LATERAL unnest(h.days) made
CROSS JOIN LATERAL (SELECT a."byId", a.at FROM "Act" a JOIN "Term" t ON t.id = a."subjectId" AND t."organisationId" = o.id AND (t."endsOn" = lower(made) - 1 OR t."startsOn" = upper(made))
  WHERE a.kind IN ('organisation.term-added', 'organisation.term-changed') AND a."byId" IS NOT NULL ORDER BY a.at DESC, a.id DESC LIMIT 1) a
WHERE upper(made) > app.now()::date ORDER BY a.at;
