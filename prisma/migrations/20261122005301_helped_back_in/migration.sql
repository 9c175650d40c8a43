-- CreateTable
CREATE TABLE "HelpBackIn" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "needsTwo" BOOLEAN NOT NULL,
    "firstHash" BYTEA NOT NULL,
    "joinedById" UUID,
    "joinedAt" TIMESTAMPTZ(3),
    "secondHash" BYTEA,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "takenBackAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "HelpBackIn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HelpBackIn_firstHash_key" ON "HelpBackIn"("firstHash");

-- CreateIndex
CREATE INDEX "HelpBackIn_organisationId_personId_idx" ON "HelpBackIn"("organisationId", "personId");

-- CreateIndex
CREATE INDEX "HelpBackIn_personId_idx" ON "HelpBackIn"("personId");

-- CreateIndex
CREATE INDEX "HelpBackIn_givenById_idx" ON "HelpBackIn"("givenById");

-- CreateIndex
CREATE INDEX "HelpBackIn_joinedById_idx" ON "HelpBackIn"("joinedById");

-- AddForeignKey
ALTER TABLE "HelpBackIn" ADD CONSTRAINT "HelpBackIn_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpBackIn" ADD CONSTRAINT "HelpBackIn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpBackIn" ADD CONSTRAINT "HelpBackIn_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpBackIn" ADD CONSTRAINT "HelpBackIn_joinedById_fkey" FOREIGN KEY ("joinedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "HelpBackIn" ADD CONSTRAINT "HelpBackIn_two_people" CHECK ("givenById" <> "personId" AND "joinedById" <> "personId" AND "joinedById" <> "givenById");
-- One at a time for one person: of two adults who begin at once, the second is told.
CREATE UNIQUE INDEX "HelpBackIn_one_open" ON "HelpBackIn" ("organisationId", "personId") WHERE "usedAt" IS NULL AND "takenBackAt" IS NULL;

-- The adults of a setting who may begin, join in, or must know of it (modules/identity/helping-back-in.ts says who may do what).
CREATE FUNCTION app.roles_that_help_back_in() RETURNS "Role"[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{coordinator,youth_worker,specialist,trainer,safeguarding_lead,deputy_lead,head}'::"Role"[]
$$;
REVOKE ALL ON FUNCTION app.roles_that_help_back_in() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.roles_that_help_back_in() TO app;

ALTER TABLE "HelpBackIn" ENABLE ROW LEVEL SECURITY;
GRANT SELECT ("id", "organisationId", "personId", "givenById", "givenAt", "needsTwo", "joinedById", "joinedAt", "expiresAt", "usedAt", "takenBackAt", "readAt"), INSERT ON "HelpBackIn" TO app;
GRANT UPDATE ("joinedById", "joinedAt", "secondHash", "takenBackAt", "readAt") ON "HelpBackIn" TO app;
GRANT SELECT, UPDATE ("usedAt") ON "HelpBackIn" TO door;
GRANT SELECT ("id", "organisationId", "personId") ON "HelpBackIn" TO system;
CREATE POLICY own ON "HelpBackIn" FOR SELECT TO app USING ("personId" = (SELECT app.viewer()));
CREATE POLICY own_read ON "HelpBackIn" FOR UPDATE TO app USING ("personId" = (SELECT app.viewer()) AND "usedAt" IS NOT NULL);
CREATE POLICY helpers_see ON "HelpBackIn" FOR SELECT TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_help_back_in()))::uuid[]));
CREATE POLICY helpers_begin ON "HelpBackIn" FOR INSERT TO app
  WITH CHECK ("organisationId" = ANY ((SELECT app.my_organisations('{coordinator,youth_worker}'))::uuid[]) AND "givenById" = (SELECT app.viewer())
    AND "joinedById" IS NULL AND "usedAt" IS NULL AND "takenBackAt" IS NULL AND ("secondHash" IS NULL) = "needsTwo" AND "expiresAt" <= app.now() + interval '1 hour 1 minute');
CREATE POLICY helpers_go_on ON "HelpBackIn" FOR UPDATE TO app
  USING ("organisationId" = ANY ((SELECT app.my_organisations(app.roles_that_help_back_in()))::uuid[]) AND "personId" <> (SELECT app.viewer()) AND "usedAt" IS NULL AND "takenBackAt" IS NULL)
  WITH CHECK ("takenBackAt" IS NOT NULL OR "joinedById" = (SELECT app.viewer()));
CREATE POLICY at_the_door ON "HelpBackIn" TO door USING (true) WITH CHECK (true);
CREATE POLICY jobs ON "HelpBackIn" FOR SELECT TO system USING (true);

-- Everything somebody is now, for an adult of one of their organisations who may ask: what they are there, and whether they are anything
-- anywhere else (not what, not where). Whoever helps somebody back in holds a key to all of it for a moment.
CREATE FUNCTION app.what_they_are(person uuid, organisation uuid) RETURNS TABLE (roles "Role"[], elsewhere boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(m.role) FILTER (WHERE m."organisationId" = organisation), '{}'), coalesce(bool_or(m."organisationId" <> organisation), false)
  FROM "Membership" m WHERE m."personId" = person AND app.is_current(m."startsAt", m."endsAt")
    AND organisation = ANY (app.my_organisations(app.roles_that_help_back_in()))
$$;
REVOKE ALL ON FUNCTION app.what_they_are(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.what_they_are(uuid, uuid) TO app;

-- Ends every session of somebody who is being helped back in, once the code is whole, and gives back which: only for the adults who hold it.
CREATE FUNCTION app.end_sessions_of_helped(help uuid) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Session" s SET "endedAt" = app.now() FROM "HelpBackIn" h
  WHERE h.id = help AND app.viewer() IN (h."givenById", h."joinedById") AND h."secondHash" IS NOT NULL AND h."usedAt" IS NULL AND h."takenBackAt" IS NULL AND h."expiresAt" > app.now()
    AND s."personId" = h."personId" AND s."endedAt" IS NULL
  RETURNING s.id
$$;
REVOKE ALL ON FUNCTION app.end_sessions_of_helped(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_sessions_of_helped(uuid) TO app;
