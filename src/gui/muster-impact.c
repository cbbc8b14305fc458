/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-impact.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"
#include "operations/muster-decision-operations.h"

#define PENDING "muster-impact-pending"

typedef struct
{
  MusterStore *store;
  gint64 assister_id;
  guint types;
  GDate on;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->store);
  g_free (question);
}

static void
find_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  MusterRevocationImpact *impact;
  GError *error = NULL;
  MusterDatabase *database = muster_store_read (question->store, &error);

  if (database == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  impact = muster_revocation_impact_new (database, question->assister_id, question->types, &question->on, &error);
  muster_store_read_done (question->store, database);
  if (impact == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, impact, (GDestroyNotify) muster_revocation_impact_free);
}

static void
add_warning (MusterRowGroup *group, const char *title, const char *subtitle)
{
  AdwActionRow *row = muster_row_group_add_text (group, title, subtitle);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (row, icon);
}

static void
add_uncovered (MusterRowGroup *group, const char *title, char **names)
{
  g_autofree char *list = NULL;

  if (names == NULL || names[0] == NULL)
    return;
  list = g_strjoinv (", ", names);
  add_warning (group, title, list);
}

static void
add_list (MusterRowGroup *group, const char *title, char **numbers)
{
  g_autofree char *list = g_strjoinv (", ", numbers);

  if (numbers[0] != NULL)
    muster_row_group_add_text (group, title, list);
}

static void
show_work (MusterRowGroup *group, const MusterOpenWork *work)
{
  g_autofree char *tasks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task from a comparison with a public list", "%u tasks from comparisons with public lists", work->n_tasks), work->n_tasks);

  if (work->steps[0] != NULL)
    add_uncovered (group, _("Steps that the person was to take and somebody else has to"), work->steps);
  if (work->investigates[0] != NULL)
    add_uncovered (group, _("Incidents that the person looks into and somebody else has to"), work->investigates);
  add_list (group, _("Open incidents about the person"), work->concerned);
  if (work->n_tasks > 0)
    muster_row_group_add_text (group, tasks, _("They stay open."));
}

static void
show_impact (MusterRowGroup *group, const MusterRevocationImpact *impact)
{
  g_autofree char *kept = muster_gui_text_dup_types (impact->other_types);
  g_autofree char *actions = NULL;

  muster_row_group_begin (group);
  if (impact->last_navigator)
    add_warning (group, _("Nobody else of the agency may assist as a navigator"), _("The contract asks for one who is publicly listed at all times."));
  add_uncovered (group, _("Languages nobody else covers"), impact->uncovered_languages);
  add_uncovered (group, _("Counties nobody else covers"), impact->uncovered_counties);
  if (impact->open_actions > 0)
    {
      actions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u corrective action stays open", "%u corrective actions stay open", impact->open_actions), impact->open_actions);
      muster_row_group_add_text (group, actions, g_dngettext (GETTEXT_PACKAGE, "Somebody has to close it or carry it on.", "Somebody has to close them or carry them on.", impact->open_actions));
    }
  show_work (group, impact->work);
  if (impact->other_types != 0)
    muster_row_group_add_text (group, _("Roles that stay"), kept);
  if (muster_row_group_get_n_rows (group) == 0)
    muster_row_group_add_text (group, _("Nothing is left uncovered"), _("Others who may assist cover the same languages and counties."));
  muster_row_group_add_text (group, _("Clients"), _("Muster does not know whom the person helps. Have their clients given to others, and told."));
  muster_row_group_end (group);
}

static void
found_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterRowGroup *group = MUSTER_ROW_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRevocationImpact) impact = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (impact != NULL)
    {
      show_impact (group, impact);
      return;
    }
  muster_row_group_begin (group);
  muster_row_group_add_text (group, _("What it would leave behind cannot be said"), error->message);
  muster_row_group_end (group);
}

void
muster_impact_show (MusterRowGroup *group, MusterStore *store, gint64 assister_id, guint types)
{
  GCancellable *earlier = g_object_get_data (G_OBJECT (group), PENDING);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (group, cancellable, found_out_cb, NULL);
  Question *question = g_new0 (Question, 1);

  if (earlier != NULL)
    g_cancellable_cancel (earlier);
  g_object_set_data_full (G_OBJECT (group), PENDING, g_object_ref (cancellable), g_object_unref);
  question->store = g_object_ref (store);
  question->assister_id = assister_id;
  question->types = types;
  muster_gui_text_get_today (&question->on);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_out);
}
