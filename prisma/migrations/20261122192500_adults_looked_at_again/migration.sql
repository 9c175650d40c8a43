-- AlterEnum
ALTER TYPE "AdultClock" ADD VALUE 'reviewing';
ALTER TYPE "AdultClock" ADD VALUE 'signing';

-- From when the clock runs of what is decided, or waits for a second signature: the last line in which somebody did something about it, or closed it. Reads as whoever asks.
CREATE FUNCTION app.adult_worked(record uuid) RETURNS TABLE (worked int, "workedAt" timestamptz) LANGUAGE sql STABLE AS $$
  SELECT l.number, l.at FROM public."AdultLine" l JOIN public."AdultHead" h ON h."adultConcernId" = l."adultConcernId"
  WHERE l."adultConcernId" = record AND l.kind = ANY (CASE h.state::text WHEN 'closing' THEN '{closed}' ELSE '{weighed,acted,lado-told,note,not-signed,reopened}' END::text[]) ORDER BY l.number DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION app.adult_worked(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adult_worked(uuid) TO app, system;

-- As before, and while one of these clocks has climbed past those who keep it and nobody has done anything since.
CREATE OR REPLACE FUNCTION app.adult_waiting_elsewhere() RETURNS TABLE (id uuid, "organisationName" text, phone text, "sharedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, o.name, o.phone, c."sharedAt" FROM "AdultTold" t JOIN "AdultConcern" c ON c.id = t."adultConcernId" JOIN "Organisation" o ON o.id = c."organisationId" JOIN "AdultHead" d ON d."adultConcernId" = c.id
  WHERE t."personId" = app.viewer() AND t.rung = 'delivery_site' AND o."supportedById" = ANY (app.my_organisations('{head,programme_lead}'))
    AND ((d.state IN ('waiting', 'held', 'weighed') AND EXISTS (SELECT FROM app.adult_times(c.id) x WHERE d.state <> 'weighed' OR x."decidedAs" IS NULL OR (x."decidedAs" = 'allegation' AND NOT x."isLadoTold")))
      OR (d.state IN ('weighed', 'closing') AND EXISTS (SELECT FROM "AdultLine" l, app.adult_worked(c.id) w WHERE l."adultConcernId" = c.id AND l.kind = 'climbed' AND l.facts->>'clock' IN ('reviewing', 'signing') AND l.facts->>'rung' = 'delivery_site' AND (l.facts->>'episode')::int = w.worked)))
    AND app.viewer() <> ALL (app.adult_kept_from(c.id)) AND app.viewer() <> ALL (app.adult_readers(c.id))
$$;
