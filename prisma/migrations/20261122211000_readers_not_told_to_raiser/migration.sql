-- Who reads a concern was answered to whoever raised it, so that what they add reaches the readers; also to one it has been kept from since. A job tells the readers now, and nobody else is answered.
DROP FUNCTION app.readers_of_mine(uuid);

-- Whose open pages show a line that its raiser added, and who is to get a letter: whoever looks after it, or covers for them, unless they have looked since, or have had one about something they have not looked at yet.
CREATE FUNCTION app.readers_to_tell(line uuid) RETURNS TABLE ("personId" uuid, "isToWrite" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH added AS (SELECT e."concernId", e."organisationId", e.number, e."byId" FROM "ChronologyEntry" e WHERE e.id = line),
  holder AS (
    SELECT h."holderId" AS id FROM added JOIN "ChronologyHead" h USING ("concernId")
    UNION SELECT w."coverId" FROM added JOIN "ChronologyHead" h USING ("concernId") CROSS JOIN LATERAL app.away_now(h."organisationId") w
      WHERE w."personId" = h."holderId"
        AND EXISTS (SELECT FROM "Membership" l WHERE l."organisationId" = h."organisationId" AND l."personId" = w."coverId" AND l.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(l."startsAt", l."endsAt"))
  )
  SELECT DISTINCT m."personId", EXISTS (SELECT FROM holder WHERE holder.id = m."personId") AND NOT EXISTS (
    SELECT FROM "ChronologyEntry" e WHERE e."concernId" = a."concernId" AND ((e.kind = 'looked' AND e."byId" = m."personId" AND e.number > a.number)
      OR (e.kind IN ('added', 'marked', 'notified') AND e.number < a.number
        AND e.number > coalesce((SELECT max(l.number) FROM "ChronologyEntry" l WHERE l."concernId" = a."concernId" AND l.kind = 'looked' AND l."byId" = m."personId"), 0))))
  FROM added a JOIN "Membership" m ON m."organisationId" = a."organisationId" AND app.is_current(m."startsAt", m."endsAt")
  WHERE m."personId" IS DISTINCT FROM a."byId"
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = a."concernId" AND k."personId" = m."personId")
    AND (EXISTS (SELECT FROM holder WHERE holder.id = m."personId")
      OR EXISTS (SELECT FROM "CaseReader" r WHERE r."concernId" = a."concernId" AND r."personId" = m."personId" AND r."endedAt" IS NULL)
      OR EXISTS (SELECT FROM "ConcernAlert" t WHERE t."concernId" = a."concernId" AND t."personId" = m."personId" AND t.rung <> 'delivery_site'
        AND (m.role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead') OR (m.role = 'youth_worker' AND NOT EXISTS (SELECT FROM "TakingOn" o WHERE o."concernId" = a."concernId")))))
$$;
REVOKE ALL ON FUNCTION app.readers_to_tell(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.readers_to_tell(uuid) TO system;
