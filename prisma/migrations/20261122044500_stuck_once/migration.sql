-- One "I'm stuck" at a time: of two pressed at once, in two tabs, the second said it already. Both stood, and a trainer who went to one left the other.
UPDATE "TeachingStuck" later SET "endedAt" = app.now() FROM "TeachingStuck" first
  WHERE later."endedAt" IS NULL AND first."endedAt" IS NULL AND first."sessionId" = later."sessionId" AND first."personId" = later."personId" AND first.id < later.id;
CREATE UNIQUE INDEX "TeachingStuck_one_open" ON "TeachingStuck" ("sessionId", "personId") WHERE "endedAt" IS NULL;
