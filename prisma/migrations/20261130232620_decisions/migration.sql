-- CreateTable
CREATE TABLE "proposal" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "meeting_id" UUID,
    "rule" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "current" INTEGER NOT NULL DEFAULT 1,
    "open_meeting" BOOLEAN NOT NULL DEFAULT false,
    "we_agree" BOOLEAN NOT NULL DEFAULT false,
    "due_on" DATE,
    "answers_due_on" DATE,
    "talks" INTEGER NOT NULL DEFAULT 0,
    "clarified_sealed" BYTEA,
    "clarified" BOOLEAN NOT NULL DEFAULT false,
    "decided_sealed" BYTEA,
    "professional_id" UUID,
    "taken_sealed" BYTEA,
    "citizen_answer" TEXT,
    "citizen_words_sealed" BYTEA,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "proposal_version" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "citizen_says_sealed" BYTEA NOT NULL,
    "meanwhile_sealed" BYTEA NOT NULL,
    "heard" BOOLEAN NOT NULL,
    "responsible_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "visitation" BOOLEAN NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_version_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "proposal_department" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "department_id" UUID NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "proposal_department_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "voter_seat" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "stands_for_id" UUID,
    "state" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "voter_seat_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "proposal_answer" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_answer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "department_voice" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "department_id" UUID NOT NULL,
    "manager_id" UUID,
    "state" TEXT NOT NULL,
    "said_by_id" UUID,
    "due_on" DATE NOT NULL,

    CONSTRAINT "department_voice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "adviser" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "advice_sealed" BYTEA,

    CONSTRAINT "adviser_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "hearing" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "confirms" BOOLEAN NOT NULL,
    "due_on" DATE NOT NULL,
    "narrowed_sealed" BYTEA,
    "together_at" TEXT,
    "recorded_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hearing_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ruling_seat" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "hearing_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "department_ids" UUID[],
    "because" TEXT NOT NULL,
    "replaced" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ruling_seat_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text_sealed" BYTEA,
    "reason_sealed" BYTEA,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "question" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "meeting_id" UUID,
    "proposal_id" UUID,
    "hearing_id" UUID,
    "to" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "question_seat" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID,
    "state" TEXT NOT NULL,
    "answer_sealed" BYTEA,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_seat_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text_sealed" BYTEA,
    "reason_sealed" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "visitation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "sent_to_sealed" BYTEA NOT NULL,
    "asked_on" DATE NOT NULL,
    "answer_due_on" DATE NOT NULL,

    CONSTRAINT "visitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "start_check" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "answer" TEXT,
    "because_sealed" BYTEA,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "start_check_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "citizen_told" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "told_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "said_sealed" BYTEA NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "citizen_told_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "proposal_tenant_id_meeting_id_idx" ON "proposal"("tenant_id", "meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_tenant_id_pathway_id_number_key" ON "proposal"("tenant_id", "pathway_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_version_tenant_id_proposal_id_n_key" ON "proposal_version"("tenant_id", "proposal_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_department_tenant_id_proposal_id_n_department_id_b_key" ON "proposal_department"("tenant_id", "proposal_id", "n", "department_id", "because");

-- CreateIndex
CREATE UNIQUE INDEX "voter_seat_tenant_id_proposal_id_n_person_id_key" ON "voter_seat"("tenant_id", "proposal_id", "n", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_answer_tenant_id_seat_id_n_key" ON "proposal_answer"("tenant_id", "seat_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "department_voice_tenant_id_proposal_id_n_department_id_key" ON "department_voice"("tenant_id", "proposal_id", "n", "department_id");

-- CreateIndex
CREATE UNIQUE INDEX "adviser_tenant_id_proposal_id_person_id_key" ON "adviser"("tenant_id", "proposal_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "hearing_tenant_id_proposal_id_n_level_round_key" ON "hearing"("tenant_id", "proposal_id", "n", "level", "round");

-- CreateIndex
CREATE UNIQUE INDEX "ruling_seat_tenant_id_hearing_id_person_id_key" ON "ruling_seat"("tenant_id", "hearing_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "ruling_tenant_id_seat_id_n_key" ON "ruling"("tenant_id", "seat_id", "n");

-- CreateIndex
CREATE INDEX "question_tenant_id_pathway_id_idx" ON "question"("tenant_id", "pathway_id");

-- CreateIndex
CREATE INDEX "question_tenant_id_hearing_id_idx" ON "question"("tenant_id", "hearing_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_seat_tenant_id_question_id_person_id_key" ON "question_seat"("tenant_id", "question_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_tenant_id_proposal_id_key" ON "outcome"("tenant_id", "proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "visitation_tenant_id_proposal_id_key" ON "visitation"("tenant_id", "proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "start_check_tenant_id_proposal_id_n_key" ON "start_check"("tenant_id", "proposal_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "citizen_told_tenant_id_proposal_id_round_key" ON "citizen_told"("tenant_id", "proposal_id", "round");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tenant_id_professional_id_fkey" FOREIGN KEY ("tenant_id", "professional_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_tenant_id_made_by_id_fkey" FOREIGN KEY ("tenant_id", "made_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_tenant_id_responsible_id_fkey" FOREIGN KEY ("tenant_id", "responsible_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal_department" ADD CONSTRAINT "proposal_department_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal_department" ADD CONSTRAINT "proposal_department_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voter_seat" ADD CONSTRAINT "voter_seat_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voter_seat" ADD CONSTRAINT "voter_seat_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voter_seat" ADD CONSTRAINT "voter_seat_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "voter_seat" ADD CONSTRAINT "voter_seat_tenant_id_stands_for_id_fkey" FOREIGN KEY ("tenant_id", "stands_for_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal_answer" ADD CONSTRAINT "proposal_answer_tenant_id_seat_id_fkey" FOREIGN KEY ("tenant_id", "seat_id") REFERENCES "voter_seat"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "department_voice" ADD CONSTRAINT "department_voice_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "department_voice" ADD CONSTRAINT "department_voice_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "department_voice" ADD CONSTRAINT "department_voice_tenant_id_manager_id_fkey" FOREIGN KEY ("tenant_id", "manager_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "department_voice" ADD CONSTRAINT "department_voice_tenant_id_said_by_id_fkey" FOREIGN KEY ("tenant_id", "said_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "adviser" ADD CONSTRAINT "adviser_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "adviser" ADD CONSTRAINT "adviser_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_tenant_id_recorded_by_id_fkey" FOREIGN KEY ("tenant_id", "recorded_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ruling_seat" ADD CONSTRAINT "ruling_seat_tenant_id_hearing_id_fkey" FOREIGN KEY ("tenant_id", "hearing_id") REFERENCES "hearing"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ruling_seat" ADD CONSTRAINT "ruling_seat_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_tenant_id_seat_id_fkey" FOREIGN KEY ("tenant_id", "seat_id") REFERENCES "ruling_seat"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_tenant_id_pathway_id_fkey" FOREIGN KEY ("tenant_id", "pathway_id") REFERENCES "pathway"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_tenant_id_hearing_id_fkey" FOREIGN KEY ("tenant_id", "hearing_id") REFERENCES "hearing"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_tenant_id_asked_by_id_fkey" FOREIGN KEY ("tenant_id", "asked_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question_seat" ADD CONSTRAINT "question_seat_tenant_id_question_id_fkey" FOREIGN KEY ("tenant_id", "question_id") REFERENCES "question"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question_seat" ADD CONSTRAINT "question_seat_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "question_seat" ADD CONSTRAINT "question_seat_tenant_id_answered_by_id_fkey" FOREIGN KEY ("tenant_id", "answered_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "visitation" ADD CONSTRAINT "visitation_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "start_check" ADD CONSTRAINT "start_check_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citizen_told" ADD CONSTRAINT "citizen_told_tenant_id_proposal_id_fkey" FOREIGN KEY ("tenant_id", "proposal_id") REFERENCES "proposal"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "citizen_told" ADD CONSTRAINT "citizen_told_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Row rules of the new tables.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['proposal', 'proposal_version', 'proposal_department', 'voter_seat', 'proposal_answer',
    'department_voice', 'adviser', 'hearing', 'ruling_seat', 'ruling', 'question', 'question_seat', 'outcome', 'visitation',
    'start_check', 'citizen_told'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO rod_traad_app', one);
  END LOOP;
END $$;

-- Append-only: what was proposed, said and decided stays as it was said.
REVOKE UPDATE ON proposal_version, proposal_department, proposal_answer, ruling, outcome, visitation, citizen_told FROM rod_traad_app;
