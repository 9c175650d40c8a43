-- CreateTable
CREATE TABLE "ConcernAnswer" (
    "concernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "answerId" UUID NOT NULL,

    CONSTRAINT "ConcernAnswer_pkey" PRIMARY KEY ("concernId")
);

-- CreateIndex
CREATE INDEX "ConcernAnswer_answerId_idx" ON "ConcernAnswer"("answerId");

-- CreateIndex
CREATE INDEX "ConcernAnswer_organisationId_idx" ON "ConcernAnswer"("organisationId");

-- AddForeignKey
ALTER TABLE "ConcernAnswer" ADD CONSTRAINT "ConcernAnswer_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernAnswer" ADD CONSTRAINT "ConcernAnswer_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "TeachingAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── An answer given without a name, and a worry about it ────────────────────────────────────────────────────────────
ALTER TABLE "ConcernAnswer" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON "ConcernAnswer" TO app;
CREATE POLICY readers ON "ConcernAnswer" FOR SELECT TO app USING ("concernId" <> ALL ((SELECT app.concerns_kept_from_me())::uuid[])
  AND ("organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) OR "concernId" = ANY ((SELECT app.concerns_to_read())::uuid[])));

-- What was taken off the screen stays with its trainers, so that it can still be handed on; the screen itself leaves it out.
CREATE OR REPLACE FUNCTION app.teaching_answers_shown() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(a.id), '{}') FROM "TeachingAnswer" a
  WHERE a."shownAt" IS NOT NULL AND a."sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[])
$$;
DROP FUNCTION app.teaching_shown(uuid, text);
CREATE FUNCTION app.teaching_shown(session uuid, question text) RETURNS TABLE (id uuid, chosen text, words bytea, "isOff" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a.chosen, a.words, a."takenOffAt" IS NOT NULL FROM "TeachingAnswer" a
  WHERE a."sessionId" = session AND a."questionId" = question AND a."shownAt" IS NOT NULL
    AND session = ANY ((SELECT app.sittings_i_teach())::uuid[]) ORDER BY a.id
$$;
-- One answer that has been on the screen, for its trainers: which question of which sitting, and what it says. Not whose it is.
CREATE FUNCTION app.teaching_answer(answer uuid) RETURNS TABLE (id uuid, "organisationId" uuid, "sessionId" uuid, "questionId" text, words bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, a."organisationId", a."sessionId", a."questionId", a.words FROM "TeachingAnswer" a
  WHERE a.id = answer AND a."shownAt" IS NOT NULL AND a."sessionId" = ANY ((SELECT app.sittings_i_teach())::uuid[])
$$;

-- A trainer's concern names an answer they could read, while it is being raised. It says whether it did: a concern is never lost for a detail.
CREATE FUNCTION app.name_answer(concern uuid, answer uuid) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH named AS (
    INSERT INTO "ConcernAnswer" ("concernId", "organisationId", "answerId")
    SELECT concern, a."organisationId", a.id FROM app.teaching_answer(answer) a WHERE app.am_raising(concern, a."organisationId")
    RETURNING 1)
  SELECT EXISTS (SELECT FROM named)
$$;

-- Who may learn whose it is: a lead or a deputy of the setting, or the head who has taken it on because it goes round them.
CREATE FUNCTION app.may_ask_who(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "ConcernAnswer" n WHERE n."concernId" = concern AND concern <> ALL (app.concerns_kept_from_me())
    AND (n."organisationId" = ANY (app.settings_i_safeguard())
      OR (concern = ANY (app.concerns_to_read()) AND EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = concern AND t."byId" = app.viewer()))))
$$;
-- Who wrote it, for whoever has asked on record, and for nobody else.
CREATE FUNCTION app.who_answered(concern uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p."fullName" FROM "ConcernAnswer" n JOIN "TeachingAnswer" a ON a.id = n."answerId" JOIN "Person" p ON p.id = a."personId"
  WHERE n."concernId" = concern AND app.may_ask_who(concern)
    AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'asked-who' AND e."byId" = app.viewer())
$$;

REVOKE ALL ON FUNCTION app.teaching_shown(uuid, text), app.teaching_answer(uuid), app.name_answer(uuid, uuid), app.may_ask_who(uuid), app.who_answered(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.teaching_shown(uuid, text), app.teaching_answer(uuid), app.name_answer(uuid, uuid), app.may_ask_who(uuid), app.who_answered(uuid) TO app;

-- The same as before, and one more kind of line: who answered was asked, with the reason.
CREATE OR REPLACE FUNCTION app.add_to_chronology(line uuid, concern uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  c "Concern"; head "ChronologyHead"; is_job boolean := session_user = 'system'; is_raiser boolean; is_reader boolean;
  line_at timestamptz(3) := date_trunc('milliseconds', app.now()); line_by uuid := app.viewer(); link bytea;
BEGIN
  SELECT * INTO c FROM "Concern" WHERE id = concern;
  is_raiser := c."raisedById" = app.viewer() OR c."raisedByMenteeId" = app.visitor();
  is_reader := c.id <> ALL (app.concerns_kept_from_me()) AND (c."organisationId" = ANY (app.settings_i_safeguard()) OR c.id = ANY (app.concerns_to_read()));
  SELECT * INTO head FROM "ChronologyHead" WHERE "concernId" = concern FOR UPDATE;

  IF c.id IS NULL OR NOT coalesce(CASE line_kind
    WHEN 'raised' THEN is_raiser AND head."concernId" IS NULL
    WHEN 'told' THEN is_job OR (is_raiser AND head.length = 1)
    WHEN 'climbed' THEN is_job
    WHEN 'received' THEN EXISTS (SELECT FROM "ConcernReceipt" r WHERE r."concernId" = concern AND r."byId" = line_by)
    WHEN 'taken-on' THEN EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = concern AND t."byId" = line_by)
    WHEN 'looked' THEN is_reader
    WHEN 'note' THEN is_reader
    WHEN 'asked-who' THEN app.may_ask_who(concern) AND line_words IS NOT NULL
    END, false)
  THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;

  -- A look counts once a person, record and quarter of an hour.
  IF line_kind = 'looked' AND EXISTS (SELECT FROM "ChronologyEntry" e WHERE e."concernId" = concern AND e.kind = 'looked' AND e."byId" = line_by AND e.at > line_at - interval '15 minutes')
  THEN RETURN NULL; END IF;

  IF head."concernId" IS NULL THEN
    head := ROW (concern, c."organisationId", 0, decode(repeat('00', 32), 'hex'));
    INSERT INTO "ChronologyHead" VALUES (head.*);
  END IF;
  link := sha256(head.hash
    || convert_to(concat_ws('|', head.length + 1, line, concern, c."organisationId", line_kind, coalesce(line_by::text, ''), (extract(epoch FROM line_at) * 1000)::bigint, line_facts::text), 'UTF8')
    || sha256(coalesce(line_words, '')));
  INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, "byId", at, facts, words, hash)
    VALUES (line, c."organisationId", concern, head.length + 1, line_kind, line_by, line_at, line_facts, line_words, link);
  UPDATE "ChronologyHead" SET length = head.length + 1, hash = link WHERE "concernId" = concern;
  RETURN head.length + 1;
END $$;
