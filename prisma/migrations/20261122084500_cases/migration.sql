-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('waiting', 'received', 'taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing', 'closed', 'duplicate', 'transferred');

-- CreateEnum
CREATE TYPE "CaseLevel" AS ENUM ('emergency', 'high', 'medium', 'low', 'not_safeguarding');

-- DropIndex
DROP INDEX "ChronologyHead_organisationId_idx";

-- AlterTable
ALTER TABLE "ChronologyHead" ADD COLUMN     "holderId" UUID,
ADD COLUMN     "caseLevel" "CaseLevel",
ADD COLUMN     "reviewOn" DATE,
ADD COLUMN     "state" "CaseState" NOT NULL DEFAULT 'waiting';

-- CreateTable
CREATE TABLE "CaseReader" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,

    CONSTRAINT "CaseReader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseAction" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "what" BYTEA NOT NULL,

    CONSTRAINT "CaseAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseActionEnd" (
    "actionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "isDone" BOOLEAN NOT NULL,

    CONSTRAINT "CaseActionEnd_pkey" PRIMARY KEY ("actionId")
);

-- CreateIndex
CREATE INDEX "CaseReader_concernId_idx" ON "CaseReader"("concernId");

-- CreateIndex
CREATE INDEX "CaseReader_personId_idx" ON "CaseReader"("personId");

-- CreateIndex
CREATE INDEX "CaseReader_organisationId_idx" ON "CaseReader"("organisationId");

-- CreateIndex
CREATE INDEX "CaseAction_concernId_idx" ON "CaseAction"("concernId");

-- CreateIndex
CREATE INDEX "CaseAction_ownerId_dueOn_idx" ON "CaseAction"("ownerId", "dueOn");

-- CreateIndex
CREATE INDEX "CaseAction_organisationId_idx" ON "CaseAction"("organisationId");

-- CreateIndex
CREATE INDEX "CaseActionEnd_organisationId_idx" ON "CaseActionEnd"("organisationId");

-- CreateIndex
CREATE INDEX "ChronologyHead_organisationId_state_idx" ON "ChronologyHead"("organisationId", "state");

-- CreateIndex
CREATE INDEX "ChronologyHead_holderId_idx" ON "ChronologyHead"("holderId");

-- AddForeignKey
ALTER TABLE "CaseReader" ADD CONSTRAINT "CaseReader_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseAction" ADD CONSTRAINT "CaseAction_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseActionEnd" ADD CONSTRAINT "CaseActionEnd_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "CaseAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What stands already: taken on, or received, or waiting.
UPDATE "ChronologyHead" h SET
  state = CASE WHEN t."concernId" IS NOT NULL THEN 'taken_on' WHEN r."concernId" IS NOT NULL THEN 'received' ELSE 'waiting' END::"CaseState",
  "holderId" = t."byId"
FROM "Concern" c LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id LEFT JOIN "TakingOn" t ON t."concernId" = c.id WHERE c.id = h."concernId";

-- Where a case stands after a step, or nothing where the step is not possible. The same table as modules/safeguarding/steps.ts; a test holds them together.
CREATE FUNCTION app.case_after(state "CaseState", level "CaseLevel", step text, facts jsonb) RETURNS "CaseState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step IN ('told', 'climbed', 'looked', 'printed', 'note', 'asked-who', 'struck', 'brought-in', 'let-go', 'kept-from', 'action-done', 'action-dropped') THEN state
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

-- Brought in, not let go, and still one of the adults who may have a part in a case.
CREATE FUNCTION app.concerns_i_was_brought_in_to() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r."concernId"), '{}') FROM "CaseReader" r
  WHERE r."personId" = app.viewer() AND r."endedAt" IS NULL AND r."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,programme_lead}'))::uuid[])
$$;

-- A case is kept by the leads and deputies of its setting, and by a head who was told of it or brought in.
CREATE FUNCTION app.keeps_concern(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c WHERE c.id = concern AND c.id <> ALL (app.concerns_kept_from_me())
    AND (c."organisationId" = ANY (app.settings_i_safeguard())
      OR (c."organisationId" = ANY (app.my_organisations('{head,programme_lead}'))
        AND (c.id = ANY (app.concerns_i_was_brought_in_to())
          OR EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = app.viewer() AND a.rung <> 'delivery_site')))))
$$;

-- An adult of the setting whom it is not kept from.
CREATE FUNCTION app.may_have_part(concern uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Concern" c JOIN "Membership" m ON m."organisationId" = c."organisationId"
    WHERE c.id = concern AND m."personId" = person AND app.is_current(m."startsAt", m."endsAt")
      AND m.role IN ('youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'programme_lead'))
    AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = concern AND k."personId" = person)
$$;

-- All of them, for whoever reads the case.
CREATE FUNCTION app.partakers(concern uuid) RETURNS TABLE ("personId" uuid, name text, role "Role")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (m."personId") m."personId", p.name, m.role FROM "Concern" c JOIN "Membership" m ON m."organisationId" = c."organisationId" JOIN "Person" p ON p.id = m."personId"
  WHERE c.id = concern AND c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()))
    AND app.is_current(m."startsAt", m."endsAt") AND app.may_have_part(c.id, m."personId")
    AND m.role IN ('youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'programme_lead')
  ORDER BY m."personId", array_position('{safeguarding_lead,deputy_lead,head,specialist,youth_worker,coordinator,programme_lead}'::"Role"[], m.role)
$$;

-- As before, and whoever was brought in, while that lasts.
CREATE OR REPLACE FUNCTION app.concerns_to_read() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT a."concernId"), '{}') || app.concerns_i_was_brought_in_to() FROM "ConcernAlert" a
  WHERE a."personId" = app.viewer() AND a.rung <> 'delivery_site'
    AND (a."organisationId" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[])
      OR (a."organisationId" = ANY ((SELECT app.my_organisations('{youth_worker}'))::uuid[])
        AND NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = a."concernId")))
$$;

-- To sign a closing a second time: whoever keeps the case, and never whoever closed it.
CREATE FUNCTION app.may_sign_closing(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.keeps_concern(concern) AND app.viewer() IS DISTINCT FROM (SELECT e."byId" FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'closed' ORDER BY e.number DESC LIMIT 1)
$$;

-- Who looks after it now, for those who may know that it is there: whoever raised it, whoever received it, and its readers.
CREATE FUNCTION app.who_looks_after(concern uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h."holderId" FROM "ChronologyHead" h JOIN "Concern" c ON c.id = h."concernId" WHERE c.id = concern AND c.id <> ALL (app.concerns_kept_from_me())
    AND (c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor() OR c.id = ANY (app.concerns_i_received())
      OR c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()))
$$;

REVOKE ALL ON FUNCTION app.who_looks_after(uuid), app.case_after("CaseState", "CaseLevel", text, jsonb), app.keeps_concern(uuid), app.may_have_part(uuid, uuid), app.partakers(uuid), app.concerns_i_was_brought_in_to(), app.may_sign_closing(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.who_looks_after(uuid), app.case_after("CaseState", "CaseLevel", text, jsonb), app.keeps_concern(uuid), app.may_have_part(uuid, uuid), app.partakers(uuid), app.concerns_i_was_brought_in_to(), app.may_sign_closing(uuid) TO app;
GRANT EXECUTE ON FUNCTION app.case_after("CaseState", "CaseLevel", text, jsonb) TO system;

-- The same as before, with every step of a case. The head keeps where the case stands, how serious it is, who looks after it and when it is
-- looked at again: each is what the lines say, and `npm run verify:safeguarding` holds it against them.
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
    WHEN line_kind = 'asked-who' THEN app.may_ask_who(concern) AND line_words IS NOT NULL
    WHEN line_kind = 'struck' THEN is_reader AND line_words IS NOT NULL
      AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.number = (line_facts->>'number')::int AND e.kind IN ('note', 'discussed') AND (e."byId" = line_by OR app.keeps_concern(concern)))
      AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'struck' AND e.facts->>'number' = line_facts->>'number')
    WHEN line_kind = 'action-done' THEN EXISTS (SELECT FROM "CaseAction" a JOIN "CaseActionEnd" d ON d."actionId" = a.id WHERE a.id = (line_facts->>'actionId')::uuid AND a."concernId" = concern AND d."byId" = line_by AND d."isDone")
      AND concern <> ALL (app.concerns_kept_from_me()) AND NOT EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'action-done' AND e.facts->>'actionId' = line_facts->>'actionId')
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

-- ── Who reads, and who writes ───────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "CaseReader" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CaseAction" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CaseActionEnd" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "CaseReader", "CaseAction", "CaseActionEnd" TO app;
GRANT UPDATE ("endedAt", "endedById") ON "CaseReader" TO app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{CaseReader,CaseAction}'::text[] LOOP
    EXECUTE format('CREATE POLICY readers ON %I FOR SELECT TO app USING ("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
      AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])))', t);
  END LOOP;
END $$;
-- What somebody was asked to do is theirs to read, without the case.
CREATE POLICY owners ON "CaseAction" FOR SELECT TO app USING ("ownerId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{youth_worker,specialist,safeguarding_lead,deputy_lead,head,coordinator,programme_lead}'))::uuid[])
  AND "concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[]));
CREATE POLICY with_their_action ON "CaseActionEnd" FOR SELECT TO app USING (EXISTS (SELECT FROM "CaseAction" a WHERE a.id = "actionId"));
CREATE POLICY actions ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'CaseAction' AND EXISTS (SELECT FROM "CaseAction" a WHERE a.id = "rowId"));

CREATE POLICY keepers ON "CaseReader" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND app.organisation_of_concern("concernId") = "organisationId"
  AND app.keeps_concern("concernId") AND app.may_have_part("concernId", "personId"));
CREATE POLICY keepers_end ON "CaseReader" FOR UPDATE TO app USING ("endedAt" IS NULL AND app.keeps_concern("concernId")) WITH CHECK ("endedAt" IS NOT NULL AND "endedById" = (SELECT app.viewer()));
CREATE POLICY keepers ON "CaseAction" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND app.organisation_of_concern("concernId") = "organisationId"
  AND app.keeps_concern("concernId") AND app.may_have_part("concernId", "ownerId"));
CREATE POLICY ended ON "CaseActionEnd" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND EXISTS (SELECT FROM "CaseAction" a WHERE a.id = "actionId" AND a."organisationId" = "CaseActionEnd"."organisationId"
  AND ((a."ownerId" = (SELECT app.viewer()) AND "isDone") OR app.keeps_concern(a."concernId"))));
CREATE POLICY keepers ON "ConcernKeptFrom" FOR INSERT TO app WITH CHECK (app.organisation_of_concern("concernId") = "organisationId" AND app.keeps_concern("concernId") AND "personId" <> (SELECT app.viewer())
  AND "personId" IS DISTINCT FROM app.who_looks_after("concernId"));
-- A case that turns out to be about a lead is the head's to know at once.
CREATE POLICY goes_round ON "ConcernAlert" FOR INSERT TO app WITH CHECK (rung = 'head' AND app.organisation_of_concern("concernId") = "organisationId"
  AND app.keeps_concern("concernId") AND app.stands_on_rung("concernId", "personId", rung));
