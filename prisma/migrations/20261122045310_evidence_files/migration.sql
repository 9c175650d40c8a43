-- AlterEnum
ALTER TYPE "EvidenceKind" ADD VALUE 'work';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "fileId" UUID;

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "bytes" BYTEA NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EvidenceFile_registrationId_idx" ON "EvidenceFile"("registrationId");

-- CreateIndex
CREATE INDEX "EvidenceFile_organisationId_idx" ON "EvidenceFile"("organisationId");

-- CreateIndex
CREATE INDEX "EvidenceFile_personId_keptAt_idx" ON "EvidenceFile"("personId", "keptAt");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_fileId_key" ON "Evidence"("fileId");

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
