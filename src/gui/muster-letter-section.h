/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-letter.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_LETTER_SECTION (muster_letter_section_get_type ())
/** MusterLetterSection: the letters of a person, a corrective action or a decision: what was drawn, and how it was served. */
G_DECLARE_FINAL_TYPE (MusterLetterSection, muster_letter_section, MUSTER, LETTER_SECTION, GtkBox)

/** @about_id: of a certification the person, whose letters are all shown. Hidden where there is none and none to draw. */
void muster_letter_section_show (MusterLetterSection *self, MusterStore *store, MusterLetterAbout about, gint64 about_id, gint64 assister_id);
/** Prints the letter whose row has the focus, otherwise the newest; says so where there is none. */
void muster_letter_section_print (MusterLetterSection *self);
