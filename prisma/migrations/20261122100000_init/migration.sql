-- CreateTable
CREATE TABLE "tenant" (
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "department" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" UUID,
    "manager_id" UUID,

    CONSTRAINT "department_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entra_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "department_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "manager_id" UUID,
    "deputy_id" UUID,
    "profession" TEXT,
    "works_on" INTEGER[],
    "hired_on" DATE,
    "left_on" DATE,
    "locale" TEXT NOT NULL DEFAULT 'da',
    "greeted_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "person_role" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "person_role_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "absence" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "closure" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "department_id" UUID,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "service_url" TEXT NOT NULL,
    "teams_user_id" TEXT NOT NULL,
    "bot_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "natural_key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "matter_kind" TEXT NOT NULL,
    "matter_id" UUID NOT NULL,
    "pathway_id" UUID,
    "walk_id" UUID,
    "digest_id" UUID,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "not_before" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "instead_of_id" UUID,
    "repeat_of_id" UUID,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "acted_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "send_attempt" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "send_attempt_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sent_card" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "activity_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "matter_kind" TEXT NOT NULL,
    "matter_id" UUID NOT NULL,
    "dirty_at" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sent_card_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "inbound" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "matter_kind" TEXT NOT NULL,
    "matter_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "owner_role" TEXT NOT NULL,
    "owner_id" UUID,
    "owner_key" TEXT NOT NULL,
    "pathway_id" UUID,
    "ladder" TEXT NOT NULL,
    "anchors" JSONB NOT NULL,
    "shift" INTEGER NOT NULL DEFAULT 0,
    "due_on" DATE,
    "status" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_because" TEXT,
    "told_at" TIMESTAMPTZ(3),
    "paused_on" DATE,
    "planned_on" DATE,
    "next_at" TIMESTAMPTZ(3),
    "next_is" TEXT,
    "stumbles" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "rung_walk" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "rung" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "audience" TEXT,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rung_walk_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "snooze" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "obligation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "first_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "reason_sealed" BYTEA NOT NULL,

    CONSTRAINT "snooze_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "digest" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "digest_line" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "digest_id" UUID,
    "walk_id" UUID,
    "matter_kind" TEXT,
    "matter_id" UUID,
    "notice_id" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_line_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "pathway" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "alias_sealed" BYTEA NOT NULL,
    "born_on_sealed" BYTEA,
    "department_id" UUID NOT NULL,
    "lead_id" UUID,
    "co_lead_id" UUID,
    "model" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pathway_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "case_number" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "value_sealed" BYTEA NOT NULL,

    CONSTRAINT "case_number_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "team_seat" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "team_seat_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ground" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "given_by" TEXT,
    "noted_by_id" UUID,
    "noted_on" DATE NOT NULL,
    "until_on" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "ground_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ground_scope" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ground_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "ground_scope_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "lead_period" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "lead_period_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "local_start" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "duration" INTEGER NOT NULL,
    "online" BOOLEAN NOT NULL,
    "place_sealed" BYTEA,
    "agreed_with_citizen" BOOLEAN NOT NULL,
    "called_by_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "meeting_move" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "from_local" TEXT NOT NULL,
    "to_local" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_move_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "why_sealed" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "hindered_code" TEXT,
    "lead_reply" TEXT,
    "earlier_status" TEXT,
    "round" INTEGER NOT NULL DEFAULT 1,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stand_in" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "named_by_id" UUID,
    "n" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "stand_in_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "audit_row" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "matter_kind" TEXT NOT NULL,
    "matter_id" UUID,
    "pathway_id" UUID,
    "codes" TEXT[],

    CONSTRAINT "audit_row_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "lease" (
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("tenant_id","name")
);

-- CreateTable
CREATE TABLE "dev_clock" (
    "tenant_id" UUID NOT NULL,
    "ahead_ms" TEXT NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dev_clock_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "department_tenant_id_code_key" ON "department"("tenant_id", "code");

-- CreateIndex
CREATE INDEX "person_tenant_id_department_id_idx" ON "person"("tenant_id", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_tenant_id_entra_id_key" ON "person"("tenant_id", "entra_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_role_tenant_id_person_id_role_key" ON "person_role"("tenant_id", "person_id", "role");

-- CreateIndex
CREATE INDEX "absence_tenant_id_person_id_to_on_idx" ON "absence"("tenant_id", "person_id", "to_on");

-- CreateIndex
CREATE INDEX "closure_tenant_id_to_on_idx" ON "closure"("tenant_id", "to_on");

-- CreateIndex
CREATE INDEX "conversation_tenant_id_conversation_id_idx" ON "conversation"("tenant_id", "conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversation_tenant_id_person_id_key" ON "conversation"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "message_tenant_id_matter_kind_matter_id_idx" ON "message"("tenant_id", "matter_kind", "matter_id");

-- CreateIndex
CREATE INDEX "message_tenant_id_person_id_status_idx" ON "message"("tenant_id", "person_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "message_tenant_id_natural_key_key" ON "message"("tenant_id", "natural_key");

-- CreateIndex
CREATE UNIQUE INDEX "send_attempt_tenant_id_message_id_n_key" ON "send_attempt"("tenant_id", "message_id", "n");

-- CreateIndex
CREATE INDEX "sent_card_tenant_id_matter_kind_matter_id_idx" ON "sent_card"("tenant_id", "matter_kind", "matter_id");

-- CreateIndex
CREATE INDEX "sent_card_tenant_id_person_id_activity_id_idx" ON "sent_card"("tenant_id", "person_id", "activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "sent_card_tenant_id_message_id_key" ON "sent_card"("tenant_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_tenant_id_key_key" ON "inbound"("tenant_id", "key");

-- CreateIndex
CREATE INDEX "obligation_tenant_id_matter_kind_matter_id_idx" ON "obligation"("tenant_id", "matter_kind", "matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "obligation_tenant_id_kind_matter_kind_matter_id_round_owner_key" ON "obligation"("tenant_id", "kind", "matter_kind", "matter_id", "round", "owner_key");

-- CreateIndex
CREATE UNIQUE INDEX "rung_walk_tenant_id_obligation_id_rung_base_n_key" ON "rung_walk"("tenant_id", "obligation_id", "rung", "base", "n");

-- CreateIndex
CREATE UNIQUE INDEX "snooze_tenant_id_obligation_id_person_id_key" ON "snooze"("tenant_id", "obligation_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "digest_tenant_id_person_id_on_key" ON "digest"("tenant_id", "person_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "digest_line_tenant_id_person_id_walk_id_key" ON "digest_line"("tenant_id", "person_id", "walk_id");

-- CreateIndex
CREATE UNIQUE INDEX "digest_line_tenant_id_person_id_matter_kind_matter_id_notic_key" ON "digest_line"("tenant_id", "person_id", "matter_kind", "matter_id", "notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "pathway_tenant_id_ref_key" ON "pathway"("tenant_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "case_number_tenant_id_pathway_id_system_key" ON "case_number"("tenant_id", "pathway_id", "system");

-- CreateIndex
CREATE INDEX "team_seat_tenant_id_pathway_id_idx" ON "team_seat"("tenant_id", "pathway_id");

-- CreateIndex
CREATE INDEX "team_seat_tenant_id_person_id_idx" ON "team_seat"("tenant_id", "person_id");

-- CreateIndex
CREATE INDEX "ground_tenant_id_pathway_id_idx" ON "ground"("tenant_id", "pathway_id");

-- CreateIndex
CREATE UNIQUE INDEX "ground_scope_tenant_id_ground_id_department_id_key" ON "ground_scope"("tenant_id", "ground_id", "department_id");

-- CreateIndex
CREATE INDEX "lead_period_tenant_id_pathway_id_idx" ON "lead_period"("tenant_id", "pathway_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_tenant_id_pathway_id_number_key" ON "meeting"("tenant_id", "pathway_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_move_tenant_id_meeting_id_sequence_key" ON "meeting_move"("tenant_id", "meeting_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_tenant_id_meeting_id_person_id_key" ON "invitation"("tenant_id", "meeting_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "stand_in_tenant_id_invitation_id_n_key" ON "stand_in"("tenant_id", "invitation_id", "n");

-- CreateIndex
CREATE INDEX "audit_row_tenant_id_pathway_id_at_idx" ON "audit_row"("tenant_id", "pathway_id", "at");

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_tenant_id_manager_id_fkey" FOREIGN KEY ("tenant_id", "manager_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_tenant_id_manager_id_fkey" FOREIGN KEY ("tenant_id", "manager_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_tenant_id_deputy_id_fkey" FOREIGN KEY ("tenant_id", "deputy_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_walk_id_fkey" FOREIGN KEY ("tenant_id", "walk_id") REFERENCES "rung_walk"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_digest_id_fkey" FOREIGN KEY ("tenant_id", "digest_id") REFERENCES "digest"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_instead_of_id_fkey" FOREIGN KEY ("tenant_id", "instead_of_id") REFERENCES "message"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_tenant_id_repeat_of_id_fkey" FOREIGN KEY ("tenant_id", "repeat_of_id") REFERENCES "message"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "send_attempt" ADD CONSTRAINT "send_attempt_tenant_id_message_id_fkey" FOREIGN KEY ("tenant_id", "message_id") REFERENCES "message"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sent_card" ADD CONSTRAINT "sent_card_tenant_id_message_id_fkey" FOREIGN KEY ("tenant_id", "message_id") REFERENCES "message"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sent_card" ADD CONSTRAINT "sent_card_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_tenant_id_owner_id_fkey" FOREIGN KEY ("tenant_id", "owner_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_tenant_id_closed_by_id_fkey" FOREIGN KEY ("tenant_id", "closed_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rung_walk" ADD CONSTRAINT "rung_walk_tenant_id_obligation_id_fkey" FOREIGN KEY ("tenant_id", "obligation_id") REFERENCES "obligation"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rung_walk" ADD CONSTRAINT "rung_walk_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_tenant_id_obligation_id_fkey" FOREIGN KEY ("tenant_id", "obligation_id") REFERENCES "obligation"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snooze" ADD CONSTRAINT "snooze_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest" ADD CONSTRAINT "digest_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_tenant_id_digest_id_fkey" FOREIGN KEY ("tenant_id", "digest_id") REFERENCES "digest"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "digest_line" ADD CONSTRAINT "digest_line_tenant_id_walk_id_fkey" FOREIGN KEY ("tenant_id", "walk_id") REFERENCES "rung_walk"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_tenant_id_lead_id_fkey" FOREIGN KEY ("tenant_id", "lead_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pathway" ADD CONSTRAINT "pathway_tenant_id_co_lead_id_fkey" FOREIGN KEY ("tenant_id", "co_lead_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "case_number" ADD CONSTRAINT "case_number_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "team_seat" ADD CONSTRAINT "team_seat_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "team_seat" ADD CONSTRAINT "team_seat_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground" ADD CONSTRAINT "ground_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground" ADD CONSTRAINT "ground_tenant_id_noted_by_id_fkey" FOREIGN KEY ("tenant_id", "noted_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground_scope" ADD CONSTRAINT "ground_scope_tenant_id_ground_id_fkey" FOREIGN KEY ("tenant_id", "ground_id") REFERENCES "ground"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ground_scope" ADD CONSTRAINT "ground_scope_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lead_period" ADD CONSTRAINT "lead_period_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lead_period" ADD CONSTRAINT "lead_period_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_tenant_id_called_by_id_fkey" FOREIGN KEY ("tenant_id", "called_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_move" ADD CONSTRAINT "meeting_move_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting_move" ADD CONSTRAINT "meeting_move_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stand_in" ADD CONSTRAINT "stand_in_tenant_id_invitation_id_fkey" FOREIGN KEY ("tenant_id", "invitation_id") REFERENCES "invitation"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stand_in" ADD CONSTRAINT "stand_in_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stand_in" ADD CONSTRAINT "stand_in_tenant_id_named_by_id_fkey" FOREIGN KEY ("tenant_id", "named_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Roles belong to the whole server: made only where missing, and two databases may be made at once.
DO $$ BEGIN CREATE ROLE rod_traad_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE rod_traad_due NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;

-- Row rules: the application sees one municipality at a time. Without app.tenant_id every statement fails.
DO $$
DECLARE one text;
BEGIN
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO rod_traad_app', one);
  END LOOP;
END $$;

-- Append-only, but for a walk that turned out void.
REVOKE UPDATE ON send_attempt, meeting_move, audit_row, rung_walk FROM rod_traad_app;
GRANT UPDATE (how) ON rung_walk TO rod_traad_app;
-- What an import replaces, and what has served its time.
GRANT DELETE ON absence, closure, person_role, inbound, lease, dev_clock, snooze TO rod_traad_app;

-- Partial indexes: what is due, what is open, what is queued.
CREATE INDEX obligation_due ON obligation (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX obligation_due_tenant ON obligation (tenant_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX obligation_owner_open ON obligation (tenant_id, owner_id) WHERE closed_at IS NULL;
CREATE INDEX message_queued ON message (tenant_id, queued_at) WHERE status IN ('queued', 'sending');
CREATE INDEX sent_card_dirty ON sent_card (tenant_id, dirty_at) WHERE dirty_at IS NOT NULL;
CREATE INDEX digest_line_open ON digest_line (tenant_id, person_id) WHERE digest_id IS NULL AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX person_email_here ON person (tenant_id, lower(email)) WHERE left_on IS NULL;
CREATE UNIQUE INDEX team_seat_open ON team_seat (tenant_id, pathway_id, person_id) WHERE until_on IS NULL;
CREATE UNIQUE INDEX lead_period_open ON lead_period (tenant_id, pathway_id) WHERE until_on IS NULL;
CREATE UNIQUE INDEX stand_in_one ON stand_in (tenant_id, invitation_id) WHERE status IN ('asked', 'accepted');

-- Which municipalities have something to do: ids only, across the row rules, by a role that can see nothing else.
GRANT SELECT (tenant_id) ON tenant TO rod_traad_due;
GRANT SELECT (tenant_id, next_at) ON obligation TO rod_traad_due;
GRANT SELECT (tenant_id, status, not_before, retry_at, claimed_until) ON message TO rod_traad_due;
GRANT SELECT (tenant_id, dirty_at, retry_at) ON sent_card TO rod_traad_due;
GRANT SELECT (tenant_id, digest_id, withdrawn_at) ON digest_line TO rod_traad_due;
CREATE POLICY who_is_due ON tenant FOR SELECT TO rod_traad_due USING (true);
CREATE POLICY who_is_due ON obligation FOR SELECT TO rod_traad_due USING (true);
CREATE POLICY who_is_due ON message FOR SELECT TO rod_traad_due USING (true);
CREATE POLICY who_is_due ON sent_card FOR SELECT TO rod_traad_due USING (true);
CREATE POLICY who_is_due ON digest_line FOR SELECT TO rod_traad_due USING (true);

CREATE FUNCTION tenants_due(business_now timestamptz, wall_now timestamptz, most int)
RETURNS TABLE (tenant uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT t.tenant_id FROM tenant t
  WHERE EXISTS (SELECT 1 FROM obligation o WHERE o.tenant_id = t.tenant_id AND o.next_at IS NOT NULL AND o.next_at <= business_now)
     OR EXISTS (SELECT 1 FROM message m WHERE m.tenant_id = t.tenant_id AND m.status IN ('queued', 'sending')
                AND (m.not_before IS NULL OR m.not_before <= business_now)
                AND (m.retry_at IS NULL OR m.retry_at <= wall_now)
                AND (m.claimed_until IS NULL OR m.claimed_until <= wall_now))
     OR EXISTS (SELECT 1 FROM sent_card c WHERE c.tenant_id = t.tenant_id AND c.dirty_at IS NOT NULL
                AND (c.retry_at IS NULL OR c.retry_at <= wall_now))
     OR EXISTS (SELECT 1 FROM digest_line d WHERE d.tenant_id = t.tenant_id AND d.digest_id IS NULL AND d.withdrawn_at IS NULL)
  LIMIT most
$$;
GRANT CREATE ON SCHEMA public TO rod_traad_due;
GRANT rod_traad_due TO CURRENT_USER;
ALTER FUNCTION tenants_due(timestamptz, timestamptz, int) OWNER TO rod_traad_due;
REVOKE CREATE ON SCHEMA public FROM rod_traad_due;
REVOKE ALL ON FUNCTION tenants_due(timestamptz, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenants_due(timestamptz, timestamptz, int) TO rod_traad_app;
