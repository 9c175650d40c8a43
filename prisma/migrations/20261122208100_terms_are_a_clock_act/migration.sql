-- AlterEnum
ALTER TYPE "ClockAct" ADD VALUE 'terms';

-- CreateTable
CREATE TABLE "HolidayMade" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisationId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "HolidayMade_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HolidayMade_organisationId_endsOn_idx" ON "HolidayMade"("organisationId", "endsOn");

-- AddForeignKey
ALTER TABLE "HolidayMade" ADD CONSTRAINT "HolidayMade_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
