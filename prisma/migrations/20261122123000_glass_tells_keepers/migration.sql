-- Who keeps a concern: its lead and deputies, and a head who was told of it or brought in. The same as app.keeps_concern, for everybody at once.
CREATE FUNCTION app.keepers_of(concern uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "Concern" c JOIN "Membership" m ON m."organisationId" = c."organisationId"
  WHERE c.id = concern AND app.is_current(m."startsAt", m."endsAt")
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = m."personId")
    AND (m.role IN ('safeguarding_lead', 'deputy_lead')
      OR (m.role IN ('head', 'programme_lead')
        AND (EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = concern AND a."personId" = m."personId" AND a.rung <> 'delivery_site')
          OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = concern AND r."personId" = m."personId" AND r."endedAt" IS NULL))))
$$;
REVOKE ALL ON FUNCTION app.keepers_of(uuid) FROM PUBLIC;

-- As before; and a head who keeps the case hears of it too.
CREATE OR REPLACE FUNCTION app.break_glass(line uuid, concern uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place uuid; began timestamptz(3) := date_trunc('milliseconds', app.now());
BEGIN
  -- Two pages of one person meet here: the second finds it open.
  PERFORM FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;
  SELECT b."organisationId" INTO place FROM app.concerns_behind_glass() b WHERE b."concernId" = concern;
  IF place IS NULL THEN RAISE EXCEPTION 'not yours to open' USING ERRCODE = '42501'; END IF;
  INSERT INTO "GlassBroken" (id, "organisationId", "concernId", "personId", at, until) VALUES (line, place, concern, app.viewer(), began, began + interval '1 hour');
  RETURN app.keepers_of(concern);
END $$;
