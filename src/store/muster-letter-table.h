/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter.h"
#include "store/muster-database.h"

/* Letters that were drawn, how they were served, and the agency's own templates. Rows are only ever added; saving outside of an operation fails. */

/** MusterDrawnLetter: @about_id: the step of the certification, the corrective action or the decision. @document_id: the file, exactly as it was drawn. */
typedef struct
{
  gint64 id;
  char *number; /* "LT-2026-0001" */
  const MusterLetterKind *kind;
  gint64 about_id;
  gint64 assister_id;
  char *language;
  char *template_hash; /* SHA-256 of the template's text, hexadecimal */
  char *checkpoint;    /* of the journal, just before */
  gint64 document_id;
  gint64 account_id;
  gint64 recorded;
} MusterDrawnLetter;

void muster_drawn_letter_free (MusterDrawnLetter *letter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDrawnLetter, muster_drawn_letter_free)

/** MusterService: one thing that is known of how a letter was served. @received: when it is taken to have been received; unset where it came back. */
typedef struct
{
  gint64 id;
  gint64 letter_id;
  MusterServiceMethod method;
  MusterServiceResult result;
  GDate on;
  GDate received;
  char *tracking; /* (nullable) */
  char *note;     /* (nullable) */
  gint64 account_id;
  gint64 recorded;
} MusterService;

void muster_service_free (MusterService *service);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterService, muster_service_free)

/** Adds @letter, and sets its id and its number, the next of @year. */
gboolean muster_letter_table_save (MusterDatabase *database, MusterDrawnLetter *letter, int year, GError **error);
MusterDrawnLetter *muster_letter_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: the id of "LT-2026-0001" (any case); 0 with MUSTER_ERROR_NOT_FOUND. */
gint64 muster_letter_table_find (MusterDatabase *database, const char *number, GError **error);
/** Returns: (transfer full) (element-type MusterDrawnLetter): newest first. @assister_id: 0: of everybody */
GPtrArray *muster_letter_table_list (MusterDatabase *database, gint64 assister_id, GError **error);

/** Sets @letter to the newest notice of the corrective action @action_id; %NULL for none. */
gboolean muster_letter_table_find_notice (MusterDatabase *database, gint64 action_id, MusterDrawnLetter **letter, GError **error);
/** Returns: (transfer full) (element-type MusterService): how the notices of the corrective action @action_id were served, in the order in which it was recorded. */
GPtrArray *muster_letter_table_list_services_of_action (MusterDatabase *database, gint64 action_id, GError **error);

gboolean muster_letter_table_add_service (MusterDatabase *database, MusterService *service, GError **error);
/** Returns: (transfer full) (element-type MusterService): in the order in which it was recorded. */
GPtrArray *muster_letter_table_list_services (MusterDatabase *database, gint64 letter_id, GError **error);

/** @content: (nullable): gives Muster's own template back */
gboolean muster_letter_table_set_template (MusterDatabase *database, const char *kind, const char *language, const char *content, gint64 account_id, gint64 recorded, GError **error);
/** Sets @content (nullable) to the agency's own template of @kind. */
gboolean muster_letter_table_find_template (MusterDatabase *database, const char *kind, const char *language, char **content, GError **error);
