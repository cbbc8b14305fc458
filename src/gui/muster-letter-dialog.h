/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_LETTER_DIALOG (muster_letter_dialog_get_type ())
/** MusterLetterDialog: a letter is drawn: which, and in what language. It offers what can be drawn, by the account and by the record. */
G_DECLARE_FINAL_TYPE (MusterLetterDialog, muster_letter_dialog, MUSTER, LETTER_DIALOG, MusterFormDialog)

/** @about_id: of a certification the person */
AdwDialog *muster_letter_dialog_new (MusterStore *store, MusterLetterAbout about, gint64 about_id);
/** Whether there is a letter that the account may draw of it now. */
gboolean muster_letter_dialog_is_offered (MusterStore *store, MusterDatabase *database, MusterLetterAbout about, gint64 about_id);
/** Returns: (transfer none): the letter, once it is done. @file_name: (out) (transfer none): what to call its file */
GBytes *muster_letter_dialog_get_content (MusterLetterDialog *self, const char **file_name);
