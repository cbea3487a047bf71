-- CreateTable
CREATE TABLE "audit_seal" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "up_to_id" UUID NOT NULL,
    "rows" INTEGER NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_tenant_id_n_key" ON "audit_seal"("tenant_id", "n");

-- Row rules of the new table. Append-only: what is sealed stays sealed.
ALTER TABLE "audit_seal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "audit_seal" FORCE ROW LEVEL SECURITY;
CREATE POLICY own_municipality ON "audit_seal" TO rod_traad_app
  USING (tenant_id = current_setting('app.tenant_id')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant_id')::uuid);
GRANT SELECT, INSERT ON "audit_seal" TO rod_traad_app;
