/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_ROW_GROUP (muster_row_group_get_type ())
/** MusterRowGroup: a preferences group whose rows are made anew from what is read; without any it shows "empty-text". */
G_DECLARE_FINAL_TYPE (MusterRowGroup, muster_row_group, MUSTER, ROW_GROUP, AdwPreferencesGroup)

GtkWidget *muster_row_group_new (const char *title);
/** Takes all rows away; muster_row_group_end() comes after those that are added next, and gives the focus back to where it was among them. */
void muster_row_group_begin (MusterRowGroup *self);
void muster_row_group_end (MusterRowGroup *self);
guint muster_row_group_get_n_rows (MusterRowGroup *self);
GtkWidget *muster_row_group_get_row (MusterRowGroup *self, guint i);
void muster_row_group_add (MusterRowGroup *self, GtkWidget *row);
/** Adds a row that says @title and under it @subtitle (nullable); plain text, no markup. */
AdwActionRow *muster_row_group_add_text (MusterRowGroup *self, const char *title, const char *subtitle);
/** Adds a row of a named value, as "property" rows look; nothing for a @value of %NULL. */
AdwActionRow *muster_row_group_add_value (MusterRowGroup *self, const char *name, const char *value);
/** A row that leads to what @name says, such as a person: the name small above @value, as in its neighbors. */
AdwActionRow *muster_row_group_add_value_link (MusterRowGroup *self, const char *name, const char *value, const char *action, gint64 id);
/** Adds a row that opens @action with @id. @badge: (nullable): stands before the arrow. */
AdwActionRow *muster_row_group_add_link (MusterRowGroup *self, const char *title, const char *subtitle, GtkWidget *badge, const char *action, gint64 id);

/** Adds a row of a title and a text. Returns: (transfer none): the box for what stands beside them, or below where the window is narrow. */
GtkBox *muster_row_group_add_wrapping (MusterRowGroup *self, const char *title, const char *subtitle);

/** Adds a flat button of an icon to @row; @tip is its name, too. @target: (nullable) (transfer floating) */
void muster_row_add_button (AdwActionRow *row, const char *icon, const char *tip, const char *action, GVariant *target);

/** Lets @row begin with a mark: an icon that says nothing to a screen reader, in the colour of @css_class. @icon: (nullable): %NULL takes it away. */
void muster_row_mark (AdwActionRow *row, const char *icon, const char *css_class);

/** Gives any @group a title and a description that are plain text, not markup; %NULL leaves one as it is. */
void muster_row_group_describe (AdwPreferencesGroup *group, const char *title, const char *description);
