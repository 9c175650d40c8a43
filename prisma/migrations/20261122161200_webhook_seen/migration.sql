-- CreateEnum
CREATE TYPE "WebhookAct" AS ENUM ('set', 'ended', 'renewed');

-- CreateTable
CREATE TABLE "WebhookSeen" (
    "actId" UUID NOT NULL,
    "what" "WebhookAct" NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "WebhookSeen_pkey" PRIMARY KEY ("actId", "what")
);

-- CreateIndex
CREATE INDEX "WebhookSeen_organisationId_idx" ON "WebhookSeen"("organisationId");

-- What one person did to a setting's webhook and nobody else has seen: one alone could mute it. For the others who keep it; where there is no other, for the head.
CREATE FUNCTION app.webhook_acts_to_see() RETURNS TABLE ("actId" uuid, what "WebhookAct", "organisationId" uuid, "byId" uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH mine AS (SELECT m."organisationId", m.role FROM "Membership" m WHERE m."personId" = (SELECT app.viewer()) AND app.is_current(m."startsAt", m."endsAt") AND m.role IN ('safeguarding_lead', 'deputy_lead', 'programme_lead', 'head')),
  acts AS (
    SELECT w.id AS "actId", 'set'::"WebhookAct" AS what, w."organisationId", w."byId", w.at FROM "Webhook" w
    UNION ALL SELECT w.id, 'ended', w."organisationId", w."endedById", w."endedAt" FROM "Webhook" w WHERE w."endedAt" IS NOT NULL
    -- The first secret comes with the address.
    UNION ALL SELECT s.id, 'renewed', s."organisationId", s."byId", s.at FROM "WebhookSecret" s WHERE EXISTS (SELECT FROM "WebhookSecret" f WHERE f."webhookId" = s."webhookId" AND (f.at, f.id) < (s.at, s.id)))
  SELECT a.* FROM acts a
  WHERE a."byId" IS DISTINCT FROM (SELECT app.viewer()) AND NOT EXISTS (SELECT FROM "WebhookSeen" n WHERE n."actId" = a."actId" AND n.what = a.what)
    AND EXISTS (SELECT FROM mine WHERE mine."organisationId" = a."organisationId" AND (mine.role <> 'head' OR NOT EXISTS (
      SELECT FROM "Membership" o WHERE o."organisationId" = a."organisationId" AND o."personId" IS DISTINCT FROM a."byId" AND o.role IN ('safeguarding_lead', 'deputy_lead', 'programme_lead') AND app.is_current(o."startsAt", o."endsAt"))))
$$;
REVOKE ALL ON FUNCTION app.webhook_acts_to_see() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.webhook_acts_to_see() TO app;

ALTER TABLE "WebhookSeen" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "WebhookSeen" TO app;
CREATE POLICY keepers ON "WebhookSeen" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,programme_lead,head}'))::uuid[]));
CREATE POLICY others_see ON "WebhookSeen" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND abs(extract(epoch FROM at - app.now())) < 60
  AND EXISTS (SELECT FROM app.webhook_acts_to_see() a WHERE a."actId" = "WebhookSeen"."actId" AND a.what = "WebhookSeen".what AND a."organisationId" = "WebhookSeen"."organisationId"));
