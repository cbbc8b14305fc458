/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterWordList: words that are looked up for every row of a file.
 * @set: made when first needed
 */
typedef struct
{
  const char *const *words;
  gsize n;
  GHashTable *set;
} MusterWordList;

#define MUSTER_WORD_LIST(array) { array, G_N_ELEMENTS (array), NULL }

/** Returns: whether @word is among those of @list, which may be used by several threads. */
gboolean muster_word_list_has (MusterWordList *list, const char *word);
