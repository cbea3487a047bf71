-- CreateTable
CREATE TABLE "enrolment" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "release_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "right" INTEGER,
    "out_of" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "response" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "answer" JSONB,
    "text_sealed" BYTEA,
    "right" BOOLEAN,
    "sure" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shared_reflection" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "with_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shared_reflection_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "review_item" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_key" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "release_id" UUID NOT NULL,
    "box" INTEGER NOT NULL DEFAULT 0,
    "due_on" DATE,
    "struck_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_item_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "learner_choice" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reviews" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "learner_choice_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "program_run" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "program_key" TEXT NOT NULL,
    "release_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "program_run_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "program_step" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "met_by" TEXT,
    "reason_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "program_step_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "mentorship" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "mentor_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason_sealed" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentorship_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "intake" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "program_key" TEXT,
    "step_key" TEXT,
    "title" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "cap_per_department" INTEGER,
    "status" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "after_id" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "intake_day" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "intake_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "local_start" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "duration" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "uid" TEXT NOT NULL,

    CONSTRAINT "intake_day_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "seat" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "intake_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "queue_no" INTEGER,
    "status" TEXT NOT NULL,
    "offered_until" TIMESTAMPTZ(3),
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "seat_day" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "there" BOOLEAN NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seat_day_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "team_dilemma" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "course_key" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "release_id" UUID NOT NULL,
    "started_by_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_dilemma_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "dilemma_answer" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "dilemma_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "choice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dilemma_answer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "xapi_statement" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "attempt_id" UUID,
    "verb" TEXT NOT NULL,
    "statement" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "stumbles" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "xapi_statement_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "enrolment_tenant_id_person_id_course_key_idx" ON "enrolment"("tenant_id", "person_id", "course_key");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_tenant_id_enrolment_id_n_key" ON "attempt"("tenant_id", "enrolment_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "response_tenant_id_attempt_id_question_key_n_key" ON "response"("tenant_id", "attempt_id", "question_key", "n");

-- CreateIndex
CREATE UNIQUE INDEX "shared_reflection_tenant_id_response_id_with_id_key" ON "shared_reflection"("tenant_id", "response_id", "with_id");

-- CreateIndex
CREATE INDEX "review_item_tenant_id_person_id_due_on_idx" ON "review_item"("tenant_id", "person_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "review_item_tenant_id_person_id_course_key_question_key_key" ON "review_item"("tenant_id", "person_id", "course_key", "question_key");

-- CreateIndex
CREATE UNIQUE INDEX "learner_choice_tenant_id_person_id_key" ON "learner_choice"("tenant_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_run_tenant_id_person_id_n_key" ON "program_run"("tenant_id", "person_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "program_step_tenant_id_run_id_key_key" ON "program_step"("tenant_id", "run_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "mentorship_tenant_id_person_id_n_key" ON "mentorship"("tenant_id", "person_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "intake_tenant_id_number_key" ON "intake"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "intake_day_tenant_id_intake_id_n_key" ON "intake_day"("tenant_id", "intake_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "seat_tenant_id_intake_id_person_id_key" ON "seat"("tenant_id", "intake_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_day_tenant_id_seat_id_day_id_key" ON "seat_day"("tenant_id", "seat_id", "day_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_dilemma_tenant_id_meeting_id_course_key_question_key_key" ON "team_dilemma"("tenant_id", "meeting_id", "course_key", "question_key");

-- CreateIndex
CREATE UNIQUE INDEX "dilemma_answer_tenant_id_dilemma_id_person_id_round_key" ON "dilemma_answer"("tenant_id", "dilemma_id", "person_id", "round");

-- CreateIndex
CREATE INDEX "xapi_statement_tenant_id_sent_at_idx" ON "xapi_statement"("tenant_id", "sent_at");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_tenant_id_enrolment_id_fkey" FOREIGN KEY ("tenant_id", "enrolment_id") REFERENCES "enrolment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "content_release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_tenant_id_attempt_id_fkey" FOREIGN KEY ("tenant_id", "attempt_id") REFERENCES "attempt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shared_reflection" ADD CONSTRAINT "shared_reflection_tenant_id_response_id_fkey" FOREIGN KEY ("tenant_id", "response_id") REFERENCES "response"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "shared_reflection" ADD CONSTRAINT "shared_reflection_tenant_id_with_id_fkey" FOREIGN KEY ("tenant_id", "with_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "content_release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "learner_choice" ADD CONSTRAINT "learner_choice_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "program_run" ADD CONSTRAINT "program_run_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "program_run" ADD CONSTRAINT "program_run_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "content_release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "program_step" ADD CONSTRAINT "program_step_tenant_id_run_id_fkey" FOREIGN KEY ("tenant_id", "run_id") REFERENCES "program_run"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "program_step" ADD CONSTRAINT "program_step_tenant_id_done_by_id_fkey" FOREIGN KEY ("tenant_id", "done_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mentorship" ADD CONSTRAINT "mentorship_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mentorship" ADD CONSTRAINT "mentorship_tenant_id_mentor_id_fkey" FOREIGN KEY ("tenant_id", "mentor_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mentorship" ADD CONSTRAINT "mentorship_tenant_id_asked_by_id_fkey" FOREIGN KEY ("tenant_id", "asked_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_tenant_id_opened_by_id_fkey" FOREIGN KEY ("tenant_id", "opened_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_tenant_id_after_id_fkey" FOREIGN KEY ("tenant_id", "after_id") REFERENCES "intake"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "intake_day" ADD CONSTRAINT "intake_day_tenant_id_intake_id_fkey" FOREIGN KEY ("tenant_id", "intake_id") REFERENCES "intake"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_tenant_id_intake_id_fkey" FOREIGN KEY ("tenant_id", "intake_id") REFERENCES "intake"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "seat_day" ADD CONSTRAINT "seat_day_tenant_id_seat_id_fkey" FOREIGN KEY ("tenant_id", "seat_id") REFERENCES "seat"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "seat_day" ADD CONSTRAINT "seat_day_tenant_id_day_id_fkey" FOREIGN KEY ("tenant_id", "day_id") REFERENCES "intake_day"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "seat_day" ADD CONSTRAINT "seat_day_tenant_id_by_id_fkey" FOREIGN KEY ("tenant_id", "by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "team_dilemma" ADD CONSTRAINT "team_dilemma_tenant_id_meeting_id_fkey" FOREIGN KEY ("tenant_id", "meeting_id") REFERENCES "meeting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "team_dilemma" ADD CONSTRAINT "team_dilemma_tenant_id_release_id_fkey" FOREIGN KEY ("tenant_id", "release_id") REFERENCES "content_release"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "team_dilemma" ADD CONSTRAINT "team_dilemma_tenant_id_started_by_id_fkey" FOREIGN KEY ("tenant_id", "started_by_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dilemma_answer" ADD CONSTRAINT "dilemma_answer_tenant_id_dilemma_id_fkey" FOREIGN KEY ("tenant_id", "dilemma_id") REFERENCES "team_dilemma"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dilemma_answer" ADD CONSTRAINT "dilemma_answer_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "xapi_statement" ADD CONSTRAINT "xapi_statement_tenant_id_person_id_fkey" FOREIGN KEY ("tenant_id", "person_id") REFERENCES "person"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "xapi_statement" ADD CONSTRAINT "xapi_statement_tenant_id_attempt_id_fkey" FOREIGN KEY ("tenant_id", "attempt_id") REFERENCES "attempt"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One open at a time, whatever is pressed on two devices.
CREATE UNIQUE INDEX "enrolment_one_open" ON "enrolment" ("tenant_id", "person_id", "course_key") WHERE status = 'open';
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("tenant_id", "enrolment_id") WHERE status = 'open';
CREATE UNIQUE INDEX "program_run_one_open" ON "program_run" ("tenant_id", "person_id") WHERE status = 'open';
CREATE UNIQUE INDEX "mentorship_one" ON "mentorship" ("tenant_id", "person_id") WHERE status IN ('asked', 'accepted');

-- Row rules of the new tables.
DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'enrolment', 'attempt', 'response', 'shared_reflection', 'review_item', 'learner_choice', 'program_run', 'program_step',
    'mentorship', 'intake', 'intake_day', 'seat', 'seat_day', 'team_dilemma', 'dilemma_answer', 'xapi_statement'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', one);
    EXECUTE format(
      'CREATE POLICY own_municipality ON %I TO rod_traad_app USING (tenant_id = current_setting(''app.tenant_id'')::uuid) WITH CHECK (tenant_id = current_setting(''app.tenant_id'')::uuid)',
      one);
    -- Append-only: what was answered, and with whom it was shared, stands.
    IF one IN ('response', 'shared_reflection', 'dilemma_answer') THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO rod_traad_app', one);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO rod_traad_app', one);
    END IF;
  END LOOP;
END $$;
