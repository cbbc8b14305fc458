/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-severity-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-change-severity.h"
#include "store/muster-cases-table.h"
#include "store/muster-rules-table.h"

struct _MusterSeverityDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *severity;
  MusterTextRow *reason;

  MusterCorrectiveAction *action;
  MusterRulePack *pack;
};

G_DEFINE_FINAL_TYPE (MusterSeverityDialog, muster_severity_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterSeverityRequest input;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->reason);
  g_free (request);
}

static MusterSeverity
get_severity (MusterSeverityDialog *self)
{
  return MUSTER_SEVERITY_1 + MIN (adw_combo_row_get_selected (self->severity), MUSTER_N_SEVERITIES - 1u);
}

/* The domain is asked with a reason in place, since that is still to be written. */
static void
severity_changed_cb (MusterSeverityDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) remarks = NULL;
  g_autofree char *text = NULL;
  gboolean possible;

  if (self->action == NULL || self->pack == NULL)
    return;
  possible = muster_severity_change_check (self->action, get_severity (self), "…", &error);
  if (possible)
    {
      remarks = muster_severity_change_list_remarks (self->action, get_severity (self), self->pack);
      text = remarks[0] != NULL ? g_strjoinv ("\n", remarks) : g_strdup (_("Its last day and its restriction are what the rules ask for."));
    }
  muster_row_group_describe (self->group, NULL, possible ? text : error->message);
  muster_form_dialog_set_possible (MUSTER_FORM_DIALOG (self), possible);
}

static void
muster_severity_dialog_submit (MusterFormDialog *dialog)
{
  MusterSeverityDialog *self = MUSTER_SEVERITY_DIALOG (dialog);
  Request *request = g_new0 (Request, 1);

  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterSeverityRequest) { self->action->id, get_severity (self), request->reason };
  muster_form_dialog_run (dialog, &muster_change_severity, &request->input, NULL, request, request_free);
}

static void
muster_severity_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SEVERITY_DIALOG);
  g_clear_pointer (&MUSTER_SEVERITY_DIALOG (object)->action, muster_corrective_action_free);
  g_clear_pointer (&MUSTER_SEVERITY_DIALOG (object)->pack, muster_rule_pack_unref);
  G_OBJECT_CLASS (muster_severity_dialog_parent_class)->dispose (object);
}

static void
muster_severity_dialog_class_init (MusterSeverityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_severity_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_severity_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-severity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSeverityDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterSeverityDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, MusterSeverityDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, severity_changed_cb);
}

static void
muster_severity_dialog_init (MusterSeverityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Severity changed"));
}

static void
fill (MusterSeverityDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = MUSTER_SEVERITY_1; i <= MUSTER_SEVERITY_4; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s  %s", muster_severity_to_code (i), muster_severity_get_label (i));

      gtk_string_list_append (labels, label);
    }
  adw_combo_row_set_model (self->severity, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->severity, self->action->severity - MUSTER_SEVERITY_1);
  severity_changed_cb (self);
}

AdwDialog *
muster_severity_dialog_new (MusterStore *store, gint64 action_id)
{
  MusterSeverityDialog *self = g_object_new (MUSTER_TYPE_SEVERITY_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  GDate today;

  muster_gui_text_get_today (&today);
  if (database != NULL)
    {
      self->action = muster_action_table_load (database, action_id, &error);
      self->pack = self->action != NULL ? muster_rules_table_load (database, &today, G_MAXINT64, &error) : NULL;
      muster_store_read_done (store, database);
    }
  if (self->pack != NULL)
    fill (self);
  else
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
