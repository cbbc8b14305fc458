/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-export-column-list.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-check-row.h"

#define N_SECTIONS 5
#define END MUSTER_N_EXPORT_COLUMNS

struct _MusterExportColumnList
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *sections[N_SECTIONS];
  MusterCheckRow *columns[MUSTER_N_EXPORT_COLUMNS];
};

G_DEFINE_FINAL_TYPE (MusterExportColumnList, muster_export_column_list, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *label;
  guint8 columns[8];
} sections[N_SECTIONS] = {
  { N_("Name"), { MUSTER_EXPORT_PERSON, MUSTER_EXPORT_FAMILY_NAME, MUSTER_EXPORT_GIVEN_NAME, MUSTER_EXPORT_MIDDLE_NAME, MUSTER_EXPORT_SUFFIX, END } },
  { N_("Standing"), { MUSTER_EXPORT_TYPE, MUSTER_EXPORT_STATUS, MUSTER_EXPORT_MAY_ASSIST, MUSTER_EXPORT_REASONS, MUSTER_EXPORT_ROSTER, END } },
  { N_("Standing as Reported"), { MUSTER_EXPORT_REPORTED_STATUS, MUSTER_EXPORT_CERTIFIED_ON, MUSTER_EXPORT_CERTIFIED_THROUGH, END } },
  { N_("Agency and Contact"), { MUSTER_EXPORT_AGENCY, MUSTER_EXPORT_COUNTY, MUSTER_EXPORT_LANGUAGES, MUSTER_EXPORT_LETTER_LANGUAGE, MUSTER_EXPORT_EMAIL, MUSTER_EXPORT_PHONE, MUSTER_EXPORT_OTHER_PHONES, END } },
  { N_("Identifiers"), { MUSTER_EXPORT_NPN, MUSTER_EXPORT_LICENCE_NUMBER, MUSTER_EXPORT_LICENCE_EXPIRES, MUSTER_EXPORT_ASSISTER_ID, MUSTER_EXPORT_TRAINING_ID, MUSTER_EXPORT_ADMIN_ID, END } },
};

/* "3 of 5": seen without opening it. */
static void
count (MusterExportColumnList *self, guint section)
{
  guint n = 0, ticked = 0;
  g_autofree char *text = NULL;

  for (; sections[section].columns[n] != END; n++)
    ticked += muster_check_row_get_active (self->columns[sections[section].columns[n]]);
  /* Translators: how many columns of a section are chosen, of how many */
  text = g_strdup_printf (_("%u of %u columns"), ticked, n);
  adw_expander_row_set_subtitle (self->sections[section], text);
}

static void
toggled_cb (MusterExportColumnList *self)
{
  for (guint section = 0; section < N_SECTIONS; section++)
    count (self, section);
}

static void
add_column (MusterExportColumnList *self, guint section, MusterExportColumn column)
{
  GtkWidget *row = muster_check_row_new (muster_export_column_get_label (column), muster_export_column_get_caution (column));

  self->columns[column] = MUSTER_CHECK_ROW (row);
  muster_check_row_set_active (self->columns[column], !muster_export_column_is_sensitive (column));
  adw_expander_row_add_row (self->sections[section], row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
muster_export_column_list_class_init (MusterExportColumnListClass *klass)
{
}

static void
muster_export_column_list_init (MusterExportColumnList *self)
{
  for (guint section = 0; section < N_SECTIONS; section++)
    {
      self->sections[section] = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sections[section]), _(sections[section].label));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->sections[section]));
      for (guint i = 0; sections[section].columns[i] != END; i++)
        add_column (self, section, sections[section].columns[i]);
      count (self, section);
    }
}

void
muster_export_column_list_get (MusterExportColumnList *self, MusterExportColumns *columns)
{
  columns->n = 0;
  for (guint column = 0; column < MUSTER_N_EXPORT_COLUMNS; column++)
    if (muster_check_row_get_active (self->columns[column]))
      columns->columns[columns->n++] = column;
}
