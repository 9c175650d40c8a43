-- CreateTable
CREATE TABLE "GlassBroken" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GlassBroken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GlassBroken_concernId_idx" ON "GlassBroken"("concernId");

-- CreateIndex
CREATE INDEX "GlassBroken_personId_idx" ON "GlassBroken"("personId");

-- CreateIndex
CREATE INDEX "GlassBroken_organisationId_idx" ON "GlassBroken"("organisationId");

-- AddForeignKey
ALTER TABLE "GlassBroken" ADD CONSTRAINT "GlassBroken_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Glass ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What this viewer opened that was not theirs to open, for as long as that lasts and they still are what let them.
CREATE FUNCTION app.concerns_i_opened() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT g."concernId"), '{}') FROM "GlassBroken" g JOIN "Organisation" o ON o.id = g."organisationId"
  WHERE g."personId" = app.viewer() AND g.until > app.now()
    AND (o.id = ANY ((SELECT app.my_organisations('{head}'))::uuid[]) OR o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[]))
$$;
REVOKE ALL ON FUNCTION app.concerns_i_opened() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.concerns_i_opened() TO app;

-- As before, and whoever broke the glass, for its hour.
CREATE OR REPLACE FUNCTION app.concerns_to_read() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT a."concernId"), '{}') || app.concerns_i_was_brought_in_to() || app.concerns_i_opened() FROM "ConcernAlert" a
  WHERE a."personId" = app.viewer() AND a.rung <> 'delivery_site'
    AND (a."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
      OR (a."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])
        AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = a."concernId")))
$$;

-- As before, with glass that is broken: the same table as modules/safeguarding/steps.ts.
CREATE OR REPLACE FUNCTION app.case_after(state "CaseState", level "CaseLevel", step text, facts jsonb) RETURNS "CaseState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step IN ('broke-glass', 'told', 'climbed', 'looked', 'printed', 'note', 'added', 'marked', 'asked-who', 'struck', 'brought-in', 'let-go', 'kept-from', 'action-done', 'action-dropped') THEN state
    WHEN step = 'notified' THEN state
    WHEN step IN ('shared', 'not-shared') AND state NOT IN ('waiting', 'received') THEN state
    WHEN step IN ('chased', 'escalated') AND state = 'awaiting_agency' THEN state
    WHEN step = 'received' AND state IN ('waiting', 'received') THEN 'received'
    WHEN step = 'taken-on' AND state IN ('waiting', 'received') THEN 'taken_on'
    WHEN step IN ('discussed', 'action-set') AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN state
    WHEN step = 'handed-over' AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') THEN state
    WHEN step = 'triaged' AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN CASE state WHEN 'taken_on' THEN 'triaged' ELSE state END
    WHEN step = 'reviewed' AND state IN ('triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN state
    WHEN step = 'decided' AND state IN ('triaged', 'in_action', 'monitoring') THEN CASE facts->>'decision' WHEN 'nothing_more' THEN 'triaged' WHEN 'monitor' THEN 'monitoring' ELSE 'in_action' END::"CaseState"
    WHEN step = 'referred' AND state IN ('triaged', 'in_action', 'monitoring', 'awaiting_agency') THEN 'awaiting_agency'
    WHEN step = 'agency-answered' AND state = 'awaiting_agency' THEN CASE facts->>'stillWaiting' WHEN 'true' THEN 'awaiting_agency' ELSE 'in_action' END::"CaseState"
    WHEN step = 'closed' AND state IN ('triaged', 'in_action', 'monitoring') THEN CASE WHEN level IN ('emergency', 'high') THEN 'closing' ELSE 'closed' END::"CaseState"
    WHEN step = 'signed' AND state = 'closing' THEN 'closed'
    WHEN step = 'not-signed' AND state = 'closing' THEN 'in_action'
    WHEN step = 'duplicate' AND state IN ('taken_on', 'triaged', 'in_action', 'monitoring') AND coalesce(level NOT IN ('emergency', 'high'), true) THEN 'duplicate'
    WHEN step = 'transferred' AND state IN ('triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closed') THEN 'transferred'
    WHEN step = 'reopened' AND state IN ('closed', 'duplicate', 'transferred') THEN CASE WHEN level IS NULL THEN 'taken_on' ELSE 'in_action' END::"CaseState"
  END
$$;

CREATE OR REPLACE FUNCTION app.add_to_chronology(line uuid, concern uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c "Concern"; head "ChronologyHead"; is_job boolean := session_user = 'system'; is_raiser boolean; is_reader boolean; next_state "CaseState"; weighs "CaseLevel";
  line_at timestamptz(3) := date_trunc('milliseconds', app.now()); line_by uuid := app.viewer(); link bytea;
BEGIN
  SELECT * INTO c FROM "Concern" WHERE id = concern;
  is_raiser := c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor();
  is_reader := c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()));
  -- Two who find two concerns to be one, each the other way round, meet at the same lock first.
  IF line_kind = 'duplicate' THEN PERFORM FROM "ChronologyHead" WHERE "concernId" IN (concern, (line_facts->>'ofId')::uuid) ORDER BY "concernId" FOR UPDATE; END IF;
  SELECT * INTO head FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;

  IF c.id IS NULL OR NOT coalesce(CASE
    WHEN line_kind = 'raised' THEN is_raiser AND head."concernId" IS NULL
    WHEN line_kind = 'told' THEN is_job OR (is_raiser AND head.length = 1)
    WHEN line_kind = 'climbed' THEN is_job
    WHEN line_kind = 'received' THEN EXISTS (SELECT FROM "ConcernReceipt" r WHERE r."concernId" = concern AND r."byId" = line_by)
    WHEN line_kind = 'taken-on' THEN EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = concern AND t."byId" = line_by)
    WHEN line_kind IN ('looked', 'printed') THEN is_reader
    WHEN line_kind = 'note' OR line_kind = 'discussed' THEN is_reader AND line_words IS NOT NULL
    WHEN line_kind = 'added' THEN app.may_add_to(concern) AND line_words IS NOT NULL AND line_facts ? 'part'
    WHEN line_kind = 'marked' THEN (is_reader OR app.may_add_to(concern)) AND line_words IS NOT NULL
    WHEN line_kind = 'broke-glass' THEN line_words IS NOT NULL AND EXISTS (SELECT FROM "GlassBroken" g WHERE g.id = line AND g."concernId" = concern AND g."personId" = line_by)
    WHEN line_kind = 'asked-who' THEN app.may_ask_who(concern) AND line_words IS NOT NULL
    WHEN line_kind = 'struck' THEN is_reader AND line_words IS NOT NULL
      AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.number = (line_facts->>'number')::int AND e.kind IN ('note', 'discussed', 'shared', 'not-shared') AND (e."byId" = line_by OR app.keeps_concern(concern)))
      AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'struck' AND e.facts->>'number' = line_facts->>'number')
    WHEN line_kind = 'action-done' THEN EXISTS (SELECT FROM "CaseAction" a JOIN "CaseActionEnd" d ON d."actionId" = a.id WHERE a.id = (line_facts->>'actionId')::uuid AND a."concernId" = concern AND d."byId" = line_by AND d."isDone")
      AND concern <> ALL (app.concerns_kept_from_me()) AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'action-done' AND e.facts->>'actionId' = line_facts->>'actionId')
    WHEN line_kind IN ('shared', 'not-shared', 'chased', 'escalated') THEN app.keeps_concern(concern) AND line_words IS NOT NULL
    WHEN line_kind = 'notified' THEN line_by IS NOT NULL AND (app.may_add_to(concern) OR app.keeps_concern(concern)) AND line_words IS NOT NULL
    WHEN line_kind = 'signed' THEN app.may_sign_closing(concern)
    WHEN line_kind = 'duplicate' THEN app.keeps_concern(concern) AND concern <> (line_facts->>'ofId')::uuid
      AND EXISTS (SELECT FROM "ChronologyHead" o WHERE o."concernId" = (line_facts->>'ofId')::uuid AND o."organisationId" = c."organisationId" AND o.state NOT IN ('closed', 'duplicate', 'transferred'))
    WHEN line_kind IN ('triaged', 'decided', 'referred', 'agency-answered', 'action-set', 'action-dropped', 'reviewed', 'closed', 'not-signed', 'reopened', 'transferred', 'brought-in', 'let-go', 'kept-from')
      THEN app.keeps_concern(concern)
    WHEN line_kind = 'handed-over' THEN app.keeps_concern(concern) AND app.may_have_part(concern, (line_facts->>'toId')::uuid)
    END, false)
  THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;

  -- A look counts once a person, record and quarter of an hour.
  IF line_kind = 'looked' AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'looked' AND e."byId" = line_by AND e.at > line_at - interval '15 minutes')
  THEN RETURN NULL; END IF;

  IF head."concernId" IS NULL THEN
    INSERT INTO "ChronologyHead" ("concernId", "organisationId", length, hash) VALUES (concern, c."organisationId", 0, decode(repeat('00', 32), 'hex')) RETURNING * INTO head;
    next_state := 'waiting';
  ELSE
    -- What was high once needs a second signature, whatever it was called afterwards.
    weighs := CASE WHEN EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'triaged' AND e.facts->>'level' IN ('emergency', 'high')) THEN 'high' ELSE head."caseLevel" END;
    next_state := app.case_after(head.state, weighs, line_kind, line_facts);
    IF next_state IS NULL THEN RAISE EXCEPTION 'not a step from %', head.state USING ERRCODE = 'BL001'; END IF;
    -- Under the lock: an agency answers, and is rung again, while it is waited for; whether the case still waits is what is left.
    IF line_kind IN ('agency-answered', 'chased', 'escalated') AND NOT coalesce((line_facts->>'referralId')::uuid = ANY (app.referrals_open(concern)), false) THEN RAISE EXCEPTION 'nobody waits for it' USING ERRCODE = 'BL001'; END IF;
    IF line_kind = 'agency-answered' AND coalesce((line_facts->>'stillWaiting')::boolean, false)
      <> (NOT coalesce((line_facts->>'isEnd')::boolean, false) OR app.referrals_open(concern) <> ARRAY[(line_facts->>'referralId')::uuid]) THEN RAISE EXCEPTION 'it has moved on' USING ERRCODE = 'BL001'; END IF;
    -- Under the lock: nothing that is still to be done is left behind.
    IF line_kind IN ('closed', 'duplicate', 'transferred') AND EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = concern AND NOT EXISTS (SELECT FROM "CaseActionEnd" d WHERE d."actionId" = a.id))
    THEN RAISE EXCEPTION 'something is still to be done' USING ERRCODE = 'BL002'; END IF;
  END IF;
  link := sha256(head.hash
    || convert_to(concat_ws('|', head.length + 1, line, concern, c."organisationId", line_kind, coalesce(line_by::text, ''), (extract(epoch FROM line_at) * 1000)::bigint, line_facts::text), 'UTF8')
    || sha256(coalesce(line_words, '')));
  INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, "byId", at, facts, words, hash)
    VALUES (line, c."organisationId", concern, head.length + 1, line_kind, line_by, line_at, line_facts, line_words, link);
  UPDATE "ChronologyHead" SET length = head.length + 1, hash = link, state = next_state,
    "caseLevel" = CASE WHEN line_kind = 'triaged' THEN (line_facts->>'level')::"CaseLevel" ELSE head."caseLevel" END,
    "holderId" = CASE line_kind WHEN 'taken-on' THEN line_by WHEN 'handed-over' THEN (line_facts->>'toId')::uuid WHEN 'reopened' THEN line_by ELSE head."holderId" END,
    "reviewOn" = CASE WHEN next_state IN ('closed', 'duplicate', 'transferred') THEN NULL WHEN line_facts ? 'reviewOn' THEN (line_facts->>'reviewOn')::date ELSE head."reviewOn" END
  WHERE "concernId" = concern;
  RETURN head.length + 1;
END $$;

-- The settings of what this viewer opened: a programme lead belongs to none of them.
CREATE FUNCTION app.settings_i_opened() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT c."organisationId"), '{}') FROM "Concern" c WHERE c.id = ANY (app.concerns_i_opened())
$$;

-- What stands behind glass: for the head of a setting, its open concerns that they were not told of; for the programme lead of its delivery site, those that a
-- clock let climb to them. That it is there, since when, and who has it. Never what is kept from them, and never what they raised.
CREATE FUNCTION app.concerns_behind_glass() RETURNS TABLE ("concernId" uuid, "organisationId" uuid, "organisationName" text, "raisedAt" timestamptz, state "CaseState", "holderName" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, o.id, o.name, c."raisedAt", h.state, (SELECT p.name FROM "Person" p WHERE p.id = coalesce(h."holderId", (SELECT r."byId" FROM "ConcernReceipt" r WHERE r."concernId" = c.id)))
  FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id JOIN "Organisation" o ON o.id = c."organisationId"
  WHERE h.state NOT IN ('closed', 'duplicate', 'transferred') AND c.id <> ALL (app.concerns_kept_from_me()) AND c."raisedById" IS DISTINCT FROM app.viewer()
    AND c.id <> ALL (app.concerns_to_read()) AND o.id <> ALL (app.settings_i_safeguard())
    AND (o.id = ANY ((SELECT app.my_organisations('{head}'))::uuid[])
      OR (o."supportedById" = ANY ((SELECT app.my_organisations('{programme_lead}'))::uuid[]) AND EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = app.viewer() AND a.rung = 'delivery_site')))
$$;

-- Breaks it for an hour, and says who is to hear of it at once: the lead and the deputies whom it is not kept from.
CREATE FUNCTION app.break_glass(line uuid, concern uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE place uuid; began timestamptz(3) := date_trunc('milliseconds', app.now());
BEGIN
  -- Two pages of one person meet here: the second finds it open.
  PERFORM FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;
  SELECT b."organisationId" INTO place FROM app.concerns_behind_glass() b WHERE b."concernId" = concern;
  IF place IS NULL THEN RAISE EXCEPTION 'not yours to open' USING ERRCODE = '42501'; END IF;
  INSERT INTO "GlassBroken" (id, "organisationId", "concernId", "personId", at, until) VALUES (line, place, concern, app.viewer(), began, began + interval '1 hour');
  RETURN (SELECT coalesce(array_agg(DISTINCT m."personId"), '{}') FROM "Membership" m WHERE m."organisationId" = place AND m.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(m."startsAt", m."endsAt")
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = m."personId"));
END $$;

-- No glass is broken without its line: asked when the transaction ends.
CREATE FUNCTION app.glass_has_its_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e.id = NEW.id AND e."concernId" = NEW."concernId" AND e.kind = 'broke-glass') THEN RAISE EXCEPTION 'no line says that it was opened' USING ERRCODE = '42501'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_its_line AFTER INSERT ON "GlassBroken" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.glass_has_its_line();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "GlassBroken" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "GlassBroken" FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The names in a case of a setting one does not belong to, for its hour.
CREATE FUNCTION app.names_i_opened(people uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name FROM "Person" p WHERE p.id = ANY (people) AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = p.id AND m."organisationId" = ANY (app.settings_i_opened()))
$$;

ALTER TABLE "GlassBroken" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "GlassBroken" TO app, system;
CREATE POLICY readers ON "GlassBroken" FOR SELECT TO app USING ("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])));
CREATE POLICY jobs ON "GlassBroken" FOR SELECT TO system USING (true);
CREATE POLICY opened ON "WrappingKey" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.settings_i_opened())::uuid[]));

REVOKE ALL ON FUNCTION app.settings_i_opened(), app.concerns_behind_glass(), app.break_glass(uuid, uuid), app.glass_has_its_line(), app.names_i_opened(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.settings_i_opened(), app.concerns_behind_glass(), app.break_glass(uuid, uuid), app.names_i_opened(uuid[]) TO app;

-- It is opened to be read: who said "I have it", and who took it on, were told of it, brought in, or are its lead.
CREATE POLICY not_by_glass ON "ConcernReceipt" AS RESTRICTIVE FOR INSERT TO app WITH CHECK ("concernId" <> ALL ((SELECT app.concerns_i_opened())::uuid[]) OR app.keeps_concern("concernId"));
CREATE POLICY not_by_glass ON "TakingOn" AS RESTRICTIVE FOR INSERT TO app WITH CHECK ("concernId" <> ALL ((SELECT app.concerns_i_opened())::uuid[]) OR app.keeps_concern("concernId"));
