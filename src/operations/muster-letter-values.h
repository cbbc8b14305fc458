/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-letter-operations.h"

/** MusterLetterValues: what a letter is of, and what its fields say, in its language. Inside of operations/ only; to be zero before. */
typedef struct
{
  gint64 assister_id;
  gint64 about_id;
  char *subject; /* for the journal: "P-17", "CA-2026-0001" */
  const char *language; /* that was asked for, or the person’s */
  char *texts[MUSTER_N_LETTER_FIELDS];
} MusterLetterValues;

void muster_letter_values_clear (MusterLetterValues *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterLetterValues, muster_letter_values_clear)

/** MusterLetterSetting: who draws it, for whom, and when. */
typedef struct
{
  MusterDatabase *database;
  const char *agency;
  const char *signer;
  const GDate *today;
} MusterLetterSetting;

/** Loads what @request is of, asks the domain whether such a letter can be drawn of it, and fills @values. */
gboolean muster_letter_values_load (MusterLetterValues *values, const MusterLetterSetting *setting, const MusterLetterRequest *request, GError **error);
