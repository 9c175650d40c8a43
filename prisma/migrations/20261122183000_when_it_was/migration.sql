-- ── When it was, the database says ──────────────────────────────────────────────────────────────────────────────────
-- Of what safeguarding, checks and roles rest on, nobody chooses the moment: a rule dated into the year 2100 would be the newest for good.
DO $$ DECLARE t text; kept text; BEGIN
  FOREACH t IN ARRAY '{Act,Agency,AgencyCheck,CaseAction,CaseActionEnd,CaseReader,Concern,ConcernAlert,ConcernCategory,ConcernReceipt,LegalHold,Membership,ReceiptCode,ReportingDuty,TakingOn,VettingCheck,VettingCheckStruck,VettingRule,Webhook,WebhookSecret,WebhookSeen}'::text[] LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') FILTER (WHERE has_column_privilege('app', a.attrelid, a.attnum, 'INSERT') AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') !~ 'now\(\)')
      INTO kept FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = format('%I', t)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format('REVOKE INSERT ON %I FROM app; GRANT INSERT (%s) ON %I TO app', t, kept, t);
  END LOOP;
END $$;

-- What was ever high is not made into a file that answers for itself by whoever handed it on: at the door nobody knows who opens it.
CREATE FUNCTION app.hands_on_alone(concern uuid, transfer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ChronologyEntry" t WHERE t.id = transfer AND t."concernId" = concern AND t."byId" = app.viewer())
    AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'triaged' AND e.facts->>'level' IN ('emergency', 'high'))
$$;
REVOKE ALL ON FUNCTION app.hands_on_alone(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hands_on_alone(uuid, uuid) TO app;
DROP POLICY keepers ON "ReceiptCode";
CREATE POLICY keepers ON "ReceiptCode" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.organisation_of_concern("concernId") = "organisationId"
  AND app.keeps_concern("concernId") AND "transferId" = app.transfer_awaited("concernId") AND NOT app.hands_on_alone("concernId", "transferId"));
