-- Whoever sets the address has every concern told to them, minute by minute: that is for those who answer for a setting's concerns, and not for whoever runs it.
-- A coordinator sees that there is one, and the trials. The address, which may hold a key, and what the secrets are of, are for those who keep it.
DROP POLICY keepers ON "WebhookSecret";
DROP POLICY keepers_set ON "Webhook";
DROP POLICY keepers_end ON "Webhook";
DROP POLICY keepers_make ON "WebhookSecret";
DROP POLICY webhook_keepers ON "RowKey";
CREATE POLICY keepers ON "WebhookSecret" FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
CREATE POLICY keepers_set ON "Webhook" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND "endedAt" IS NULL AND "endedById" IS NULL AND abs(extract(epoch FROM at - app.now())) < 60
  AND "organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
CREATE POLICY keepers_end ON "Webhook" FOR UPDATE TO app USING ("endedAt" IS NULL AND "organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]))
  WITH CHECK ("endedById" = (SELECT app.viewer()) AND "endedAt" IS NOT NULL);
CREATE POLICY keepers_make ON "WebhookSecret" FOR INSERT TO app WITH CHECK ("byId" = (SELECT app.viewer()) AND abs(extract(epoch FROM at - app.now())) < 60
  AND "organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,programme_lead}'))::uuid[])
  AND EXISTS (SELECT FROM "Webhook" w WHERE w.id = "webhookId" AND w."organisationId" = "WebhookSecret"."organisationId" AND w."endedAt" IS NULL));
CREATE POLICY webhook_keepers ON "RowKey" FOR SELECT TO app USING ("ofTable" = 'Webhook'
  AND EXISTS (SELECT FROM "Webhook" w WHERE w.id = "rowId" AND w."organisationId" = ANY ((SELECT app.my_organisations('{safeguarding_lead,deputy_lead,programme_lead}'))::uuid[])));

-- An attempt about a concern can never come to look like a trial: its concern cannot be taken from under it, and a trial names nobody and no rung.
ALTER TABLE "ConcernAttempt" DROP CONSTRAINT "ConcernAttempt_concernId_fkey";
ALTER TABLE "ConcernAttempt" ADD CONSTRAINT "ConcernAttempt_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Only from now on, so that a row that was left behind holds up no update; the policy does not show it as a trial.
ALTER TABLE "ConcernAttempt" ADD CONSTRAINT "ConcernAttempt_a_trial_names_nobody" CHECK ("concernId" IS NOT NULL OR ("personId" IS NULL AND rung IS NULL AND way = 'webhook')) NOT VALID;
DROP POLICY trials ON "ConcernAttempt";
CREATE POLICY trials ON "ConcernAttempt" FOR SELECT TO app USING ("concernId" IS NULL AND "personId" IS NULL AND rung IS NULL AND way = 'webhook'
  AND "organisationId" = ANY ((SELECT app.my_organisations('{coordinator,safeguarding_lead,deputy_lead,programme_lead}'))::uuid[]));
