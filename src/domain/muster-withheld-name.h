/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * A name that is withheld, and how it is found however it is written: in any case, with accents or without, with any white space between its words, and
 * turned round, with a comma or without (“Mai Clientson”, “Clientson, Mai”). As people are searched for, so are they withheld.
 */

/** MusterFoldedText: a text as names are looked for in it, and where each byte of that comes from. */
typedef struct
{
  char *folded;
  GArray *offsets; /* (element-type gsize): one for each byte of @folded, and the end */
} MusterFoldedText;

/** @text: valid UTF-8 */
MusterFoldedText *muster_folded_text_new (const char *text);
void muster_folded_text_free (MusterFoldedText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFoldedText, muster_folded_text_free)

typedef struct _MusterWithheldName MusterWithheldName;

/** Returns: (transfer full) (nullable): how @name is found; %NULL where nothing is left of it. @short_needs_capital: one of so few letters that it may be a word, too, is found only where it begins with a capital. */
MusterWithheldName *muster_withheld_name_new (const char *name, gboolean short_needs_capital);
void muster_withheld_name_free (MusterWithheldName *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWithheldName, muster_withheld_name_free)

/** Returns: below 0 if @a is the longer one: it is looked for first, since the other may be a part of it. */
int muster_withheld_name_compare (gconstpointer a, gconstpointer b);
/** Whether @name is in @text. */
gboolean muster_withheld_name_is_in (MusterWithheldName *name, const MusterFoldedText *text);
/** Puts @stead in the place of @name wherever it is in @text, which is replaced. Returns: how often. */
guint muster_withheld_name_replace (MusterWithheldName *name, const char *stead, char **text);
