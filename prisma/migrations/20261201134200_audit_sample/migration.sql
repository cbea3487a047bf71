-- CreateTable
CREATE TABLE "audit_sample" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "responsible_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_sample_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_sample_row" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "audit_row_id" UUID NOT NULL,

    CONSTRAINT "audit_sample_row_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_sample_sign_off" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "closer" INTEGER[],
    "own" INTEGER[],
    "note_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_sample_sign_off_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_sample_tenant_id_n_key" ON "audit_sample"("tenant_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "audit_sample_row_tenant_id_sample_id_n_key" ON "audit_sample_row"("tenant_id", "sample_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "audit_sample_row_tenant_id_sample_id_audit_row_id_key" ON "audit_sample_row"("tenant_id", "sample_id", "audit_row_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_sample_sign_off_tenant_id_sample_id_key" ON "audit_sample_sign_off"("tenant_id", "sample_id");

-- AddForeignKey
ALTER TABLE "audit_sample" ADD CONSTRAINT "audit_sample_tenant_id_responsible_id_fkey" FOREIGN KEY ("tenant_id", "responsible_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_sample_row" ADD CONSTRAINT "audit_sample_row_tenant_id_sample_id_fkey" FOREIGN KEY ("tenant_id", "sample_id") REFERENCES "audit_sample"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_sample_row" ADD CONSTRAINT "audit_sample_row_tenant_id_audit_row_id_fkey" FOREIGN KEY ("tenant_id", "audit_row_id") REFERENCES "audit_row"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_sample_sign_off" ADD CONSTRAINT "audit_sample_sign_off_tenant_id_sample_id_fkey" FOREIGN KEY ("tenant_id", "sample_id") REFERENCES "audit_sample"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_sample_sign_off" ADD CONSTRAINT "audit_sample_sign_off_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Row rules of the new tables.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['audit_sample', 'audit_sample_row', 'audit_sample_sign_off'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    -- Append-only: what was drawn, and what was found, stands.
    EXECUTE format('GRANT SELECT, INSERT ON %I TO rod_traad_app', one);
  END LOOP;
END $$;
