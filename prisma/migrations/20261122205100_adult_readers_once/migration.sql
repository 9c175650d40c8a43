-- Who reads each open record that this viewer keeps: the same as app.adult_who_reads, for all of them in one question. The way is worked out once for each setting and each set of people it is kept from.
CREATE FUNCTION app.adult_open_readers() RETURNS TABLE ("adultConcernId" uuid, readers uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS MATERIALIZED (
    SELECT h."adultConcernId" AS id, h."organisationId" AS place, ARRAY(SELECT k."personId" FROM "AdultKeptFrom" k WHERE k."adultConcernId" = h."adultConcernId" ORDER BY 1) AS kept
    FROM "AdultHead" h WHERE h.state <> 'closed' AND h."adultConcernId" = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])),
  ways AS MATERIALIZED (
    SELECT w.place, w.kept, app.adult_keepers_of(w.place, w.kept) AS keepers, ARRAY(SELECT l."personId" FROM app.adult_ladder_of(w.place) l) AS answering FROM (SELECT DISTINCT place, kept FROM mine) w)
  SELECT m.id, ARRAY(SELECT unnest(w.keepers)
    UNION SELECT t."personId" FROM "AdultTold" t WHERE t."adultConcernId" = m.id AND t.rung <> 'delivery_site' AND t."personId" <> ALL (m.kept) AND t."personId" = ANY (w.answering))
  FROM mine m JOIN ways w ON w.place = m.place AND w.kept = m.kept
$$;
REVOKE ALL ON FUNCTION app.adult_open_readers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.adult_open_readers() TO app;
