-- The gate: may this person act there as one of these? Yes where nothing is asked of any that they hold, and where one of those of which something is asked
-- has all it needs. A role of which nothing is asked is no way round one of which something is.
CREATE OR REPLACE FUNCTION app.may_work_as(place uuid, person uuid, roles "Role"[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(bool_or(app.vetting_missing(place, person, m.role) = '{}') FILTER (WHERE m.role IN (SELECT n.role FROM app.vetting_needed(place) n)), true)
  FROM (SELECT DISTINCT m.role FROM "Membership" m WHERE m."organisationId" = place AND m."personId" = person AND m.role = ANY (roles) AND app.is_current(m."startsAt", m."endsAt")) m
$$;

-- As before, and the head last: where one adult alone keeps the register, somebody writes theirs.
CREATE OR REPLACE FUNCTION app.who_keeps_checks(place uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT array_agg(DISTINCT p."fullName") FROM "Membership" m JOIN "Person" p ON p.id = m."personId"
      WHERE m."organisationId" = place AND m.role = k.role AND m."personId" <> app.viewer() AND app.is_current(m."startsAt", m."endsAt")), '{}')
  FROM unnest('{coordinator,safeguarding_lead,deputy_lead,programme_lead,head}'::"Role"[]) WITH ORDINALITY k (role, place_in_line)
  WHERE EXISTS (SELECT FROM "Membership" mine WHERE mine."organisationId" = place AND mine."personId" = app.viewer() AND (mine."endsAt" IS NULL OR mine."endsAt" > app.now()))
    AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = place AND m.role = k.role AND m."personId" <> app.viewer() AND app.is_current(m."startsAt", m."endsAt"))
  ORDER BY k.place_in_line LIMIT 1
$$;
DROP POLICY kept ON "VettingCheck";
CREATE POLICY kept ON "VettingCheck" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "personId" <> (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[])
  AND EXISTS (SELECT FROM "Membership" m WHERE m."personId" = "VettingCheck"."personId" AND m."organisationId" = "VettingCheck"."organisationId" AND m.role <> 'mentor' AND (m."endsAt" IS NULL OR m."endsAt" > app.now())));
DROP POLICY struck ON "VettingCheckStruck";
CREATE POLICY struck ON "VettingCheckStruck" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer())
  AND "organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_read_checks()))::uuid[])
  AND EXISTS (SELECT FROM "VettingCheck" c WHERE c.id = "checkId" AND c."organisationId" = "VettingCheckStruck"."organisationId" AND c."personId" <> (SELECT app.viewer())));

CREATE OR REPLACE FUNCTION app.refuse_unvetted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- A role that has not begun holds no part, whatever its end.
CREATE OR REPLACE FUNCTION app.part_ends(person uuid, organisation uuid, part "GroupPart") RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(coalesce(m."endsAt", 'infinity')) FROM "Membership" m
  WHERE m."personId" = person AND m."organisationId" = organisation AND m.role::text = part::text AND m."startsAt" <= app.now()
$$;
