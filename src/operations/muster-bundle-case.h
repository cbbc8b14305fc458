/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-attachment.h"
#include "domain/muster-decision.h"
#include "domain/muster-review.h"
#include "store/muster-database.h"

/* All that belongs to one case. Inside of operations/ only. */

/** MusterBundleFile: a file that is kept in the register, exactly as it was drawn or came. @name: "letters/LT-2026-0001 revocation.pdf". @hash: SHA-256. */
typedef struct
{
  char *name;
  char *hash;
  GBytes *content;
} MusterBundleFile;

/**
 * MusterBundleCase:
 * @number: "RV-2026-0001": of one that calls another off, the other’s
 * @decision_id: of the decision that it is about; 0: it is about one corrective action
 * @decisions: (element-type MusterDecision): that one, and what was to call it off; of a corrective action those that rest on it, which are only named
 * @n_withheld: how many incidents that corrective actions came from, and decisions that were to call it off, are closed to whoever asks
 * @actions, @incidents, @reviews, @letters, @events: of the case, oldest first
 * @exit_records: (element-type MusterExitRecord): what was recorded of the exit checklists of @events, oldest first
 * @services: (element-type gint64, GPtrArray of MusterService): of each letter, by its id
 * @entries: (element-type MusterJournalEntry): of the journal, that touch the case
 * @evidence: (element-type MusterEvidence): of the person
 * @cited: (nullable): from which text the clauses are cited, as the case's entry says
 * @policies: (element-type MusterPolicyVersion): versions of the notice that the agency loaded
 * @attachments: (element-type MusterAttachment): documents of the incidents
 * @files: (element-type MusterBundleFile)
 */
typedef struct
{
  char *number;
  GDate day; /* on which it was decided, or opened: by that day it is asked what was in force */
  MusterAssister *person;
  char *agency; /* (nullable) */
  gint64 decision_id;
  guint n_withheld;
  GPtrArray *decisions;
  GPtrArray *actions;
  GPtrArray *incidents;
  GPtrArray *reviews;
  GPtrArray *letters;
  GHashTable *services;
  GPtrArray *events;
  GPtrArray *exit_records;
  GPtrArray *entries;
  GPtrArray *evidence;
  GPtrArray *policies;
  char *cited;
  GPtrArray *attachments;
  GPtrArray *files;
} MusterBundleCase;

/** Returns: (transfer full): the case of the decision or corrective action called @number. MUSTER_ERROR_NOT_FOUND. */
MusterBundleCase *muster_bundle_case_load (MusterDatabase *database, const char *number, GError **error);
void muster_bundle_case_free (MusterBundleCase *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBundleCase, muster_bundle_case_free)

/** Returns: (transfer none) (nullable): the file that goes with “LT-2026-0001”, or with a document of an incident, “IN-2026-0001-2”. */
const MusterBundleFile *muster_bundle_case_find_file (const MusterBundleCase *record, const char *code);

/* How it is loaded. */

/** Takes a document of the register along, as “folder/CODE name”. */
gboolean muster_bundle_case_add_file (MusterBundleCase *record, MusterDatabase *database, gint64 document_id, const char *folder, const char *code, GError **error);
/** Loads the evidence, the versions of the notice that matter, and their files. */
gboolean muster_bundle_case_load_evidence (MusterBundleCase *record, MusterDatabase *database, GError **error);
/** Loads the documents of the incidents, which are loaded already. */
gboolean muster_bundle_case_load_attachments (MusterBundleCase *record, MusterDatabase *database, GError **error);
