-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "closedById" UUID;

-- AlterTable
ALTER TABLE "CohortSession" ADD COLUMN     "calledOffAt" TIMESTAMPTZ(3);

-- Who opens a cohort closes it. What was ahead of it is called off; what was held, and who was there, stays.
GRANT UPDATE ("closedById") ON "Cohort" TO app;
GRANT UPDATE ("calledOffAt") ON "CohortSession" TO app;
