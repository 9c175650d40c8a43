-- CreateTable
CREATE TABLE "Specification" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "isExample" BOOLEAN NOT NULL,
    "level" INTEGER,
    "credits" INTEGER,
    "guidedHours" INTEGER,
    "importedById" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app.now(),

    CONSTRAINT "Specification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpecificationUnit" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "specificationId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "SpecificationUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LearningOutcome" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "LearningOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "specificationId" UUID NOT NULL,
    "outcomeId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "taughtIn" TEXT[],
    "shownBy" TEXT[],
    "place" INTEGER NOT NULL,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Specification_organisationId_code_version_key" ON "Specification"("organisationId", "code", "version");

-- CreateIndex
CREATE INDEX "SpecificationUnit_organisationId_idx" ON "SpecificationUnit"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "SpecificationUnit_specificationId_ref_key" ON "SpecificationUnit"("specificationId", "ref");

-- CreateIndex
CREATE INDEX "LearningOutcome_organisationId_idx" ON "LearningOutcome"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "LearningOutcome_unitId_number_key" ON "LearningOutcome"("unitId", "number");

-- CreateIndex
CREATE INDEX "Criterion_outcomeId_idx" ON "Criterion"("outcomeId");

-- CreateIndex
CREATE INDEX "Criterion_organisationId_idx" ON "Criterion"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_specificationId_place_key" ON "Criterion"("specificationId", "place");

-- AddForeignKey
ALTER TABLE "Specification" ADD CONSTRAINT "Specification_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpecificationUnit" ADD CONSTRAINT "SpecificationUnit_specificationId_fkey" FOREIGN KEY ("specificationId") REFERENCES "Specification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningOutcome" ADD CONSTRAINT "LearningOutcome_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "SpecificationUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_specificationId_fkey" FOREIGN KEY ("specificationId") REFERENCES "Specification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "LearningOutcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who sees a specification ────────────────────────────────────────────────────────────────────────────────────────
-- The members of the organisation that brought it in, and of the settings it supports: what a centre has entered stays with it.
CREATE FUNCTION app.specifications_in_view() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT id), '{}') FROM (
    SELECT unnest(app.my_organisations()) AS id
    UNION ALL SELECT o."supportedById" FROM "Organisation" o WHERE o.id = ANY (app.my_organisations()) AND o."supportedById" IS NOT NULL) mine
$$;
REVOKE ALL ON FUNCTION app.specifications_in_view() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.specifications_in_view() TO app;

DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY '{Specification,SpecificationUnit,LearningOutcome,Criterion}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app', t);
    EXECUTE format('CREATE POLICY in_view ON %I FOR SELECT TO app USING ("organisationId" = ANY ((SELECT app.specifications_in_view())::uuid[]))', t);
  END LOOP;
END $$;
CREATE POLICY brought_in ON "Specification" FOR INSERT TO app
  WITH CHECK ("importedById" = (SELECT app.viewer()) AND "organisationId" = ANY ((SELECT app.my_organisations('{programme_lead,coordinator}'))::uuid[]));
-- Its parts come in with it, by whoever brings it in.
CREATE POLICY brought_in ON "SpecificationUnit" FOR INSERT TO app WITH CHECK (EXISTS (
  SELECT FROM "Specification" s WHERE s.id = "specificationId" AND s."organisationId" = "SpecificationUnit"."organisationId" AND s."importedById" = (SELECT app.viewer())));
CREATE POLICY brought_in ON "LearningOutcome" FOR INSERT TO app WITH CHECK (EXISTS (
  SELECT FROM "SpecificationUnit" u JOIN "Specification" s ON s.id = u."specificationId"
  WHERE u.id = "unitId" AND u."organisationId" = "LearningOutcome"."organisationId" AND s."importedById" = (SELECT app.viewer())));
CREATE POLICY brought_in ON "Criterion" FOR INSERT TO app WITH CHECK (EXISTS (
  SELECT FROM "LearningOutcome" o JOIN "SpecificationUnit" u ON u.id = o."unitId" JOIN "Specification" s ON s.id = u."specificationId"
  WHERE o.id = "outcomeId" AND s.id = "Criterion"."specificationId" AND s."organisationId" = "Criterion"."organisationId" AND s."importedById" = (SELECT app.viewer())));
