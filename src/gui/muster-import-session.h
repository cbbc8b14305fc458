/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-progress.h"
#include "operations/muster-import-roster.h"

/** MusterPlanPurpose: for what the rows are compared with the register. */
typedef enum
{
  MUSTER_PLAN_FOR_PROBLEMS, /* from the columns on */
  MUSTER_PLAN_FOR_PREVIEW,  /* something was decided there */
  MUSTER_PLAN_OVERTAKEN,    /* the register has changed meanwhile */
  MUSTER_PLAN_AGAIN,        /* something was put right, while the problems are shown */
} MusterPlanPurpose;

#define MUSTER_TYPE_IMPORT_SESSION (muster_import_session_get_type ())
/**
 * MusterImportSession: one import from its source to what came of it: what was read, what was decided about it, and the threads that read, plan and commit.
 * It shows nothing but how far it is.
 *
 * Signals:
 * "read" (gboolean again, gboolean guessed, GError error nullable): the sheet and the options are others now; those before live until it has been handled.
 * @again: a source that could be read before; @guessed: nobody has said how it is to be read.
 * "planned" (MusterPlanPurpose purpose, MusterImportPlan plan nullable, GError error nullable): ref the plan to keep it.
 * "committed" (MusterImportPlan plan nullable, gint64 import_id, GError error nullable): an id of 0 without an error: there was nothing to do any more.
 */
G_DECLARE_FINAL_TYPE (MusterImportSession, muster_import_session, MUSTER, IMPORT_SESSION, GObject)

/** @progress: where it shows how far it is; lives as long as whoever has the session */
MusterImportSession *muster_import_session_new (MusterStore *store, MusterProgress *progress);

/** Returns: (transfer full): what @error says of the file, which it calls by its name. */
char *muster_import_session_dup_message (MusterImportSession *self, const GError *error);
/** Takes the file at @path, or else @text, to be read next. */
void muster_import_session_set_source (MusterImportSession *self, const char *path, const char *text);
/** Reads the source. @choices: (nullable): how */
void muster_import_session_read (MusterImportSession *self, const MusterSheetChoices *choices, gboolean again);
/** Compares the rows with the register. */
void muster_import_session_plan (MusterImportSession *self, MusterPlanPurpose purpose);
/** The same while the problems stay as they are: however often it is asked for meanwhile, one more plan follows. */
void muster_import_session_plan_again (MusterImportSession *self);
/** Imports @plan as it was shown. @sender: (transfer full) (nullable): as whose the way of reading is remembered */
void muster_import_session_commit (MusterImportSession *self, MusterImportPlan *plan, gboolean accept_valid, char *sender);

gboolean muster_import_session_is_planning (MusterImportSession *self);
gboolean muster_import_session_is_committing (MusterImportSession *self);
/** Returns: (transfer none) (nullable): what was read last. */
MusterSheet *muster_import_session_get_sheet (MusterImportSession *self);
/** Returns: (transfer none) (nullable): how it was read. */
const MusterSheetChoices *muster_import_session_get_choices (MusterImportSession *self);
/** Returns: (transfer none) (nullable) (element-type MusterImportProfile): senders known. */
GPtrArray *muster_import_session_get_profiles (MusterImportSession *self);
/** Returns: (transfer none) (nullable): what was decided about the sheet; the steps change it. */
MusterImportOptions *muster_import_session_get_options (MusterImportSession *self);
/** Lets the sheet go; what was decided stays until the next is read. */
void muster_import_session_forget_sheet (MusterImportSession *self);
