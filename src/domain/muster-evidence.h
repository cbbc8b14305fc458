/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The requirements that files speak of, as codes. */
#define MUSTER_EVIDENCE_STATUS "reported-status"
#define MUSTER_EVIDENCE_CERTIFICATION "reported-certification"
#define MUSTER_EVIDENCE_END "reported-end" /* the day is that on which it began to be over */
#define MUSTER_EVIDENCE_LICENCE "licence"

/* Evidence that takes other evidence back has this, a colon, and what that was about; no rule asks for it. */
#define MUSTER_EVIDENCE_WITHDRAWN "withdrawn"

/**
 * MusterEvidence: what somebody claims about a requirement of one person: kept as said, and never a state by itself.
 * @requirement: a code
 * @said: (nullable): the words of the source
 * @on, @expires: unset where the source does not say
 * @source: who says so: the name of a file, or what a person wrote
 * @import_id, @line: where it stands, if a file said so; else 0
 * @outcome: (nullable): a code of muster_requirement_kind_get_outcomes(); %NULL where the source only says that there is something
 * @score: in percent; -1 where there is none
 * @version: (nullable): of what was acknowledged
 * @document_id: the document attached; 0: none
 * @note: (nullable): what whoever recorded it wrote
 * @superseded_by: what corrected it or took it back; 0: it stands
 * @withdrawn: (nullable): why it was taken back, if it was; what it says is then not said again by what says the same
 */
typedef struct
{
  gint64 id;
  gint64 assister_id;
  char *requirement;
  char *said;
  GDate on;
  GDate expires;
  char *source;
  gint64 import_id;
  guint line;
  gint64 account_id;
  gint64 recorded;
  gint64 superseded_by;
  char *withdrawn;
  char *outcome;
  int score;
  char *version;
  gint64 document_id;
  char *note;
} MusterEvidence;

MusterEvidence *muster_evidence_new (void);
MusterEvidence *muster_evidence_copy (const MusterEvidence *evidence);
void muster_evidence_free (MusterEvidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEvidence, muster_evidence_free)

/** Returns: (transfer full): “E-7”, as people see it. */
char *muster_evidence_dup_code (gint64 id);
/** Returns: the id in “E-7”; 0 for what is no such code. */
gint64 muster_evidence_parse_code (const char *text);

/** Returns: (transfer full): what takes @old back for @reason; account, moment and source are for the caller to say. */
MusterEvidence *muster_evidence_new_withdrawal (const MusterEvidence *old, const char *reason);

/** Whether @evidence speaks of @requirement: what files say of it for some roles has these after a colon. */
gboolean muster_evidence_is_about (const MusterEvidence *evidence, const char *requirement);

/** Returns: translated: what evidence is about that no requirement of the rules is: "Status in a file". */
const char *muster_evidence_get_label (const MusterEvidence *evidence);

/** Whether the two claim the same: requirement, words and days; wherever they come from. */
gboolean muster_evidence_same (const MusterEvidence *a, const MusterEvidence *b);
