/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-history-rows.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"
#include "gui/muster-gui-text.h"

static char *
dup_outcome (MusterOutcome outcome, guint days)
{
  /* Translators: how a corrective action ended, and after how many days */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s after %u day", "%s after %u days", days), muster_outcome_get_label (outcome), days);
}

static void
add_earlier (MusterRowGroup *group, const MusterCorrectiveAction *action)
{
  GtkWidget *badge = muster_badge_new ();
  g_autofree char *opened = muster_gui_text_dup_date (&action->opened), *end = NULL, *text = NULL;

  if (g_date_valid (&action->closed))
    end = dup_outcome (action->outcome, (guint) MAX (g_date_days_between (&action->opened, &action->closed), 0));
  else
    end = g_strdup (muster_action_state_get_label (action->state));
  /* Translators: when it was opened, and how it ended */
  text = g_strdup_printf (_("Opened %s · %s"), opened, end);
  muster_badge_set_severity (MUSTER_BADGE (badge), action->severity);
  muster_row_group_add_link (group, action->number, text, badge, "win.open-action", action->id);
}

static void
show_similar (MusterRowGroup *group, const MusterCaseHistory *history)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of the same severity under one of these clauses is closed. Whom it was about is not said.",
                                                        "%u of the same severity under one of these clauses are closed. Whom they were about is not said.", history->n_similar),
                                           history->n_similar);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (group), NULL, text);
  for (guint i = 0; i < history->similar->len; i++)
    {
      const MusterSimilarCase *similar = history->similar->pdata[i];
      g_autofree char *end = dup_outcome (similar->outcome, similar->days);

      muster_row_group_add_text (group, similar->number, end);
    }
}

void
muster_case_history_rows_show (MusterRowGroup *earlier, MusterRowGroup *similar, const MusterCaseHistory *history)
{
  muster_row_group_begin (earlier);
  muster_row_group_begin (similar);
  for (guint i = 0; history != NULL && i < history->earlier->len; i++)
    add_earlier (earlier, history->earlier->pdata[i]);
  if (history != NULL)
    show_similar (similar, history);
  gtk_widget_set_visible (GTK_WIDGET (earlier), history != NULL && history->earlier->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (similar), history != NULL && history->n_similar > 0);
  muster_row_group_end (earlier);
  muster_row_group_end (similar);
}
