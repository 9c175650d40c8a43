-- CreateEnum
CREATE TYPE "VettingKind" AS ENUM ('identity', 'right_to_work', 'dbs', 'barred_list', 'overseas', 'reference', 'conduct', 'induction', 'safeguarding_training', 'lead_training');

-- CreateEnum
CREATE TYPE "DbsLevel" AS ENUM ('basic', 'standard', 'enhanced', 'enhanced_barred');

-- CreateTable
CREATE TABLE "VettingCheck" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "VettingKind" NOT NULL,
    "isNotNeeded" BOOLEAN NOT NULL DEFAULT false,
    "doneOn" DATE NOT NULL,
    "goodUntil" DATE,
    "dbsLevel" "DbsLevel",
    "isOnUpdateService" BOOLEAN,
    "certificateNumber" BYTEA,
    "words" BYTEA,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "VettingCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VettingCheckStruck" (
    "checkId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "struckWhy" BYTEA NOT NULL,

    CONSTRAINT "VettingCheckStruck_pkey" PRIMARY KEY ("checkId")
);

-- CreateTable
CREATE TABLE "VettingRule" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "VettingRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VettingNeed" (
    "ruleId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "kind" "VettingKind" NOT NULL,

    CONSTRAINT "VettingNeed_pkey" PRIMARY KEY ("ruleId","role","kind")
);

-- CreateTable
CREATE TABLE "VettingWarning" (
    "checkId" UUID NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "VettingWarning_pkey" PRIMARY KEY ("checkId","daysBefore")
);

-- CreateIndex
CREATE INDEX "VettingCheck_organisationId_personId_idx" ON "VettingCheck"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "VettingCheck_personId_idx" ON "VettingCheck"("personId");

-- CreateIndex
CREATE INDEX "VettingCheckStruck_organisationId_idx" ON "VettingCheckStruck"("organisationId");

-- CreateIndex
CREATE INDEX "VettingRule_organisationId_at_idx" ON "VettingRule"("organisationId", "at");

-- CreateIndex
CREATE INDEX "VettingNeed_organisationId_idx" ON "VettingNeed"("organisationId");

-- CreateIndex
CREATE INDEX "VettingWarning_organisationId_idx" ON "VettingWarning"("organisationId");

-- AddForeignKey
ALTER TABLE "VettingCheck" ADD CONSTRAINT "VettingCheck_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VettingCheck" ADD CONSTRAINT "VettingCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VettingCheckStruck" ADD CONSTRAINT "VettingCheckStruck_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "VettingCheck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VettingRule" ADD CONSTRAINT "VettingRule_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VettingNeed" ADD CONSTRAINT "VettingNeed_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "VettingRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{VettingCheck,VettingCheckStruck,VettingRule,VettingNeed,VettingWarning}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
ALTER TABLE "VettingCheck" ADD CONSTRAINT "VettingCheck_not_by_themself" CHECK ("byId" <> "personId"),
  ADD CONSTRAINT "VettingCheck_dbs" CHECK ((kind = 'dbs') = ("dbsLevel" IS NOT NULL AND "certificateNumber" IS NOT NULL)),
  ADD CONSTRAINT "VettingCheck_runs_out_after" CHECK ("goodUntil" > "doneOn"),
  ADD CONSTRAINT "VettingCheck_not_needed_says_why" CHECK (NOT "isNotNeeded" OR (kind IN ('right_to_work', 'barred_list', 'overseas') AND words IS NOT NULL));
ALTER TABLE "VettingNeed" ADD CONSTRAINT "VettingNeed_of_adults" CHECK (role <> 'mentor');

-- Who reads the register: whoever keeps it (the coordinator, the lead and deputies; a delivery site's programme lead), and the head.
CREATE FUNCTION app.roles_that_read_checks() RETURNS "Role"[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '{coordinator,safeguarding_lead,deputy_lead,head,programme_lead}'::"Role"[] $$;
-- The rungs of the ladder. No check that is missing or has run out takes a role of these away, or keeps it from beginning: a concern finds its people.
CREATE FUNCTION app.is_on_the_ladder(role "Role") RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT role IN ('safeguarding_lead', 'deputy_lead', 'head', 'programme_lead') $$;
-- A role that was given and has not begun starts on this day, so that whatever asks who holds it now answers no.
CREATE FUNCTION app.not_begun() RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT timestamptz '9999-12-31 00:00:00+00' $$;

-- ── What stands on the register ─────────────────────────────────────────────────────────────────────────────────────
-- The four below look past the policies and answer anybody: they are for the owner's own functions and triggers, and no runtime role may call them.
CREATE FUNCTION app.day_at(place uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (app.now() AT TIME ZONE (SELECT o."timeZone" FROM "Organisation" o WHERE o.id = place))::date
$$;
-- What is asked there now: of the rules whose day has come the newest.
CREATE FUNCTION app.vetting_needed(place uuid) RETURNS TABLE (role "Role", kind "VettingKind")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.role, n.kind FROM "VettingNeed" n WHERE n."ruleId" = (
    SELECT r.id FROM "VettingRule" r WHERE r."organisationId" = place AND r."fromOn" <= app.day_at(place) ORDER BY r.at DESC, r.id DESC LIMIT 1)
$$;
-- How each kind of check stands for each adult. Two references; of DBS checks the enhanced ones; what is struck through is nothing.
CREATE FUNCTION app.vetting_board(place uuid, only_person uuid DEFAULT NULL)
RETURNS TABLE ("personId" uuid, kind "VettingKind", "isGood" boolean, "goodUntil" date, "isNotNeeded" boolean, "doneOn" date, "checkId" uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c."personId", c.kind,
    count(*) FILTER (WHERE c."goodUntil" IS NULL OR c."goodUntil" >= (SELECT app.day_at(place))) >= CASE c.kind WHEN 'reference' THEN 2 ELSE 1 END,
    CASE WHEN NOT bool_or(c."goodUntil" IS NULL) THEN max(c."goodUntil") END,
    (array_agg(c."isNotNeeded" ORDER BY c."doneOn" DESC, c.id DESC))[1], max(c."doneOn"), (array_agg(c.id ORDER BY c."goodUntil" DESC NULLS FIRST, c.id DESC))[1]
  FROM "VettingCheck" c
  WHERE c."organisationId" = place AND (only_person IS NULL OR c."personId" = only_person) AND (c.kind <> 'dbs' OR c."dbsLevel" IN ('enhanced', 'enhanced_barred'))
    AND NOT EXISTS (SELECT FROM "VettingCheckStruck" s WHERE s."checkId" = c.id)
  GROUP BY c."personId", c.kind
$$;
-- What somebody still needs for a role there; nothing where nothing is asked.
CREATE FUNCTION app.vetting_missing(place uuid, person uuid, as_what "Role") RETURNS "VettingKind"[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(n.kind ORDER BY n.kind), '{}') FROM app.vetting_needed(place) n
  WHERE n.role = as_what AND NOT EXISTS (SELECT FROM app.vetting_board(place, person) b WHERE b.kind = n.kind AND b."isGood")
$$;

-- ── For whoever may ask ─────────────────────────────────────────────────────────────────────────────────────────────
-- The gate: may this person act there as one of these? Yes where nothing is asked of any that they hold, and where one of those of which something is asked
-- has all it needs. A role of which nothing is asked is no way round one of which something is.
CREATE FUNCTION app.may_work_as(place uuid, person uuid, roles "Role"[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_or(app.vetting_missing(place, person, m.role) = '{}') FILTER (WHERE m.role IN (SELECT n.role FROM app.vetting_needed(place) n)), true)
  FROM (SELECT DISTINCT m.role FROM "Membership" m WHERE m."organisationId" = place AND m."personId" = person AND m.role = ANY (roles) AND app.is_current(m."startsAt", m."endsAt")) m
$$;
CREATE FUNCTION app.vetting_register(place uuid) RETURNS TABLE ("personId" uuid, kind "VettingKind", "isGood" boolean, "goodUntil" date, "isNotNeeded" boolean, "doneOn" date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT b."personId", b.kind, b."isGood", b."goodUntil", b."isNotNeeded", b."doneOn" FROM app.vetting_board(place) b WHERE place = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[])
$$;
CREATE FUNCTION app.vetting_asked(place uuid) RETURNS TABLE (role "Role", kind "VettingKind")
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.role, n.kind FROM app.vetting_needed(place) n WHERE place = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[])
$$;
-- Whom somebody of the place goes to about their checks: its coordinators; without one, the lead and deputies; in a delivery site the programme leads.
-- The head last: where one adult alone keeps the register, somebody writes theirs.
-- The one or two people are looked up, not all people gone through: roles are as rare as the planner thinks them common.
CREATE FUNCTION app.who_keeps_checks(place uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT array_agg(DISTINCT (SELECT p."fullName" FROM "Person" p WHERE p.id = m."personId")) FROM "Membership" m
      WHERE m."organisationId" = place AND m.role = k.role AND m."personId" <> app.viewer() AND app.is_current(m."startsAt", m."endsAt")), '{}')
  FROM unnest('{coordinator,safeguarding_lead,deputy_lead,programme_lead,head}'::"Role"[]) WITH ORDINALITY k (role, place_in_line)
  WHERE EXISTS (SELECT FROM "Membership" mine WHERE mine."organisationId" = place AND mine."personId" = app.viewer() AND (mine."endsAt" IS NULL OR mine."endsAt" > app.now()))
    AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = place AND m.role = k.role AND m."personId" <> app.viewer() AND app.is_current(m."startsAt", m."endsAt"))
  ORDER BY k.place_in_line LIMIT 1
$$;
-- What is asked of the viewer, role by role, also for a role that has not begun, and how it stands.
CREATE FUNCTION app.my_vetting() RETURNS TABLE ("organisationId" uuid, place text, role "Role", "isWaiting" boolean, kind "VettingKind", "isGood" boolean, "goodUntil" date, "today" date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m."organisationId", o.name, m.role, m."startsAt" = app.not_begun(), n.kind, coalesce(b."isGood", false), b."goodUntil", app.day_at(o.id)
  FROM "Membership" m JOIN "Organisation" o ON o.id = m."organisationId"
  LEFT JOIN LATERAL app.vetting_needed(o.id) n ON n.role = m.role
  LEFT JOIN LATERAL app.vetting_board(o.id, m."personId") b ON b.kind = n.kind
  WHERE m."personId" = app.viewer() AND m.role <> 'mentor' AND (m."endsAt" IS NULL OR m."endsAt" > app.now()) AND (m."startsAt" = app.not_begun() OR m."startsAt" <= app.now())
$$;
-- What runs out within thirty days, or within seven, and has not been written about: for the job that writes the letters.
CREATE FUNCTION app.checks_running_out() RETURNS TABLE ("checkId" uuid, "organisationId" uuid, "personId" uuid, "daysBefore" int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM (
    SELECT DISTINCT b."checkId", o.id, m."personId", CASE WHEN b."goodUntil" - app.day_at(o.id) <= 7 THEN 7 ELSE 30 END AS before
    FROM "Organisation" o JOIN "Membership" m ON m."organisationId" = o.id AND app.is_current(m."startsAt", m."endsAt")
    JOIN LATERAL app.vetting_needed(o.id) n ON n.role = m.role JOIN LATERAL app.vetting_board(o.id, m."personId") b ON b.kind = n.kind
    WHERE b."isGood" AND b."goodUntil" - app.day_at(o.id) <= 30 AND EXISTS (SELECT FROM "VettingRule" r WHERE r."organisationId" = o.id)) due
  WHERE NOT EXISTS (SELECT FROM "VettingWarning" w WHERE w."checkId" = due."checkId" AND w."daysBefore" = due.before)
$$;
REVOKE ALL ON FUNCTION app.roles_that_read_checks(), app.is_on_the_ladder("Role"), app.not_begun(), app.day_at(uuid), app.vetting_needed(uuid), app.vetting_board(uuid, uuid), app.vetting_missing(uuid, uuid, "Role"), app.may_work_as(uuid, uuid, "Role"[]),
  app.vetting_register(uuid), app.vetting_asked(uuid), app.who_keeps_checks(uuid), app.my_vetting(), app.checks_running_out() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.roles_that_read_checks(), app.not_begun(), app.may_work_as(uuid, uuid, "Role"[]), app.vetting_register(uuid), app.vetting_asked(uuid), app.who_keeps_checks(uuid), app.my_vetting() TO app;
GRANT EXECUTE ON FUNCTION app.checks_running_out() TO system;

-- ── Who sees and writes ─────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT ON "VettingCheck", "VettingCheckStruck", "VettingRule", "VettingNeed" TO app;
CREATE POLICY own ON "VettingCheck" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY readers ON "VettingCheck" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[]));
-- A colleague has seen it, of somebody who is an adult of the place, or is to become one.
CREATE POLICY kept ON "VettingCheck" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[])
  AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = "VettingCheck"."personId" AND m."organisationId" = "VettingCheck"."organisationId" AND m.role <> 'mentor' AND (m."endsAt" IS NULL OR m."endsAt" > app.now())));
CREATE POLICY with_the_check ON "VettingCheckStruck" FOR SELECT TO app USING (EXISTS (SELECT FROM "VettingCheck" c WHERE c.id = "checkId"));
CREATE POLICY struck ON "VettingCheckStruck" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[])
  AND EXISTS (SELECT FROM "VettingCheck" c WHERE c.id = "checkId" AND c."organisationId" = "VettingCheckStruck"."organisationId" AND c."personId" <> (SELECT app.viewer())));
CREATE POLICY vetting_checks ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'VettingCheck' AND EXISTS (SELECT FROM "VettingCheck" r WHERE r.id = "rowId"));

CREATE POLICY readers ON "VettingRule" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[]));
CREATE POLICY readers ON "VettingNeed" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[]));
-- Set by those who answer for it: the lead, the deputies, the head. What a rule asks comes with it, in the same moment, and nothing later.
CREATE POLICY set_here ON "VettingRule" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,head,programme_lead}'))::uuid[]));
CREATE POLICY set_here ON "VettingNeed" FOR INSERT TO app WITH CHECK (EXISTS (SELECT FROM "VettingRule" r
  WHERE r.id = "ruleId" AND r."organisationId" = "VettingNeed"."organisationId" AND r."byId" = (SELECT app.viewer()) AND r.at > app.now() - interval '5 seconds'));

GRANT SELECT, INSERT ON "VettingWarning" TO system;
CREATE POLICY jobs ON "VettingWarning" TO system USING (true) WITH CHECK (true);
GRANT SELECT ON "VettingCheck" TO system;
CREATE POLICY jobs ON "VettingCheck" FOR SELECT TO system USING (true);

-- ── What it stops ───────────────────────────────────────────────────────────────────────────────────────────────────
-- A role is given, by whatever deed, and what it needs is not there: it waits. Whoever may give it lets it begin, once everything is.
CREATE FUNCTION app.hold_back_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_on_the_ladder(NEW.role) AND app.vetting_missing(NEW."organisationId", NEW."personId", NEW.role) <> '{}' THEN NEW."startsAt" := app.not_begun(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hold_back_role BEFORE INSERT ON "Membership" FOR EACH ROW WHEN (NEW.role <> 'mentor') EXECUTE FUNCTION app.hold_back_role();

GRANT UPDATE ("startsAt") ON "Membership" TO app;
CREATE POLICY begun ON "Membership" FOR UPDATE TO app
  USING ("startsAt" = (SELECT app.not_begun()) AND "personId" <> (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.organisations_i_staff())::uuid[]))
  WITH CHECK ("startsAt" <= app.now() AND "startsAt" > app.now() - interval '5 seconds' AND "endedById" IS NULL);
CREATE FUNCTION app.begin_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."startsAt" <> app.not_begun() OR app.vetting_missing(OLD."organisationId", OLD."personId", OLD.role) <> '{}' THEN RAISE EXCEPTION 'this role cannot begin now' USING ERRCODE = 'BL010'; END IF;
  NEW."startsAt" := date_trunc('milliseconds', app.now()); -- not rounded up: it has begun
  RETURN NEW;
END $$;
CREATE TRIGGER begin_role BEFORE UPDATE OF "startsAt" ON "Membership" FOR EACH ROW WHEN (current_user = 'app' AND OLD."startsAt" IS DISTINCT FROM NEW."startsAt") EXECUTE FUNCTION app.begin_role();

-- Where an adult takes a place with children: in a group, in its room, as the one who stands by, on a course as its trainer, in front of a sitting, on duty.
-- A place that is held already goes on: it is asked again at the next. On duty a lead or deputy always may be, and they are told of concerns either way.
CREATE FUNCTION app.refuse_unvetted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who uuid; as_one_of "Role"[];
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'GroupMember' THEN who := NEW."personId"; as_one_of := ARRAY[NEW.part::text::"Role"];
    WHEN 'Seat' THEN
      -- Whoever has a seat in this meeting comes back to it: what ran out since is asked at the next.
      IF EXISTS (SELECT FROM "Seat" s WHERE s."meetingId" = NEW."meetingId" AND s."personId" = NEW."personId") THEN RETURN NEW; END IF;
      who := NEW."personId"; SELECT array_agg(g.part::text::"Role") INTO as_one_of FROM "Meeting" m JOIN "GroupMember" g ON g."groupId" = m."groupId" AND g."personId" = NEW."personId"
      WHERE m.id = NEW."meetingId" AND g.part <> 'mentor' AND app.is_current(g."startsAt", g."endsAt");
    WHEN 'MeetingOpening' THEN who := NEW."standbyId"; as_one_of := '{youth_worker,specialist,safeguarding_lead,deputy_lead,head}';
    WHEN 'CohortMember' THEN who := NEW."personId"; as_one_of := '{trainer,trainee_trainer,youth_worker}';
    WHEN 'TeachingLead' THEN who := NEW."byId"; as_one_of := '{trainer,trainee_trainer,youth_worker}';
    WHEN 'Duty' THEN who := NEW."personId"; as_one_of := CASE WHEN EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = NEW."organisationId" AND m."personId" = NEW."personId"
      AND m.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(m."startsAt", m."endsAt")) THEN '{}' ELSE '{youth_worker}' END::"Role"[];
  END CASE;
  IF as_one_of <> '{}' AND NOT app.may_work_as(NEW."organisationId", who, as_one_of) THEN RAISE EXCEPTION 'a check is missing or has run out' USING ERRCODE = 'BL010'; END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.hold_back_role(), app.begin_role(), app.refuse_unvetted() FROM PUBLIC;
CREATE TRIGGER refuse_unvetted BEFORE INSERT ON "GroupMember" FOR EACH ROW WHEN (NEW.part <> 'mentor') EXECUTE FUNCTION app.refuse_unvetted();
CREATE TRIGGER refuse_unvetted BEFORE INSERT ON "Seat" FOR EACH ROW EXECUTE FUNCTION app.refuse_unvetted();
CREATE TRIGGER refuse_unvetted BEFORE INSERT OR UPDATE OF "standbyId" ON "MeetingOpening" FOR EACH ROW WHEN (NEW."standbyId" IS NOT NULL) EXECUTE FUNCTION app.refuse_unvetted();
CREATE TRIGGER refuse_unvetted BEFORE INSERT OR UPDATE OF "leftAt" ON "CohortMember" FOR EACH ROW WHEN (NEW.part = 'trainer' AND NEW."leftAt" IS NULL) EXECUTE FUNCTION app.refuse_unvetted();
CREATE TRIGGER refuse_unvetted BEFORE INSERT ON "TeachingLead" FOR EACH ROW EXECUTE FUNCTION app.refuse_unvetted();
CREATE TRIGGER refuse_unvetted BEFORE INSERT ON "Duty" FOR EACH ROW EXECUTE FUNCTION app.refuse_unvetted();

INSERT INTO "RetentionRule" (what, days, because) VALUES ('vetting.after-leaving', 2192, 'What was checked of an adult is asked for when something from their time there comes up: six years after they left, as other personnel papers are kept. Of a DBS check only its number and date are here from the first day.');
