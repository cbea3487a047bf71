-- DropIndex
DROP INDEX "adviser_tenant_id_proposal_id_person_id_key";

-- AlterTable
ALTER TABLE "adviser" ADD COLUMN     "n" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "adviser_tenant_id_proposal_id_n_person_id_key" ON "adviser"("tenant_id", "proposal_id", "n", "person_id");

-- Whoever was asked before belongs to the version that stands. The rows are of every municipality, so the owner of the tables
-- sets the row rules aside for itself, in this transaction only.
ALTER TABLE "adviser" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "proposal" NO FORCE ROW LEVEL SECURITY;
UPDATE "adviser" SET "n" = "proposal"."current" FROM "proposal"
WHERE "proposal"."tenant_id" = "adviser"."tenant_id" AND "proposal"."id" = "adviser"."proposal_id";
ALTER TABLE "adviser" FORCE ROW LEVEL SECURITY;
ALTER TABLE "proposal" FORCE ROW LEVEL SECURITY;
