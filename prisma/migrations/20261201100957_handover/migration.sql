-- CreateTable
CREATE TABLE "handover" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "from_id" UUID,
    "to_id" UUID,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "leaving_manager_id" UUID,
    "asked_manager_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "handover_asking" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "to_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "citizen_asked" BOOLEAN NOT NULL,
    "citizen_sealed" BYTEA NOT NULL,
    "needs_sealed" BYTEA,
    "status" TEXT NOT NULL,
    "reason_sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_asking_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "handover_naming" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "manager_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_naming_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "lead_told" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "told_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "said_sealed" BYTEA,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_told_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "lead_kept" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "reason_sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_kept_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "handover_tenant_id_pathway_id_n_key" ON "handover"("tenant_id", "pathway_id", "n");

-- CreateIndex
CREATE INDEX "handover_asking_tenant_id_to_id_idx" ON "handover_asking"("tenant_id", "to_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_asking_tenant_id_handover_id_n_key" ON "handover_asking"("tenant_id", "handover_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "handover_naming_tenant_id_handover_id_n_key" ON "handover_naming"("tenant_id", "handover_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "lead_told_tenant_id_handover_id_key" ON "lead_told"("tenant_id", "handover_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_kept_tenant_id_pathway_id_round_key" ON "lead_kept"("tenant_id", "pathway_id", "round");

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_tenant_id_from_id_fkey" FOREIGN KEY ("tenant_id", "from_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_tenant_id_to_id_fkey" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_tenant_id_started_by_id_fkey" FOREIGN KEY ("tenant_id", "started_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_tenant_id_leaving_manager_id_fkey" FOREIGN KEY ("tenant_id", "leaving_manager_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_tenant_id_asked_manager_id_fkey" FOREIGN KEY ("tenant_id", "asked_manager_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_asking" ADD CONSTRAINT "handover_asking_tenant_id_handover_id_fkey" FOREIGN KEY ("tenant_id", "handover_id") REFERENCES "handover"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_asking" ADD CONSTRAINT "handover_asking_tenant_id_to_id_fkey" FOREIGN KEY ("tenant_id", "to_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_asking" ADD CONSTRAINT "handover_asking_tenant_id_asked_by_id_fkey" FOREIGN KEY ("tenant_id", "asked_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_naming" ADD CONSTRAINT "handover_naming_tenant_id_handover_id_fkey" FOREIGN KEY ("tenant_id", "handover_id") REFERENCES "handover"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_naming" ADD CONSTRAINT "handover_naming_tenant_id_manager_id_fkey" FOREIGN KEY ("tenant_id", "manager_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_naming" ADD CONSTRAINT "handover_naming_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_naming" ADD CONSTRAINT "handover_naming_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lead_told" ADD CONSTRAINT "lead_told_tenant_id_handover_id_fkey" FOREIGN KEY ("tenant_id", "handover_id") REFERENCES "handover"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lead_told" ADD CONSTRAINT "lead_told_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lead_kept" ADD CONSTRAINT "lead_kept_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lead_kept" ADD CONSTRAINT "lead_kept_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Row rules of the new tables.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['handover', 'handover_asking', 'handover_naming', 'lead_told', 'lead_kept'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO rod_traad_app', one);
  END LOOP;
END $$;

-- Append-only: whom a manager named, what the citizen was told, and why somebody kept the baton.
REVOKE UPDATE ON handover_naming, lead_told, lead_kept FROM rod_traad_app;

-- One baton on its way in a pathway, and one colleague asked at a time.
CREATE UNIQUE INDEX handover_open ON handover (tenant_id, pathway_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX handover_asking_open ON handover_asking (tenant_id, handover_id) WHERE status = 'asked';
