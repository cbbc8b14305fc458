/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-journal-query.h"

/** MusterCaseRow: a row that belongs to a case. */
typedef struct
{
  MusterTable table;
  gint64 id;
} MusterCaseRow;

/**
 * muster_case_entries_query_list:
 * @subjects: (element-type utf8): "RV-2026-0001", …
 * @rows: (element-type MusterCaseRow)
 *
 * Returns: (transfer full) (element-type MusterJournalEntry): the entries that are about one of @subjects or changed one of @rows, oldest first.
 */
GPtrArray *muster_case_entries_query_list (MusterDatabase *database, GPtrArray *subjects, GArray *rows, GError **error);

/**
 * MusterEntrySignature: of an entry of the journal.
 * @fingerprint: of the key that the account had then: SHA-256 of the public key, 32 hexadecimal digits in groups of four
 * @holds: whether the signature is that key’s, of that entry
 */
typedef struct
{
  char *fingerprint;
  gboolean holds;
} MusterEntrySignature;

void muster_entry_signature_clear (MusterEntrySignature *signature);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterEntrySignature, muster_entry_signature_clear)

/** Sets @signature to that of @entry, checked by the key that its account had at that point of the journal. */
gboolean muster_case_entries_query_signature (MusterDatabase *database, const MusterJournalEntry *entry, MusterEntrySignature *signature, GError **error);
