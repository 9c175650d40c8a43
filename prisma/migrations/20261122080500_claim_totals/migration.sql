-- How far the learners of each setting a delivery site supports are with their qualification, as suppressed totals, never rows. The three are told apart and not
-- one within another, and no sum of them is told: the difference between two figures that hold each other would be a small group.
CREATE FUNCTION app.claims_of_settings() RETURNS TABLE (setting uuid, registered int, claimed int, certificated int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, app.suppressed(stood.registered), app.suppressed(stood.claimed), app.suppressed(stood.certificated)
  FROM "Organisation" o CROSS JOIN LATERAL (
    SELECT count(DISTINCT r."personId") FILTER (WHERE newest.standing IS NULL) AS registered,
      count(DISTINCT r."personId") FILTER (WHERE newest.standing IN ('draft', 'sent', 'queried')) AS claimed,
      count(DISTINCT r."personId") FILTER (WHERE newest.standing = 'accepted') AS certificated
    FROM "Registration" r LEFT JOIN "Claim" c ON c."registrationId" = r.id AND c."takenOutAt" IS NULL
    LEFT JOIN LATERAL (SELECT s.standing FROM "ClaimState" s WHERE s."claimId" = c.id ORDER BY s.number DESC LIMIT 1) newest ON true
    WHERE r."organisationId" = o.id AND (r."withdrawnAt" IS NULL OR newest.standing = 'accepted')) stood
  WHERE o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[])
$$;
REVOKE ALL ON FUNCTION app.claims_of_settings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.claims_of_settings() TO app;
