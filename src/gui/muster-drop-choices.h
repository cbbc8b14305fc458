/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Drop-downs of words, the first of which stands for all; beside them, what each stands for, by its place. */

/** Shows @all only. */
void muster_drop_choices_begin (GtkDropDown *drop, const char *all);
/** Adds @label, which stands for *@value in @values. */
void muster_drop_choices_add (GtkDropDown *drop, GArray *values, const char *label, gconstpointer value);
/** Chooses what stands for *@value. Returns: %FALSE where nothing does. */
gboolean muster_drop_choices_choose (GtkDropDown *drop, GArray *values, gconstpointer value);

/** Returns: (nullable): the word that is chosen; %NULL for all. */
const char *muster_drop_choices_get_word (GtkDropDown *drop);
/** @words: (nullable): what there is beside @all; what was chosen stays, as long as it is there. */
void muster_drop_choices_set_words (GtkDropDown *drop, const char *all, const char *const *words);
/** Chooses @word, added if it is not there; %NULL: all. */
void muster_drop_choices_choose_word (GtkDropDown *drop, const char *word);
