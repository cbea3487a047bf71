-- AlterTable
ALTER TABLE "ground" ADD COLUMN     "law_sealed" BYTEA,
ADD COLUMN     "meeting_id" UUID,
ADD COLUMN     "withdrawn_by_id" UUID;

-- AlterTable
ALTER TABLE "ground_scope" ADD COLUMN     "external_id" UUID,
ALTER COLUMN "department_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "citizen_asked_on" DATE,
ADD COLUMN     "citizen_there" TEXT,
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "closed_by_id" UUID,
ADD COLUMN     "counts" BOOLEAN,
ADD COLUMN     "guests_sealed" BYTEA,
ADD COLUMN     "next_kind" TEXT,
ADD COLUMN     "next_local" TEXT,
ADD COLUMN     "no_next_because_sealed" BYTEA,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "release_id" UUID;

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "external_id" UUID,
ALTER COLUMN "person_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "pathway" ADD COLUMN     "ended_because" TEXT,
ADD COLUMN     "ended_note_sealed" BYTEA;

-- AlterTable
ALTER TABLE "team_seat" ADD COLUMN     "external_id" UUID,
ADD COLUMN     "resting" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "person_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "mandate" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "content_release" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_release_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "external" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "role_sealed" BYTEA NOT NULL,
    "email_sealed" BYTEA NOT NULL,
    "email_hash" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "pathway_link" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_from_id" UUID NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pathway_link_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_role" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "meeting_role_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "duration" INTEGER NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_note" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_note_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "presence" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID,
    "external_id" UUID,
    "department_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "external_invitation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "external_id" UUID NOT NULL,
    "why_sealed" BYTEA NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "external_invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "preparation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "person_id" UUID NOT NULL,
    "due_local" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "preparation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "representation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "representation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "representation_change" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "representation_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "representation_change_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "meeting_id" UUID,
    "owner_kind" TEXT NOT NULL,
    "owner_id" UUID,
    "text_sealed" BYTEA NOT NULL,
    "due_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "outcome_sealed" BYTEA,
    "carried_from_id" UUID,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "record" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content_sealed" BYTEA NOT NULL,
    "document_hash" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "citizen_talk" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "said_sealed" BYTEA NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "citizen_talk_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "pathway_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "document_sealed" BYTEA,
    "body_sealed" BYTEA,
    "document_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "receipt" TEXT,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "mandate_tenant_id_department_id_at_idx" ON "mandate"("tenant_id", "department_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "content_release_tenant_id_kind_key_hash_key" ON "content_release"("tenant_id", "kind", "key", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "external_tenant_id_email_hash_key" ON "external"("tenant_id", "email_hash");

-- CreateIndex
CREATE INDEX "pathway_link_tenant_id_other_id_idx" ON "pathway_link"("tenant_id", "other_id");

-- CreateIndex
CREATE UNIQUE INDEX "pathway_link_tenant_id_one_id_other_id_key" ON "pathway_link"("tenant_id", "one_id", "other_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_role_tenant_id_meeting_id_role_key" ON "meeting_role"("tenant_id", "meeting_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_tenant_id_meeting_id_n_key" ON "agenda_item"("tenant_id", "meeting_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_note_tenant_id_meeting_id_place_n_key" ON "meeting_note"("tenant_id", "meeting_id", "place", "n");

-- CreateIndex
CREATE UNIQUE INDEX "presence_tenant_id_meeting_id_person_id_key" ON "presence"("tenant_id", "meeting_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "presence_tenant_id_meeting_id_external_id_key" ON "presence"("tenant_id", "meeting_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_invitation_tenant_id_meeting_id_external_id_key" ON "external_invitation"("tenant_id", "meeting_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "preparation_tenant_id_meeting_id_key_person_id_key" ON "preparation"("tenant_id", "meeting_id", "key", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "representation_tenant_id_meeting_id_department_id_key" ON "representation"("tenant_id", "meeting_id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "representation_change_tenant_id_representation_id_n_key" ON "representation_change"("tenant_id", "representation_id", "n");

-- CreateIndex
CREATE INDEX "agreement_tenant_id_pathway_id_idx" ON "agreement"("tenant_id", "pathway_id");

-- CreateIndex
CREATE INDEX "agreement_tenant_id_meeting_id_idx" ON "agreement"("tenant_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_tenant_id_meeting_id_version_key" ON "record"("tenant_id", "meeting_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "citizen_talk_tenant_id_meeting_id_key" ON "citizen_talk"("tenant_id", "meeting_id");

-- CreateIndex
CREATE INDEX "journal_entry_tenant_id_subject_id_idx" ON "journal_entry"("tenant_id", "subject_id");

-- CreateIndex
CREATE INDEX "journal_entry_tenant_id_status_retry_at_idx" ON "journal_entry"("tenant_id", "status", "retry_at");

-- CreateIndex
CREATE UNIQUE INDEX "journal_entry_tenant_id_idempotency_key_key" ON "journal_entry"("tenant_id", "idempotency_key");

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_external_id_fkey" FOREIGN KEY ("tenant_id", "external_id") REFERENCES "external"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "team_seat" ADD CONSTRAINT "team_seat_tenant_id_external_id_fkey" FOREIGN KEY ("tenant_id", "external_id") REFERENCES "external"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground" ADD CONSTRAINT "ground_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground" ADD CONSTRAINT "ground_tenant_id_withdrawn_by_id_fkey" FOREIGN KEY ("tenant_id", "withdrawn_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground_scope" ADD CONSTRAINT "ground_scope_tenant_id_external_id_fkey" FOREIGN KEY ("tenant_id", "external_id") REFERENCES "external"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "content_release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_closed_by_id_fkey" FOREIGN KEY ("tenant_id", "closed_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "external" ADD CONSTRAINT "external_tenant_id_added_by_id_fkey" FOREIGN KEY ("tenant_id", "added_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pathway_link" ADD CONSTRAINT "pathway_link_tenant_id_one_id_fkey" FOREIGN KEY ("tenant_id", "one_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pathway_link" ADD CONSTRAINT "pathway_link_tenant_id_other_id_fkey" FOREIGN KEY ("tenant_id", "other_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pathway_link" ADD CONSTRAINT "pathway_link_tenant_id_asked_by_id_fkey" FOREIGN KEY ("tenant_id", "asked_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_role" ADD CONSTRAINT "meeting_role_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_role" ADD CONSTRAINT "meeting_role_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_note" ADD CONSTRAINT "meeting_note_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_tenant_id_external_id_fkey" FOREIGN KEY ("tenant_id", "external_id") REFERENCES "external"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "external_invitation" ADD CONSTRAINT "external_invitation_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "external_invitation" ADD CONSTRAINT "external_invitation_tenant_id_external_id_fkey" FOREIGN KEY ("tenant_id", "external_id") REFERENCES "external"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "preparation" ADD CONSTRAINT "preparation_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "preparation" ADD CONSTRAINT "preparation_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "representation" ADD CONSTRAINT "representation_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "representation_change" ADD CONSTRAINT "representation_change_tenant_id_representation_id_fkey" FOREIGN KEY ("tenant_id", "representation_id") REFERENCES "representation"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_tenant_id_owner_id_fkey" FOREIGN KEY ("tenant_id", "owner_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_tenant_id_carried_from_id_fkey" FOREIGN KEY ("tenant_id", "carried_from_id") REFERENCES "agreement"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_tenant_id_made_by_id_fkey" FOREIGN KEY ("tenant_id", "made_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citizen_talk" ADD CONSTRAINT "citizen_talk_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citizen_talk" ADD CONSTRAINT "citizen_talk_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Row rules of the new tables.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['mandate', 'content_release', 'external', 'pathway_link', 'meeting_role', 'agenda_item',
    'meeting_note', 'presence', 'external_invitation', 'preparation', 'representation', 'representation_change',
    'agreement', 'record', 'citizen_talk', 'journal_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO rod_traad_app', one);
  END LOOP;
END $$;

-- Append-only.
REVOKE UPDATE ON mandate, content_release, meeting_note, representation_change, record, citizen_talk FROM rod_traad_app;
-- Presence lives as long as the meeting runs; a role may be given to somebody else, a draft of an agreement taken back.
GRANT DELETE ON presence, meeting_role, agreement TO rod_traad_app;

-- A message and a seat in the team belong to one person or to one external; a ground reaches departments and externals.
ALTER TABLE message ADD CONSTRAINT message_to_one CHECK (num_nonnulls(person_id, external_id) = 1);
ALTER TABLE team_seat ADD CONSTRAINT team_seat_of_one CHECK (num_nonnulls(person_id, external_id) = 1);
ALTER TABLE ground_scope ADD CONSTRAINT ground_scope_of_one CHECK (num_nonnulls(department_id, external_id) = 1);
ALTER TABLE presence ADD CONSTRAINT presence_of_one CHECK (num_nonnulls(person_id, external_id) = 1);
CREATE UNIQUE INDEX team_seat_external_open ON team_seat (tenant_id, pathway_id, external_id) WHERE until_on IS NULL;
ALTER TABLE pathway_link ADD CONSTRAINT pathway_link_ordered CHECK (one_id < other_id);

-- What the journal has not acknowledged yet wakes the house as well. Names are looked up in `public` and nowhere a caller
-- could put tables of their own.
CREATE INDEX journal_entry_open ON journal_entry (tenant_id, queued_at) WHERE status IN ('queued', 'sent');
GRANT SELECT (tenant_id, status, retry_at) ON journal_entry TO rod_traad_due;
CREATE POLICY who_is_due ON journal_entry FOR SELECT TO rod_traad_due USING (true);
CREATE OR REPLACE FUNCTION tenants_due(business_now timestamptz, wall_now timestamptz, most int)
RETURNS TABLE (tenant uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.tenant_id FROM tenant t
  WHERE EXISTS (SELECT 1 FROM obligation o WHERE o.tenant_id = t.tenant_id AND o.next_at IS NOT NULL AND o.next_at <= business_now)
     OR EXISTS (SELECT 1 FROM message m WHERE m.tenant_id = t.tenant_id AND m.status IN ('queued', 'sending')
                AND (m.not_before IS NULL OR m.not_before <= business_now)
                AND (m.retry_at IS NULL OR m.retry_at <= wall_now)
                AND (m.claimed_until IS NULL OR m.claimed_until <= wall_now))
     OR EXISTS (SELECT 1 FROM sent_card c WHERE c.tenant_id = t.tenant_id AND c.dirty_at IS NOT NULL
                AND (c.retry_at IS NULL OR c.retry_at <= wall_now))
     OR EXISTS (SELECT 1 FROM digest_line d WHERE d.tenant_id = t.tenant_id AND d.digest_id IS NULL AND d.withdrawn_at IS NULL)
     OR EXISTS (SELECT 1 FROM journal_entry j WHERE j.tenant_id = t.tenant_id AND j.status IN ('queued', 'sent')
                AND (j.retry_at IS NULL OR j.retry_at <= wall_now))
  LIMIT most
$$;
