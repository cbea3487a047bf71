-- AlterTable
ALTER TABLE "pathway" ADD COLUMN     "known_on" DATE;

-- Pathways that are here already: their ids were made when they came, and begin with the milliseconds of that moment. The rows
-- are of every municipality, so the owner of the tables sets the row rules aside for itself, in this transaction only.
ALTER TABLE "pathway" NO FORCE ROW LEVEL SECURITY;
UPDATE "pathway" SET "known_on" = greatest("started_on",
  to_timestamp(('x' || substr(replace("id"::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)::date);
ALTER TABLE "pathway" FORCE ROW LEVEL SECURITY;
ALTER TABLE "pathway" ALTER COLUMN "known_on" SET NOT NULL;

-- CreateTable
CREATE TABLE "milestone" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "is" TEXT NOT NULL,
    "meeting_kind" TEXT,
    "what" TEXT,
    "note_sealed" BYTEA,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "met_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_because" TEXT,
    "outcome_codes" TEXT[],
    "outcome_sealed" BYTEA,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "rhythm" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "every" TEXT,
    "reason_sealed" BYTEA NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rhythm_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "own_follow_up" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "own_follow_up_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "milestone_tenant_id_pathway_id_key_slot_key" ON "milestone"("tenant_id", "pathway_id", "key", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "rhythm_tenant_id_pathway_id_n_key" ON "rhythm"("tenant_id", "pathway_id", "n");

-- CreateIndex
CREATE INDEX "own_follow_up_tenant_id_pathway_id_idx" ON "own_follow_up"("tenant_id", "pathway_id");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_tenant_id_met_by_id_fkey" FOREIGN KEY ("tenant_id", "met_by_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_tenant_id_closed_by_id_fkey" FOREIGN KEY ("tenant_id", "closed_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rhythm" ADD CONSTRAINT "rhythm_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rhythm" ADD CONSTRAINT "rhythm_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "own_follow_up" ADD CONSTRAINT "own_follow_up_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "own_follow_up" ADD CONSTRAINT "own_follow_up_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Row rules of the new tables.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['milestone', 'rhythm', 'own_follow_up'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO rod_traad_app', one);
  END LOOP;
END $$;

-- Append-only: a rhythm that was chosen, and why, stays as it was.
REVOKE UPDATE ON rhythm FROM rod_traad_app;
