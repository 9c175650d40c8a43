-- The ground: the schema `app` for the functions policies ask, the one clock, and every table of the first thread.

CREATE SCHEMA IF NOT EXISTS app;
GRANT USAGE ON SCHEMA app, public TO app, door, system;

-- The time. Test databases replace this with one that adds an offset (tests/support/move-clock.ts); nothing else does.
CREATE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT clock_timestamp()';

-- CreateSchema

-- CreateEnum
CREATE TYPE "CohortKind" AS ENUM ('mentors', 'trainers');

-- CreateEnum
CREATE TYPE "TimetablePattern" AS ENUM ('two_day', 'five_session');

-- CreateEnum
CREATE TYPE "CohortPart" AS ENUM ('learner', 'trainer');

-- CreateEnum
CREATE TYPE "Mark" AS ENUM ('present', 'late', 'absent', 'excused');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('school', 'youth_club', 'college', 'community_group', 'delivery_site');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('mentor', 'youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'trainer', 'trainee_trainer', 'assessor', 'quality_assurer', 'external_quality_assurer', 'programme_lead', 'evaluator');

-- CreateEnum
CREATE TYPE "Danger" AS ENUM ('now', 'soon', 'not_now', 'unsure');

-- CreateEnum
CREATE TYPE "Clock" AS ENUM ('received', 'taken_on');

-- CreateEnum
CREATE TYPE "Rung" AS ENUM ('first', 'deputies', 'head', 'delivery_site');

-- CreateEnum
CREATE TYPE "GroupPart" AS ENUM ('mentor', 'youth_worker', 'specialist');

-- CreateTable
CREATE TABLE "Act" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID,
    "byId" UUID,
    "kind" TEXT NOT NULL,
    "subjectId" UUID,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "kind" "CohortKind" NOT NULL,
    "courseId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pattern" "TimetablePattern" NOT NULL,
    "places" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortMember" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "part" "CohortPart" NOT NULL,
    "fromOrganisationId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "placedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "CohortMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortSession" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "covers" INTEGER[],
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "CohortSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionMark" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "mark" "Mark" NOT NULL,
    "markedById" UUID NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "SessionMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WrappingKey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID,
    "wrapped" BYTEA NOT NULL,
    "masterKeyId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "WrappingKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RowKey" (
    "rowId" UUID NOT NULL,
    "ofTable" TEXT NOT NULL,
    "wrappingKeyId" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "RowKey_pkey" PRIMARY KEY ("rowId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "bornOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInName" (
    "personId" UUID NOT NULL,
    "username" TEXT NOT NULL,

    CONSTRAINT "SignInName_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Password" (
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Password_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "credentialId" BYTEA NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authenticator" (
    "personId" UUID NOT NULL,
    "seed" BYTEA NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Authenticator_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "secondFactorAt" TIMESTAMPTZ(3),
    "steppedUpAt" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdentityProvider" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "clientSecret" BYTEA,
    "tenant" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "IdentityProvider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalIdentity" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "providerId" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ExternalIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ceremony" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "personId" UUID,
    "secret" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ceremony_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "fullName" TEXT NOT NULL,
    "email" TEXT,
    "tokenHash" BYTEA NOT NULL,
    "invitedById" UUID,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JoinCode" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "cohortId" UUID,
    "codeHash" BYTEA NOT NULL,
    "places" INTEGER NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JoinCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stash" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "personId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "fields" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stash_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "promptId" TEXT,
    "cardId" TEXT,
    "body" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "words" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "binnedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalOtherText" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "fromRevision" INTEGER NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "JournalOtherText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalShare" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "withId" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "openedAt" TIMESTAMPTZ(3),
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "JournalShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalReply" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "shareId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "body" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "JournalReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitProgress" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "cardId" TEXT NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitProgress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardAnswer" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "progressId" UUID NOT NULL,
    "cardId" TEXT NOT NULL,
    "chosen" TEXT[],
    "words" BYTEA,
    "contentHash" TEXT NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "CardAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mentee" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "birdName" TEXT NOT NULL,
    "ownName" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Mentee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Pair" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MenteeCode" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "givenById" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MenteeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MenteeVisit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "codeId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MenteeVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "supportedById" UUID,
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/London',
    "phone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endsAt" TIMESTAMPTZ(3),
    "givenById" UUID,
    "endedById" UUID,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Concern" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "raisedById" UUID,
    "raisedByMenteeId" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "danger" "Danger" NOT NULL,
    "isAboutAdult" BOOLEAN NOT NULL DEFAULT false,
    "who" BYTEA NOT NULL,
    "what" BYTEA NOT NULL,
    "meetingId" UUID,

    CONSTRAINT "Concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConcernKeptFrom" (
    "concernId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,

    CONSTRAINT "ConcernKeptFrom_pkey" PRIMARY KEY ("concernId","personId")
);

-- CreateTable
CREATE TABLE "ConcernReceipt" (
    "concernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ConcernReceipt_pkey" PRIMARY KEY ("concernId")
);

-- CreateTable
CREATE TABLE "TakingOn" (
    "concernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "firstStep" BYTEA NOT NULL,

    CONSTRAINT "TakingOn_pkey" PRIMARY KEY ("concernId")
);

-- CreateTable
CREATE TABLE "ConcernAlert" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "rung" "Rung" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConcernAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConcernClimb" (
    "concernId" UUID NOT NULL,
    "clock" "Clock" NOT NULL,
    "rung" "Rung" NOT NULL,
    "organisationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "ConcernClimb_pkey" PRIMARY KEY ("concernId","clock","rung")
);

-- CreateTable
CREATE TABLE "ClockTarget" (
    "organisationId" UUID NOT NULL,
    "clock" "Clock" NOT NULL,
    "danger" "Danger" NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "ClockTarget_pkey" PRIMARY KEY ("organisationId","clock","danger")
);

-- CreateTable
CREATE TABLE "Duty" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChronologyHead" (
    "concernId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "length" INTEGER NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ChronologyHead_pkey" PRIMARY KEY ("concernId")
);

-- CreateTable
CREATE TABLE "ChronologyEntry" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "concernId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "words" BYTEA,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "ChronologyEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupervisionGroup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "callAddress" TEXT,
    "rule" TEXT NOT NULL,
    "firstAt" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupervisionGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "part" "GroupPart" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "itemId" UUID,
    "calledOffAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingOpening" (
    "meetingId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "overrideReason" BYTEA,
    "standbyId" UUID,

    CONSTRAINT "MeetingOpening_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "MeetingClosing" (
    "meetingId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "MeetingClosing_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "Seat" (
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "heldUntil" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "addedMinutes" INTEGER NOT NULL DEFAULT 0,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "itemId" UUID,
    "personId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scale" INTEGER,
    "word" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateTable
CREATE TABLE "QuietSignal" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuietSignal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterMark" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "mark" "Mark" NOT NULL,
    "markedById" UUID,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "RegisterMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptNote" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "KeptNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "words" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Act_organisationId_at_idx" ON "Act"("organisationId", "at");

-- CreateIndex
CREATE INDEX "Act_subjectId_at_idx" ON "Act"("subjectId", "at");

-- CreateIndex
CREATE INDEX "Act_byId_at_idx" ON "Act"("byId", "at");

-- CreateIndex
CREATE INDEX "Cohort_organisationId_kind_idx" ON "Cohort"("organisationId", "kind");

-- CreateIndex
CREATE INDEX "CohortMember_organisationId_idx" ON "CohortMember"("organisationId");

-- CreateIndex
CREATE INDEX "CohortMember_personId_idx" ON "CohortMember"("personId");

-- CreateIndex
CREATE INDEX "CohortMember_fromOrganisationId_idx" ON "CohortMember"("fromOrganisationId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortMember_cohortId_personId_key" ON "CohortMember"("cohortId", "personId");

-- CreateIndex
CREATE INDEX "CohortSession_organisationId_idx" ON "CohortSession"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "CohortSession_cohortId_number_key" ON "CohortSession"("cohortId", "number");

-- CreateIndex
CREATE INDEX "SessionMark_sessionId_personId_markedAt_idx" ON "SessionMark"("sessionId", "personId", "markedAt");

-- CreateIndex
CREATE INDEX "SessionMark_organisationId_idx" ON "SessionMark"("organisationId");

-- CreateIndex
CREATE INDEX "WrappingKey_organisationId_createdAt_idx" ON "WrappingKey"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "RowKey_wrappingKeyId_idx" ON "RowKey"("wrappingKeyId");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE UNIQUE INDEX "SignInName_username_key" ON "SignInName"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_hash_key" ON "RecoveryCode"("hash");

-- CreateIndex
CREATE INDEX "RecoveryCode_personId_idx" ON "RecoveryCode"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "IdentityProvider_organisationId_issuer_key" ON "IdentityProvider"("organisationId", "issuer");

-- CreateIndex
CREATE INDEX "ExternalIdentity_personId_idx" ON "ExternalIdentity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalIdentity_providerId_subject_key" ON "ExternalIdentity"("providerId", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "JoinCode_codeHash_key" ON "JoinCode"("codeHash");

-- CreateIndex
CREATE INDEX "JoinCode_organisationId_idx" ON "JoinCode"("organisationId");

-- CreateIndex
CREATE INDEX "Stash_personId_idx" ON "Stash"("personId");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "JournalEntry_personId_startedAt_idx" ON "JournalEntry"("personId", "startedAt");

-- CreateIndex
CREATE INDEX "JournalEntry_organisationId_idx" ON "JournalEntry"("organisationId");

-- CreateIndex
CREATE INDEX "JournalOtherText_entryId_idx" ON "JournalOtherText"("entryId");

-- CreateIndex
CREATE INDEX "JournalShare_withId_sharedAt_idx" ON "JournalShare"("withId", "sharedAt");

-- CreateIndex
CREATE INDEX "JournalShare_entryId_idx" ON "JournalShare"("entryId");

-- CreateIndex
CREATE INDEX "JournalReply_shareId_at_idx" ON "JournalReply"("shareId", "at");

-- CreateIndex
CREATE INDEX "UnitProgress_organisationId_courseId_idx" ON "UnitProgress"("organisationId", "courseId");

-- CreateIndex
CREATE UNIQUE INDEX "UnitProgress_personId_unitId_key" ON "UnitProgress"("personId", "unitId");

-- CreateIndex
CREATE INDEX "CardAnswer_progressId_cardId_answeredAt_idx" ON "CardAnswer"("progressId", "cardId", "answeredAt");

-- CreateIndex
CREATE INDEX "Mentee_organisationId_idx" ON "Mentee"("organisationId");

-- CreateIndex
CREATE INDEX "Pair_organisationId_idx" ON "Pair"("organisationId");

-- CreateIndex
CREATE INDEX "Pair_mentorId_idx" ON "Pair"("mentorId");

-- CreateIndex
CREATE INDEX "Pair_menteeId_idx" ON "Pair"("menteeId");

-- CreateIndex
CREATE UNIQUE INDEX "MenteeCode_codeHash_key" ON "MenteeCode"("codeHash");

-- CreateIndex
CREATE INDEX "MenteeCode_menteeId_idx" ON "MenteeCode"("menteeId");

-- CreateIndex
CREATE UNIQUE INDEX "MenteeVisit_tokenHash_key" ON "MenteeVisit"("tokenHash");

-- CreateIndex
CREATE INDEX "MenteeVisit_codeId_idx" ON "MenteeVisit"("codeId");

-- CreateIndex
CREATE INDEX "Organisation_supportedById_idx" ON "Organisation"("supportedById");

-- CreateIndex
CREATE INDEX "Membership_organisationId_role_idx" ON "Membership"("organisationId", "role");

-- CreateIndex
CREATE INDEX "Membership_personId_organisationId_idx" ON "Membership"("personId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Term_organisationId_startsOn_key" ON "Term"("organisationId", "startsOn");

-- CreateIndex
CREATE INDEX "Concern_organisationId_raisedAt_idx" ON "Concern"("organisationId", "raisedAt");

-- CreateIndex
CREATE INDEX "Concern_raisedById_idx" ON "Concern"("raisedById");

-- CreateIndex
CREATE INDEX "ConcernKeptFrom_personId_idx" ON "ConcernKeptFrom"("personId");

-- CreateIndex
CREATE INDEX "ConcernKeptFrom_organisationId_idx" ON "ConcernKeptFrom"("organisationId");

-- CreateIndex
CREATE INDEX "ConcernAlert_personId_idx" ON "ConcernAlert"("personId");

-- CreateIndex
CREATE INDEX "ConcernAlert_organisationId_idx" ON "ConcernAlert"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ConcernAlert_concernId_personId_rung_key" ON "ConcernAlert"("concernId", "personId", "rung");

-- CreateIndex
CREATE INDEX "ConcernClimb_organisationId_idx" ON "ConcernClimb"("organisationId");

-- CreateIndex
CREATE INDEX "Duty_organisationId_startsAt_idx" ON "Duty"("organisationId", "startsAt");

-- CreateIndex
CREATE INDEX "Duty_personId_idx" ON "Duty"("personId");

-- CreateIndex
CREATE INDEX "ChronologyHead_organisationId_idx" ON "ChronologyHead"("organisationId");

-- CreateIndex
CREATE INDEX "ChronologyEntry_organisationId_idx" ON "ChronologyEntry"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ChronologyEntry_concernId_number_key" ON "ChronologyEntry"("concernId", "number");

-- CreateIndex
CREATE INDEX "SupervisionGroup_organisationId_idx" ON "SupervisionGroup"("organisationId");

-- CreateIndex
CREATE INDEX "GroupMember_groupId_idx" ON "GroupMember"("groupId");

-- CreateIndex
CREATE INDEX "GroupMember_personId_idx" ON "GroupMember"("personId");

-- CreateIndex
CREATE INDEX "GroupMember_organisationId_idx" ON "GroupMember"("organisationId");

-- CreateIndex
CREATE INDEX "Meeting_organisationId_startsAt_idx" ON "Meeting"("organisationId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_groupId_number_key" ON "Meeting"("groupId", "number");

-- CreateIndex
CREATE INDEX "Seat_organisationId_idx" ON "Seat"("organisationId");

-- CreateIndex
CREATE INDEX "AgendaItem_organisationId_idx" ON "AgendaItem"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_position_key" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "Turn_meetingId_askedAt_idx" ON "Turn"("meetingId", "askedAt");

-- CreateIndex
CREATE INDEX "Turn_organisationId_idx" ON "Turn"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_id_key" ON "CheckIn"("id");

-- CreateIndex
CREATE INDEX "CheckIn_organisationId_idx" ON "CheckIn"("organisationId");

-- CreateIndex
CREATE INDEX "QuietSignal_meetingId_at_idx" ON "QuietSignal"("meetingId", "at");

-- CreateIndex
CREATE INDEX "QuietSignal_organisationId_idx" ON "QuietSignal"("organisationId");

-- CreateIndex
CREATE INDEX "RegisterMark_meetingId_personId_markedAt_idx" ON "RegisterMark"("meetingId", "personId", "markedAt");

-- CreateIndex
CREATE INDEX "RegisterMark_organisationId_idx" ON "RegisterMark"("organisationId");

-- CreateIndex
CREATE INDEX "KeptNote_meetingId_at_idx" ON "KeptNote"("meetingId", "at");

-- CreateIndex
CREATE INDEX "KeptNote_organisationId_idx" ON "KeptNote"("organisationId");

-- CreateIndex
CREATE INDEX "Observation_organisationId_idx" ON "Observation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_meetingId_mentorId_byId_key" ON "Observation"("meetingId", "mentorId", "byId");

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortMember" ADD CONSTRAINT "CohortMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSession" ADD CONSTRAINT "CohortSession_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionMark" ADD CONSTRAINT "SessionMark_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "CohortSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrappingKey" ADD CONSTRAINT "WrappingKey_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RowKey" ADD CONSTRAINT "RowKey_wrappingKeyId_fkey" FOREIGN KEY ("wrappingKeyId") REFERENCES "WrappingKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInName" ADD CONSTRAINT "SignInName_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Password" ADD CONSTRAINT "Password_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Authenticator" ADD CONSTRAINT "Authenticator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityProvider" ADD CONSTRAINT "IdentityProvider_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalIdentity" ADD CONSTRAINT "ExternalIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalIdentity" ADD CONSTRAINT "ExternalIdentity_providerId_fkey" FOREIGN KEY ("providerId") REFERENCES "IdentityProvider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinCode" ADD CONSTRAINT "JoinCode_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JoinCode" ADD CONSTRAINT "JoinCode_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalOtherText" ADD CONSTRAINT "JournalOtherText_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalShare" ADD CONSTRAINT "JournalShare_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalReply" ADD CONSTRAINT "JournalReply_shareId_fkey" FOREIGN KEY ("shareId") REFERENCES "JournalShare"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitProgress" ADD CONSTRAINT "UnitProgress_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitProgress" ADD CONSTRAINT "UnitProgress_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardAnswer" ADD CONSTRAINT "CardAnswer_progressId_fkey" FOREIGN KEY ("progressId") REFERENCES "UnitProgress"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentee" ADD CONSTRAINT "Mentee_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pair" ADD CONSTRAINT "Pair_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pair" ADD CONSTRAINT "Pair_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "Mentee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MenteeCode" ADD CONSTRAINT "MenteeCode_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "Mentee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MenteeVisit" ADD CONSTRAINT "MenteeVisit_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "MenteeCode"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_supportedById_fkey" FOREIGN KEY ("supportedById") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concern" ADD CONSTRAINT "Concern_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernKeptFrom" ADD CONSTRAINT "ConcernKeptFrom_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernReceipt" ADD CONSTRAINT "ConcernReceipt_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TakingOn" ADD CONSTRAINT "TakingOn_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernAlert" ADD CONSTRAINT "ConcernAlert_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConcernClimb" ADD CONSTRAINT "ConcernClimb_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockTarget" ADD CONSTRAINT "ClockTarget_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChronologyHead" ADD CONSTRAINT "ChronologyHead_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChronologyEntry" ADD CONSTRAINT "ChronologyEntry_concernId_fkey" FOREIGN KEY ("concernId") REFERENCES "Concern"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupervisionGroup" ADD CONSTRAINT "SupervisionGroup_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "SupervisionGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "SupervisionGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingOpening" ADD CONSTRAINT "MeetingOpening_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingClosing" ADD CONSTRAINT "MeetingClosing_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuietSignal" ADD CONSTRAINT "QuietSignal_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterMark" ADD CONSTRAINT "RegisterMark_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeptNote" ADD CONSTRAINT "KeptNote_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
