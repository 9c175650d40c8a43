-- CreateEnum
CREATE TYPE "AdultState" AS ENUM ('waiting', 'held', 'weighed', 'closing', 'closed');

-- CreateEnum
CREATE TYPE "AdultWeight" AS ENUM ('low_level', 'allegation');

-- CreateEnum
CREATE TYPE "AdultClock" AS ENUM ('held', 'deciding');

-- CreateTable
CREATE TABLE "AdultConcern" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "danger" "Danger" NOT NULL,
    "who" BYTEA NOT NULL,
    "child" BYTEA,
    "what" BYTEA NOT NULL,
    "concernId" UUID,

    CONSTRAINT "AdultConcern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdultSharer" (
    "id" UUID NOT NULL,
    "adultConcernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID,
    "menteeId" UUID,
    "isApart" BOOLEAN NOT NULL DEFAULT false,
    "toldBy" BYTEA,
    "salt" TEXT NOT NULL,

    CONSTRAINT "AdultSharer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdultKeptFrom" (
    "adultConcernId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,

    CONSTRAINT "AdultKeptFrom_pkey" PRIMARY KEY ("adultConcernId","personId")
);

-- CreateTable
CREATE TABLE "AdultTold" (
    "adultConcernId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "rung" "Rung" NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AdultTold_pkey" PRIMARY KEY ("adultConcernId","personId","rung")
);

-- CreateTable
CREATE TABLE "AdultClimb" (
    "adultConcernId" UUID NOT NULL,
    "clock" "AdultClock" NOT NULL,
    "rung" "Rung" NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "AdultClimb_pkey" PRIMARY KEY ("adultConcernId","clock","rung")
);

-- CreateTable
CREATE TABLE "AdultHead" (
    "adultConcernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "length" INTEGER NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,
    "state" "AdultState" NOT NULL DEFAULT 'waiting',
    "weight" "AdultWeight",
    "aboutId" UUID,
    "holderId" UUID,

    CONSTRAINT "AdultHead_pkey" PRIMARY KEY ("adultConcernId")
);

-- CreateTable
CREATE TABLE "AdultLine" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "adultConcernId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "words" BYTEA,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AdultLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AdultConcern_organisationId_sharedAt_idx" ON "AdultConcern"("organisationId", "sharedAt");

-- CreateIndex
CREATE INDEX "AdultConcern_concernId_idx" ON "AdultConcern"("concernId");

-- CreateIndex
CREATE UNIQUE INDEX "AdultSharer_adultConcernId_key" ON "AdultSharer"("adultConcernId");

-- CreateIndex
CREATE INDEX "AdultSharer_personId_idx" ON "AdultSharer"("personId");

-- CreateIndex
CREATE INDEX "AdultSharer_menteeId_idx" ON "AdultSharer"("menteeId");

-- CreateIndex
CREATE INDEX "AdultSharer_organisationId_idx" ON "AdultSharer"("organisationId");

-- CreateIndex
CREATE INDEX "AdultKeptFrom_personId_idx" ON "AdultKeptFrom"("personId");

-- CreateIndex
CREATE INDEX "AdultKeptFrom_organisationId_idx" ON "AdultKeptFrom"("organisationId");

-- CreateIndex
CREATE INDEX "AdultTold_personId_idx" ON "AdultTold"("personId");

-- CreateIndex
CREATE INDEX "AdultTold_organisationId_idx" ON "AdultTold"("organisationId");

-- CreateIndex
CREATE INDEX "AdultClimb_organisationId_idx" ON "AdultClimb"("organisationId");

-- CreateIndex
CREATE INDEX "AdultHead_organisationId_state_idx" ON "AdultHead"("organisationId", "state");

-- CreateIndex
CREATE INDEX "AdultHead_aboutId_idx" ON "AdultHead"("aboutId");

-- CreateIndex
CREATE INDEX "AdultLine_organisationId_kind_at_idx" ON "AdultLine"("organisationId", "kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AdultLine_adultConcernId_number_key" ON "AdultLine"("adultConcernId", "number");

-- AddForeignKey
ALTER TABLE "AdultConcern" ADD CONSTRAINT "AdultConcern_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultConcern" ADD CONSTRAINT "AdultConcern_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultSharer" ADD CONSTRAINT "AdultSharer_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultKeptFrom" ADD CONSTRAINT "AdultKeptFrom_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultTold" ADD CONSTRAINT "AdultTold_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultClimb" ADD CONSTRAINT "AdultClimb_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultHead" ADD CONSTRAINT "AdultHead_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdultLine" ADD CONSTRAINT "AdultLine_adultConcernId_fkey" FOREIGN KEY ("adultConcernId") REFERENCES "AdultConcern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── The register of concerns about adults ───────────────────────────────────────────────────────────────────────────
-- Nobody writes any of these tables by hand: three functions do, and each says who may. What somebody keeps, they read; nobody else reads anything.
-- The same hash as a concern's chronology: the line before, the fields joined by '|', SHA-256 of the sealed words.
CREATE FUNCTION app.link_after(before bytea, number int, line uuid, record uuid, place uuid, line_kind text, line_by uuid, line_at timestamptz, facts jsonb, words bytea) RETURNS bytea
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT sha256(before || convert_to(concat_ws('|', number, line, record, place, line_kind, coalesce(line_by::text, ''), (extract(epoch FROM line_at) * 1000)::bigint, facts::text), 'UTF8') || sha256(coalesce(words, '')))
$$;

-- Where it goes: to the leads; round a lead to the head; round a head to the delivery site. Worked out anew whenever it is asked, so that nobody comes to read what is
-- kept from them by being given a role. `kept`: whom it is about, and who is close to them.
-- What whoever it is kept from was here counts whether or not they still are: no ended role opens it to the people it went round.
CREATE FUNCTION app.adult_route(place uuid, kept uuid[]) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN 'head' = ANY (n.kept_roles) THEN 'delivery_site'
    WHEN 'safeguarding_lead' = ANY (n.kept_roles) OR NOT n.has_lead THEN CASE WHEN n.has_head THEN 'head' ELSE 'delivery_site' END
    ELSE 'leads' END
  FROM (SELECT coalesce(array_agg(m.role::text) FILTER (WHERE m."personId" = ANY (kept)), '{}') AS kept_roles,
      coalesce(bool_or(m.role IN ('safeguarding_lead', 'deputy_lead') AND m."personId" <> ALL (kept) AND app.is_current(m."startsAt", m."endsAt")), false) AS has_lead,
      coalesce(bool_or(m.role = 'head' AND m."personId" <> ALL (kept) AND app.is_current(m."startsAt", m."endsAt")), false) AS has_head
    FROM "Membership" m WHERE m."organisationId" = place AND m."startsAt" <= app.now()) n
$$;

-- Everybody who could ever keep one of this setting's: its leads, deputies and heads, and at its delivery site the head (its trustee or chair) and the programme leads.
-- A setting that stands alone has no delivery site; its head is its head.
CREATE FUNCTION app.adult_ladder_of(place uuid) RETURNS TABLE ("personId" uuid, name text, role "Role", "isSite" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT m."personId", p.name, m.role, coalesce(m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END, false)
  FROM "Organisation" o JOIN "Membership" m ON (m."organisationId" = o.id AND m.role IN ('safeguarding_lead', 'deputy_lead', 'head'))
    OR (m."organisationId" = CASE o.kind WHEN 'delivery_site' THEN o.id ELSE o."supportedById" END AND m.role IN ('head', 'programme_lead'))
  JOIN "Person" p ON p.id = m."personId" WHERE o.id = place AND app.is_current(m."startsAt", m."endsAt")
$$;

-- The people of one rung: those who keep it; the head; the delivery site, where its trustee or chair comes before its programme leads.
CREATE FUNCTION app.adults_on_rung(place uuid, kept uuid[], rung text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH able AS (SELECT * FROM app.adult_ladder_of(place) l WHERE l."personId" <> ALL (kept))
  SELECT coalesce(array_agg(DISTINCT a."personId"), '{}') FROM able a WHERE CASE rung
    WHEN 'leads' THEN a.role IN ('safeguarding_lead', 'deputy_lead')
    WHEN 'head' THEN a.role = 'head' AND (NOT a."isSite" OR (SELECT kind FROM "Organisation" WHERE id = place) = 'delivery_site')
    ELSE a."isSite" AND (a.role = 'head' OR (a.role = 'programme_lead' AND NOT EXISTS (SELECT FROM able b WHERE b."isSite" AND b.role = 'head'))) END
$$;

-- Who keeps it now. Where it goes round the head and there is no delivery site, or nobody in it, whoever is left of the leads.
CREATE FUNCTION app.adult_keepers_of(place uuid, kept uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN app.adults_on_rung(place, kept, app.adult_route(place, kept)) <> '{}' THEN app.adults_on_rung(place, kept, app.adult_route(place, kept)) ELSE app.adults_on_rung(place, kept, 'leads') END
$$;

CREATE FUNCTION app.adult_kept_from(record uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg("personId"), '{}') FROM "AdultKeptFrom" WHERE "adultConcernId" = record
$$;

-- Who reads it: who keeps it now, and who was told or brought in and still answers for the setting. Never whom it is kept from.
CREATE FUNCTION app.adult_readers(record uuid) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT unnest(app.adult_keepers_of(c."organisationId", app.adult_kept_from(record)))
    UNION SELECT t."personId" FROM "AdultTold" t WHERE t."adultConcernId" = record AND t.rung <> 'delivery_site'
      AND t."personId" <> ALL (app.adult_kept_from(record)) AND t."personId" IN (SELECT l."personId" FROM app.adult_ladder_of(c."organisationId") l))
  FROM "AdultConcern" c WHERE c.id = record
$$;

CREATE FUNCTION app.adult_concerns_i_keep() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM "AdultConcern" c JOIN "Organisation" o ON o.id = c."organisationId"
  WHERE (o.id = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}'))::uuid[]) OR o."supportedById" = ANY ((SELECT app.my_organisations('{head,programme_lead}'))::uuid[]))
    AND app.viewer() = ANY (app.adult_readers(c.id))
$$;

CREATE FUNCTION app.settings_of_adult_concerns() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT c."organisationId"), '{}') FROM "AdultConcern" c WHERE c.id = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])
$$;

-- Whose name, kept apart, this viewer has asked for on record.
CREATE FUNCTION app.adult_sharers_i_asked() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT l."adultConcernId"), '{}') FROM "AdultLine" l WHERE l.kind = 'asked-sharer' AND l."byId" = app.viewer()
$$;

-- A peer mentor under 18, or of an age nobody knows, is a young person: a worry about them goes the way of every worry about a child. Whoever works there is not.
-- The day they were born decides, whatever else they are or were; where nobody knows it, that they work there, or did until they left.
CREATE FUNCTION app.is_for_adult_register(place uuid, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT about IS NULL OR coalesce((SELECT p."bornOn" <= (app.now() - interval '18 years')::date FROM "Person" p WHERE p.id = about),
    (SELECT coalesce(bool_or(m.role <> 'mentor') FILTER (WHERE app.is_current(m."startsAt", m."endsAt")), bool_or(m.role <> 'mentor'), false)
      FROM "Membership" m JOIN "Organisation" o ON o.id = place WHERE m."personId" = about AND m."organisationId" IN (o.id, o."supportedById")))
$$;

-- The people of a setting and its delivery site, now or before: whom it can be about, and from whom it can be kept.
CREATE FUNCTION app.is_somebody_here(place uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Membership" m JOIN "Organisation" o ON o.id = place WHERE m."personId" = person AND m."organisationId" IN (o.id, o."supportedById"))
$$;

-- Where it stands after a step; nothing where the step cannot be taken from there. The same table as modules/adults/steps.ts.
CREATE FUNCTION app.adult_after(state "AdultState", was_allegation boolean, step text) RETURNS "AdultState"
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN step IN ('told', 'climbed', 'looked', 'note', 'asked-sharer', 'kept-from', 'brought-in', 'struck') THEN state
    WHEN step = 'held' AND state = 'waiting' THEN 'held'
    WHEN step = 'took-over' AND state IN ('held', 'weighed', 'closing') THEN state
    WHEN step IN ('acted', 'lado-told') AND state IN ('held', 'weighed') THEN state
    WHEN step = 'weighed' AND state IN ('held', 'weighed') THEN 'weighed'
    WHEN step = 'closed' AND state = 'weighed' THEN CASE WHEN was_allegation THEN 'closing' ELSE 'closed' END::"AdultState"
    WHEN step = 'signed' AND state = 'closing' THEN 'closed'
    WHEN step = 'not-signed' AND state = 'closing' THEN 'weighed'
    WHEN step = 'reopened' AND state = 'closed' THEN 'weighed'
  END
$$;

-- Chains one line and moves the head. Only the functions below call it, and they hold the head's lock.
CREATE FUNCTION app.chain_adult_line(record uuid, line uuid, line_kind text, line_by uuid, line_facts jsonb, line_words bytea, next_state "AdultState") RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "AdultHead"; link bytea; line_at timestamptz(3) := date_trunc('milliseconds', app.now());
BEGIN
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  link := app.link_after(head.hash, head.length + 1, line, record, head."organisationId", line_kind, line_by, line_at, line_facts, line_words);
  INSERT INTO "AdultLine" (id, "organisationId", "adultConcernId", number, kind, "byId", at, facts, words, hash) VALUES (line, head."organisationId", record, head.length + 1, line_kind, line_by, line_at, line_facts, line_words, link);
  UPDATE "AdultHead" SET length = head.length + 1, hash = link, state = next_state,
    weight = CASE WHEN line_kind = 'weighed' THEN (line_facts->>'weight')::"AdultWeight" ELSE head.weight END,
    "aboutId" = CASE WHEN line_facts ? 'aboutId' THEN (line_facts->>'aboutId')::uuid ELSE head."aboutId" END,
    "holderId" = CASE WHEN line_kind IN ('held', 'took-over', 'reopened') THEN line_by WHEN line_kind = 'kept-from' AND line_facts->>'personId' = head."holderId"::text THEN NULL ELSE head."holderId" END
  WHERE "adultConcernId" = record;
END $$;

-- Somebody hands it on. The record, who shared it, whom it is kept from, who is told and the first lines, all at once. Says who is told.
CREATE FUNCTION app.share_adult_concern(record uuid, sharer uuid, place uuid, how_near "Danger", about uuid, sealed_who bytea, sealed_child bytea, sealed_what bytea, named uuid[], wants_apart boolean, sealed_told_by bytea, salted text, found_in uuid) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := app.viewer(); kept uuid[]; told uuid[]; is_apart boolean := wants_apart AND about IS DISTINCT FROM me; moment timestamptz := date_trunc('milliseconds', app.now());
BEGIN
  IF NOT coalesce(place = ANY (app.my_organisations()) OR place = app.visitor_organisation() OR (found_in IS NOT NULL AND app.keeps_concern(found_in)), false)
    OR (found_in IS NOT NULL AND NOT coalesce(app.keeps_concern(found_in) AND app.organisation_of_concern(found_in) = place, false))
  THEN RAISE EXCEPTION 'not yours to share there' USING ERRCODE = '42501'; END IF;
  IF EXISTS (SELECT FROM unnest(named || about) one WHERE one IS NOT NULL AND NOT app.is_somebody_here(place, one)) THEN RAISE EXCEPTION 'nobody of this setting' USING ERRCODE = 'BL006'; END IF;
  IF NOT app.is_for_adult_register(place, about) THEN RAISE EXCEPTION 'a young person' USING ERRCODE = 'BL004'; END IF;
  kept := ARRAY(SELECT DISTINCT one FROM unnest(named || about || ARRAY(SELECT k."personId" FROM "ConcernKeptFrom" k WHERE k."concernId" = found_in)) one WHERE one IS NOT NULL ORDER BY one);
  IF app.adult_keepers_of(place, kept) = '{}' THEN RAISE EXCEPTION 'nobody is left to keep it' USING ERRCODE = 'BL005'; END IF;

  INSERT INTO "AdultConcern" (id, "organisationId", "sharedAt", danger, who, child, what, "concernId") VALUES (record, place, moment, how_near, sealed_who, sealed_child, sealed_what, found_in);
  INSERT INTO "AdultSharer" (id, "adultConcernId", "organisationId", "personId", "menteeId", "isApart", "toldBy", salt) VALUES (sharer, record, place, me, CASE WHEN me IS NULL THEN app.visitor() END, is_apart, sealed_told_by, salted);
  INSERT INTO "AdultKeptFrom" ("adultConcernId", "personId", "organisationId") SELECT record, one, place FROM unnest(kept) one;
  -- Whoever shared it knows it, and whoever keeps it besides is told. Where their name is kept apart they stand among them: who is missing would say it.
  told := ARRAY(SELECT one FROM unnest(app.adult_keepers_of(place, kept)) one WHERE is_apart OR one IS DISTINCT FROM me ORDER BY one);
  INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, 'first', place, moment FROM unnest(told) one;
  INSERT INTO "AdultHead" ("adultConcernId", "organisationId", hash) VALUES (record, place, decode(repeat('00', 32), 'hex'));
  PERFORM app.chain_adult_line(record, record, 'raised', CASE WHEN NOT is_apart THEN me END, jsonb_strip_nulls(jsonb_build_object(
    'danger', how_near, 'who', encode(sha256(sealed_who), 'hex'), 'child', encode(sha256(sealed_child), 'hex'), 'what', encode(sha256(sealed_what), 'hex'), 'toldBy', encode(sha256(sealed_told_by), 'hex'),
    'keptFrom', to_jsonb(kept), 'aboutId', about, 'concernId', found_in, 'isApart', CASE WHEN is_apart THEN true END, 'isSelf', CASE WHEN about = me THEN true END,
    'age', app.age_for_register(place, about),
    'sharer', encode(sha256(convert_to(salted || '|' || coalesce(me, app.visitor())::text, 'UTF8')), 'hex'))), NULL, 'waiting', moment);
  PERFORM app.chain_adult_line(record, uuidv7(), 'told', NULL, jsonb_build_object('rung', 'first', 'people', to_jsonb(told)), NULL, 'waiting', moment);
  RETURN ARRAY(SELECT one FROM unnest(told) one WHERE one IS DISTINCT FROM me);
END $$;

-- Whoever keeps it takes one step. Says who else reads it now, and so is to hear of it; nothing for a look that counted already.
CREATE FUNCTION app.add_adult_line(line uuid, record uuid, line_kind text, line_facts jsonb, line_words bytea) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE c "AdultConcern"; head "AdultHead"; me uuid := app.viewer(); who uuid := (line_facts->>'personId')::uuid; next_state "AdultState"; was_allegation boolean; told uuid[]; went text; kept uuid[]; keepers uuid[]; moment timestamptz := date_trunc('milliseconds', app.now());
BEGIN
  SELECT * INTO c FROM "AdultConcern" WHERE id = record;
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  kept := app.adult_kept_from(record); keepers := app.adult_keepers_of(c."organisationId", kept);
  IF head."adultConcernId" IS NULL OR NOT coalesce(me = ANY (app.adult_readers(record)) AND (line_words IS NOT NULL OR line_kind IN ('looked', 'held', 'took-over', 'signed'))
    -- A line says what its kind says, and nothing beside it.
    AND NOT EXISTS (SELECT FROM jsonb_object_keys(line_facts) one WHERE one <> ALL (CASE line_kind WHEN 'weighed' THEN '{weight,harm}' WHEN 'kept-from' THEN '{personId,aboutId}' WHEN 'brought-in' THEN '{personId}' WHEN 'struck' THEN '{number}' WHEN 'lado-told' THEN '{happenedAt}' WHEN 'closed' THEN '{outcome}' ELSE '{}' END::text[]))
    AND CASE line_kind
    WHEN 'weighed' THEN line_facts->>'weight' = 'low_level' OR (line_facts->>'weight' = 'allegation' AND line_facts->>'harm' IN ('harmed', 'crime', 'risk', 'unsuitable'))
    WHEN 'asked-sharer' THEN EXISTS (SELECT FROM "AdultSharer" s WHERE s."adultConcernId" = record AND s."isApart")
    WHEN 'kept-from' THEN app.is_somebody_here(c."organisationId", who) AND (NOT line_facts ? 'aboutId' OR line_facts->>'aboutId' = who::text)
      -- Whom it is about can turn out to be somebody it was kept from already.
      AND (who <> ALL (kept) OR (line_facts ? 'aboutId' AND head."aboutId" IS DISTINCT FROM who))
      -- Only who keeps it, or was called, takes it from somebody who keeps it; not a reader brought in.
      AND (who <> ALL (keepers) OR me = ANY (keepers) OR EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND ((l.kind IN ('told', 'climbed') AND l.facts->'people' ? me::text) OR (l.kind = 'kept-from' AND l.facts->'told' ? me::text))))
    WHEN 'brought-in' THEN who IN (SELECT l."personId" FROM app.adult_ladder_of(c."organisationId") l) AND who <> ALL (kept) AND who <> ALL (app.adult_readers(record))
    WHEN 'signed' THEN me <> (SELECT l."byId" FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'closed' ORDER BY l.number DESC LIMIT 1)
    WHEN 'struck' THEN EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.number = (line_facts->>'number')::int AND l.kind IN ('note', 'acted'))
      AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'struck' AND l.facts->>'number' = line_facts->>'number')
    ELSE line_kind IN ('looked', 'held', 'took-over', 'note', 'acted', 'lado-told', 'closed', 'not-signed', 'reopened') END, false)
  THEN RAISE EXCEPTION 'not a line for you to add' USING ERRCODE = '42501'; END IF;
  IF line_kind = 'looked' AND EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'looked' AND l."byId" = me AND l.at > app.now() - interval '15 minutes') THEN RETURN NULL; END IF;
  -- What was an allegation once needs a second signature, whatever it was weighed as afterwards.
  was_allegation := EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'weighed' AND l.facts->>'weight' = 'allegation');
  went := CASE WHEN line_kind <> 'kept-from' THEN NULL WHEN who = head."holderId" THEN 'holder'
    WHEN head.state IN ('closing', 'closed') AND who IN (SELECT DISTINCT ON (l.kind) first_value(l."byId") OVER (PARTITION BY l.kind ORDER BY l.number DESC) FROM "AdultLine" l
      WHERE l."adultConcernId" = record AND l.kind IN ('closed', 'signed') AND l.number > (SELECT begun FROM app.adult_times(record))) THEN 'closer' END;
  next_state := app.adult_after(head.state, was_allegation, line_kind, went);
  IF next_state IS NULL OR (line_kind = 'took-over' AND head."holderId" = me) THEN RAISE EXCEPTION 'not a step from %', head.state USING ERRCODE = 'BL001'; END IF;
  IF line_kind = 'closed' AND was_allegation AND NOT (SELECT "isLadoTold" FROM app.adult_times(record)) THEN RAISE EXCEPTION 'the LADO was not told' USING ERRCODE = 'BL003'; END IF;
  IF line_facts ? 'aboutId' AND (line_kind <> 'kept-from' OR NOT app.is_for_adult_register(c."organisationId", who)) THEN RAISE EXCEPTION 'a young person' USING ERRCODE = 'BL004'; END IF;
  IF line_kind = 'kept-from' THEN
    INSERT INTO "AdultKeptFrom" ("adultConcernId", "personId", "organisationId") VALUES (record, who, c."organisationId") ON CONFLICT DO NOTHING;
    keepers := app.adult_keepers_of(c."organisationId", kept || who);
    -- It may go another way from here: who keeps it now, and had not heard of it, is told. And whoever took the step had read it.
    told := ARRAY(SELECT DISTINCT one FROM unnest(keepers || me) one WHERE one <> who AND NOT EXISTS (SELECT FROM "AdultTold" t WHERE t."adultConcernId" = record AND t."personId" = one AND t.rung <> 'delivery_site') ORDER BY one);
    line_facts := jsonb_strip_nulls(line_facts || jsonb_build_object('told', to_jsonb(told), 'went', went, 'age', CASE WHEN line_facts ? 'aboutId' THEN app.age_for_register(c."organisationId", who) END));
  ELSIF line_kind = 'brought-in' THEN told := ARRAY[who]; END IF;
  INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, 'first', c."organisationId", moment FROM unnest(told) one ON CONFLICT DO NOTHING;
  IF line_kind = 'kept-from' AND app.adult_readers(record) = '{}' THEN RAISE EXCEPTION 'nobody is left to keep it' USING ERRCODE = 'BL005'; END IF;
  PERFORM app.chain_adult_line(record, line, line_kind, me, line_facts, line_words, next_state, moment);
  RETURN ARRAY(SELECT one FROM unnest(app.adult_readers(record)) one WHERE one <> me);
END $$;

-- A clock ran out: the rung is told, or where nobody stands on it the one above. Says who, and on which; nothing where it had climbed already.
-- The clocks of what is decided or waits for a signature climb once for each time they ran.
CREATE FUNCTION app.climb_adult(record uuid, which "AdultClock", from_rung "Rung") RETURNS TABLE (people uuid[], rung "Rung")
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head "AdultHead"; kept uuid[] := app.adult_kept_from(record); asked "Rung"; called uuid[] := '{}'; told_on "Rung" := from_rung; episode int; moment timestamptz := date_trunc('milliseconds', app.now());
BEGIN
  SELECT * INTO head FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE;
  episode := CASE WHEN which::text IN ('reviewing', 'signing') THEN (SELECT worked FROM app.adult_worked(record)) ELSE (SELECT begun FROM app.adult_times(record)) END;
  INSERT INTO "AdultClimb" ("adultConcernId", clock, rung, episode, "organisationId", at) VALUES (record, which, from_rung, episode, head."organisationId", moment) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  FOREACH asked IN ARRAY '{deputies,head,delivery_site}'::"Rung"[] LOOP
    CONTINUE WHEN asked < from_rung OR called <> '{}';
    -- What goes round the head stays with the delivery site.
    called := CASE WHEN asked = 'deputies' OR app.adult_route(head."organisationId", kept) = 'delivery_site' THEN app.adult_keepers_of(head."organisationId", kept) ELSE app.adults_on_rung(head."organisationId", kept, asked::text) END;
    told_on := asked;
  END LOOP;
  -- Whose it is to keep anyway reads it, on whichever rung they are called again.
  IF called <@ app.adult_keepers_of(head."organisationId", kept) THEN told_on := 'deputies'; END IF;
  INSERT INTO "AdultTold" ("adultConcernId", "personId", rung, "organisationId", at) SELECT record, one, told_on, head."organisationId", moment FROM unnest(called) one ON CONFLICT DO NOTHING;
  PERFORM app.chain_adult_line(record, uuidv7(), 'climbed', NULL, jsonb_build_object('clock', which, 'rung', told_on, 'from', from_rung, 'people', to_jsonb(called), 'episode', episode), NULL, head.state, moment);
  RETURN QUERY SELECT called, told_on;
END $$;

CREATE FUNCTION app.lock_adult_head(record uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN PERFORM FROM "AdultHead" WHERE "adultConcernId" = record FOR UPDATE; END $$;

-- For whoever shared it: who was told, and who has it. Never what it says, nor what came of it.
-- Where it turned out to be about whoever shared it, or somebody close to it, as it stood before that: nothing says that it moved.
CREATE FUNCTION app.my_adult_concerns() RETURNS TABLE (id uuid, "organisationId" uuid, "organisationName" text, phone text, "sharedAt" timestamptz, "holderName" text, "heldAt" timestamptz, "toldNames" text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, o.id, o.name, o.phone, c."sharedAt", CASE WHEN h.at IS NOT NULL THEN coalesce((SELECT p.name FROM "Person" p WHERE p.id = CASE WHEN u.number IS NULL THEN d."holderId" ELSE h.holder END), 'An adult') END, h.at,
    ARRAY(SELECT DISTINCT p.name FROM "AdultLine" l,
        jsonb_array_elements_text(CASE WHEN l.kind IN ('told', 'climbed') THEN l.facts->'people' WHEN l.kind = 'kept-from' THEN l.facts->'told' WHEN l.kind = 'brought-in' THEN jsonb_build_array(l.facts->'personId') ELSE '[]' END) one JOIN "Person" p ON p.id = one::uuid
      WHERE l."adultConcernId" = c.id AND (u.number IS NULL OR l.number < u.number) AND l.facts->>'rung' IS DISTINCT FROM 'delivery_site' AND p.id IS DISTINCT FROM s."personId" ORDER BY p.name)
  FROM "AdultSharer" s JOIN "AdultConcern" c ON c.id = s."adultConcernId" JOIN "Organisation" o ON o.id = c."organisationId" JOIN "AdultHead" d ON d."adultConcernId" = c.id
  LEFT JOIN LATERAL (SELECT min(l.number) AS number FROM "AdultLine" l WHERE l."adultConcernId" = c.id AND l.kind = 'kept-from' AND l.facts->>'personId' = s."personId"::text) u ON true
  LEFT JOIN LATERAL (SELECT min(l.at) FILTER (WHERE l.kind = 'held') AS at, (array_agg(l."byId" ORDER BY l.number DESC))[1] AS holder FROM "AdultLine" l
    WHERE l."adultConcernId" = c.id AND l.kind IN ('held', 'took-over', 'reopened') AND (u.number IS NULL OR l.number < u.number)) h ON true
  WHERE s."personId" = app.viewer() OR s."menteeId" = app.visitor()
$$;

-- What a delivery site learns when a clock has climbed to it: that something waits at a setting, and since when.
CREATE FUNCTION app.adult_waiting_elsewhere() RETURNS TABLE (id uuid, "organisationName" text, phone text, "sharedAt" timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, o.name, o.phone, c."sharedAt" FROM "AdultTold" t JOIN "AdultConcern" c ON c.id = t."adultConcernId" JOIN "Organisation" o ON o.id = c."organisationId" JOIN "AdultHead" d ON d."adultConcernId" = c.id
  WHERE t."personId" = app.viewer() AND t.rung = 'delivery_site' AND d.state IN ('waiting', 'held') AND o."supportedById" = ANY (app.my_organisations('{head,programme_lead}'))
    AND app.viewer() <> ALL (app.adult_kept_from(c.id)) AND app.viewer() <> ALL (app.adult_readers(c.id))
$$;

-- Who could keep one of this setting's, for everybody who belongs there: the form says who reads what they write.
CREATE FUNCTION app.adult_ladder(place uuid) RETURNS TABLE ("personId" uuid, name text, role "Role", "isSite" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.* FROM app.adult_ladder_of(place) l WHERE place = ANY (app.my_organisations()) OR place = app.visitor_organisation() OR place = ANY (app.settings_of_adult_concerns())
$$;

-- Whom it may be about: everybody who works there or at its delivery site, and the peer mentors who are 18. For those who keep the register.
CREATE FUNCTION app.adults_it_may_be_about(place uuid) RETURNS TABLE ("personId" uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT ON (p.name, p.id) p.id, p.name, m.role::text FROM "Organisation" o JOIN "Membership" m ON m."organisationId" IN (o.id, o."supportedById") JOIN "Person" p ON p.id = m."personId"
  WHERE o.id = place AND (place = ANY (app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}')) OR place = ANY (app.settings_of_adult_concerns()))
    AND m.role NOT IN ('evaluator', 'external_quality_assurer') AND (m.role <> 'mentor' OR m."organisationId" = o.id) AND app.is_for_adult_register(place, p.id)
  ORDER BY p.name, p.id, app.is_current(m."startsAt", m."endsAt") DESC, m."startsAt" DESC
$$;

-- Who reads it, and whether its sharer's name is kept apart, for whoever keeps it.
CREATE FUNCTION app.adult_who_reads(record uuid) RETURNS TABLE (readers uuid[], "isApart" boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.adult_readers(record), s."isApart" FROM "AdultSharer" s WHERE s."adultConcernId" = record AND record = ANY (app.adult_concerns_i_keep())
$$;

-- News to whoever shared it that somebody has it, also where their name is kept apart.
CREATE FUNCTION app.tell_adult_sharer(record uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT pg_notify('belay', jsonb_build_object('to', 'person:' || s."personId", 'event', 'concern:received', 'ids', jsonb_build_object('concernId', record))::text)
  FROM "AdultSharer" s WHERE s."adultConcernId" = record AND s."personId" IS NOT NULL AND record = ANY (app.adult_concerns_i_keep())
    AND NOT EXISTS (SELECT FROM "AdultLine" l WHERE l."adultConcernId" = record AND l.kind = 'kept-from' AND l.facts->>'personId' = s."personId"::text)
$$;

-- The bird of a mentee who shared it, for whoever may know who did.
CREATE FUNCTION app.adult_mentee(record uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m."birdName" FROM "AdultSharer" s JOIN "Mentee" m ON m.id = s."menteeId"
  WHERE s."adultConcernId" = record AND record = ANY (app.adult_concerns_i_keep()) AND (NOT s."isApart" OR record = ANY (app.adult_sharers_i_asked()))
$$;

-- The names in the records this viewer keeps; a delivery site does not know the people of its settings otherwise.
CREATE FUNCTION app.adult_names(people uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name FROM "Person" p WHERE p.id = ANY (people)
    AND EXISTS (SELECT FROM unnest(app.settings_of_adult_concerns()) place WHERE app.is_somebody_here(place, p.id))
$$;

-- ── Who reads ───────────────────────────────────────────────────────────────────────────────────────────────────────
DO $$ DECLARE t text; key text; BEGIN
  FOREACH t IN ARRAY '{AdultConcern,AdultSharer,AdultKeptFrom,AdultTold,AdultClimb,AdultHead,AdultLine}'::text[] LOOP
    key := CASE t WHEN 'AdultConcern' THEN 'id' ELSE 'adultConcernId' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO app, system', t);
    EXECUTE format('CREATE POLICY keepers ON %I FOR SELECT TO app USING (%I = ANY ((SELECT app.adult_concerns_i_keep())::uuid[])%s)', t, key,
      CASE t WHEN 'AdultSharer' THEN ' AND (NOT "isApart" OR "adultConcernId" = ANY ((SELECT app.adult_sharers_i_asked())::uuid[]))' ELSE '' END);
    EXECUTE format('CREATE POLICY jobs ON %I FOR SELECT TO system USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY '{AdultConcern,AdultSharer,AdultLine}'::text[] LOOP
    EXECUTE format('CREATE POLICY %I ON "RowKey" FOR SELECT TO app USING ("ofTable" = %L AND EXISTS (SELECT FROM %I r WHERE r.id = "rowId"))', lower(t), t, t);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
END $$;
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "AdultLine" FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AdultKeptFrom" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
GRANT UPDATE ("mailedAt") ON "AdultTold" TO system;
CREATE POLICY mailed ON "AdultTold" FOR UPDATE TO system USING (true);
CREATE POLICY adult_register ON "WrappingKey" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.settings_of_adult_concerns())::uuid[]));

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname IN ('link_after', 'adult_after', 'adult_route', 'adult_ladder_of', 'adults_on_rung', 'adult_keepers_of', 'adult_kept_from', 'adult_readers', 'adult_concerns_i_keep',
    'settings_of_adult_concerns', 'adult_sharers_i_asked', 'is_for_adult_register', 'is_somebody_here', 'chain_adult_line', 'share_adult_concern', 'add_adult_line', 'climb_adult', 'lock_adult_head', 'my_adult_concerns', 'adult_waiting_elsewhere', 'adult_ladder', 'adults_it_may_be_about', 'adult_who_reads', 'tell_adult_sharer', 'adult_mentee', 'adult_names')
  LOOP EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f); END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.adult_concerns_i_keep(), app.settings_of_adult_concerns(), app.adult_sharers_i_asked(), app.my_adult_concerns(), app.adult_waiting_elsewhere(), app.adult_ladder(uuid), app.adults_it_may_be_about(uuid), app.adult_who_reads(uuid), app.tell_adult_sharer(uuid), app.adult_mentee(uuid), app.adult_names(uuid[]),
  app.share_adult_concern(uuid, uuid, uuid, "Danger", uuid, bytea, bytea, bytea, uuid[], boolean, bytea, text, uuid), app.add_adult_line(uuid, uuid, text, jsonb, bytea) TO app;
GRANT EXECUTE ON FUNCTION app.climb_adult(uuid, "AdultClock", "Rung"), app.lock_adult_head(uuid) TO system;

-- ── The day's root takes these chains in too ────────────────────────────────────────────────────────────────────────
CREATE OR REPLACE FUNCTION app.anchor_heads() RETURNS date
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE this_day date := (app.now() AT TIME ZONE 'Europe/London')::date; before bytea;
BEGIN
  -- Two processes may come at once: the second waits here, and then finds the day done.
  LOCK TABLE "DayRoot" IN EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM "DayRoot" WHERE day >= this_day) THEN RETURN NULL; END IF;
  SELECT hash INTO before FROM "DayRoot" ORDER BY day DESC LIMIT 1;
  INSERT INTO "AnchoredHead" ("concernId", day, "organisationId", length, hash)
    SELECT h."concernId", this_day, h."organisationId", h.length, h.hash
    FROM (SELECT "concernId", "organisationId", length, hash FROM "ChronologyHead" UNION ALL SELECT "adultConcernId", "organisationId", length, hash FROM "AdultHead") h
    WHERE h.hash IS DISTINCT FROM (SELECT a.hash FROM "AnchoredHead" a WHERE a."concernId" = h."concernId" ORDER BY a.day DESC LIMIT 1);
  INSERT INTO "SettingRoot" (day, "organisationId", heads, hash)
    SELECT this_day, n."organisationId", count(*), sha256(convert_to(string_agg(concat_ws('|', n."concernId", n.length, encode(n.hash, 'hex')) || E'\n', '' ORDER BY n."concernId"), 'UTF8'))
    FROM (SELECT DISTINCT ON ("concernId") * FROM "AnchoredHead" ORDER BY "concernId", day DESC) n GROUP BY n."organisationId";
  INSERT INTO "DayRoot" (day, at, heads, hash)
    SELECT this_day, app.now(), coalesce(sum(s.heads), 0), sha256(coalesce(before, decode(repeat('00', 32), 'hex'))
      || convert_to(to_char(this_day, 'YYYY-MM-DD') || E'\n' || coalesce(string_agg(concat_ws('|', s."organisationId", s.heads, encode(s.hash, 'hex')) || E'\n', '' ORDER BY s."organisationId"), ''), 'UTF8'))
    FROM "SettingRoot" s WHERE s.day = this_day;
  RETURN this_day;
END $$;

-- How long they are kept, apart from everything else. Nothing is taken away by itself.
INSERT INTO "RetentionRule" (what, days, because) VALUES
  ('adults.low-level', 366, 'Counted from the day the adult has no role here any more: guidance asks to keep a low-level concern at least until they leave. A setting whose policy says longer writes its own number.'),
  ('adults.allegation', 3653, 'Counted from the day it was handed on: ten years, or until the adult reaches the age at which people retire if that is later. One that was false or malicious is left out of references.');

-- A child's concern says that something about an adult is kept elsewhere, and no more.
CREATE FUNCTION app.line_points(line uuid, concern uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$ SELECT EXISTS (SELECT FROM "AdultConcern" c JOIN "AdultSharer" s ON s."adultConcernId" = c.id WHERE c.id = (facts->>'adultConcernId')::uuid AND c."concernId" = concern AND s."personId" = app.viewer()) $$;
REVOKE ALL ON FUNCTION app.line_points(uuid, uuid, jsonb) FROM PUBLIC;
INSERT INTO "LineKind" (kind, "fromStates", "toState", becomes, who, "hasWords", proviso, "underLock", "isStrikable") VALUES ('pointed', '{}', NULL, NULL, '{keeper}', false, 'line_points', NULL, false);
