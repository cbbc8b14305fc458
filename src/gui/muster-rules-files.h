/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"
#include "store/muster-store.h"

/* The files of the page of rules, read and written off the main thread: a disk may be slow, and the text of a notice large. @callback: on the main context. */

void muster_rules_files_read_pack_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
/** Returns: (transfer full): errors as by muster_rule_pack_file_read(). */
MusterRulePack *muster_rules_files_read_pack_finish (GAsyncResult *result, GError **error);

void muster_rules_files_read_notice_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data);
/** Returns: (transfer full): errors as by muster_document_file_read(). @file_name: (out) (transfer full). */
GBytes *muster_rules_files_read_notice_finish (GAsyncResult *result, char **file_name, GError **error);

/** Writes the document @id of the register to @file. */
void muster_rules_files_save_notice_async (MusterStore *store, gint64 id, GFile *file, GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_rules_files_save_notice_finish (GAsyncResult *result, GError **error);
