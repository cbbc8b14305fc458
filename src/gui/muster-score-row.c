/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-score-row.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

struct _MusterScoreRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterScoreRow, muster_score_row, ADW_TYPE_ENTRY_ROW)

static void
muster_score_row_class_init (MusterScoreRowClass *klass)
{
}

static void
muster_score_row_init (MusterScoreRow *self)
{
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_DIGITS);
}

void
muster_score_row_set_score (MusterScoreRow *self, int score)
{
  g_autofree char *text = score >= 0 ? g_strdup_printf ("%d", score) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

gboolean
muster_score_row_get_score (MusterScoreRow *self, int *score, GError **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *text = g_strndup (typed, strcspn (typed, "%"));
  guint64 number;

  *score = -1;
  g_strstrip (text);
  if (*text == '\0' || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not a score. It is a whole number, in percent."), typed);
      return FALSE;
    }
  *score = (int) number;
  return TRUE;
}
