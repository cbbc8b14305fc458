/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter-template.h"
#include "operations/muster-open-document.h"
#include "store/muster-letter-table.h"
#include "store/muster-store.h"

/**
 * MusterLetterRequest:
 * @about_id: by @kind: the corrective action or the decision; for a paper of the lifecycle the person
 * @type: of a paper of the lifecycle: the role; 0: the one role that it can be drawn for
 * @language: "en", "es"; %NULL: the one that stands on the person’s record
 */
typedef struct
{
  const MusterLetterKind *kind;
  gint64 about_id;
  MusterAssisterType type;
  const char *language;
} MusterLetterRequest;

/** MusterLetterDrawn: output of drawing; to be zero before. @content: the PDF file. */
typedef struct
{
  gint64 id;
  char *number;
  char *file_name;
  char *hash;
  GBytes *content;
} MusterLetterDrawn;

void muster_letter_drawn_clear (MusterLetterDrawn *drawn);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterLetterDrawn, muster_letter_drawn_clear)

/**
 * Returns: (transfer none): the operation that draws a letter of @kind: fills in the template, refuses what must not be sent, keeps exactly the file that was drawn, with
 * its hash, and gives it out. Input: #MusterLetterRequest. Output: #MusterLetterDrawn (nullable).
 */
const MusterOperation *muster_letter_operation (const MusterLetterKind *kind);

/** Returns: the language of letters to whoever @about_id is about, as #MusterLetterRequest has it; %NULL with @error. */
const char *muster_letter_find_language (MusterDatabase *database, MusterLetterAbout about, gint64 about_id, GError **error);

/** Whether a letter of @request can be drawn, without drawing it: what muster_letter_operation() would refuse. */
gboolean muster_letter_check (MusterDatabase *database, const MusterLetterRequest *request, const GDate *today, GError **error);

/** Gives a letter out again, exactly as it was drawn; who did that is recorded. Input: gint64, the letter. Output: #MusterOpenedDocument (nullable). */
extern const MusterOperation muster_open_letter;

/** As #muster_open_letter, for paper: its entry says that it was printed. */
extern const MusterOperation muster_print_letter;

/** @received: set by the operation. */
typedef struct
{
  gint64 letter_id;
  MusterServiceMethod method;
  MusterServiceResult result;
  GDate on;
  const char *tracking; /* (nullable) */
  const char *note;     /* (nullable) */
} MusterServiceRequest;
/** Records how a letter was served. Output (GDate *, nullable): when it is taken to have been received. */
extern const MusterOperation muster_record_service;

/** @content: (nullable): gives Muster's own template back. */
typedef struct
{
  const MusterLetterKind *kind;
  const char *language;
  const char *content;
} MusterTemplateRequest;
/** Has an agency's own template from now on; a bad one is refused with line and reason. */
extern const MusterOperation muster_set_letter_template;

/** Whether @content can be the template of @kind in @language; MUSTER_ERROR_INVALID with line and reason. */
gboolean muster_letter_check_template (const MusterLetterKind *kind, const char *language, const char *content, GError **error);
/** Returns: (transfer full): the template of @kind in @language that is in use: the agency's own, or Muster's. */
char *muster_letter_dup_template (MusterDatabase *database, const MusterLetterKind *kind, const char *language, GError **error);
