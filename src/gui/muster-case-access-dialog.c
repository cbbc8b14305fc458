/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-access-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-case-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-case-sight-query.h"

struct _MusterCaseAccessDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *account;
  MusterTextRow *reason;

  const MusterOperation *operation;
  MusterCaseKind kind;
  gint64 case_id;
  GArray *accounts; /* (element-type gint64): as they stand in the row */
};

G_DEFINE_FINAL_TYPE (MusterCaseAccessDialog, muster_case_access_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterCaseAccessRequest input;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  g_free (((Request *) data)->reason);
  g_free (data);
}

static void
muster_case_access_dialog_submit (MusterFormDialog *dialog)
{
  MusterCaseAccessDialog *self = MUSTER_CASE_ACCESS_DIALOG (dialog);
  guint chosen = adw_combo_row_get_selected (self->account);
  Request *request = g_new0 (Request, 1);

  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterCaseAccessRequest) { self->kind, self->case_id, chosen < self->accounts->len ? g_array_index (self->accounts, gint64, chosen) : 0, request->reason };
  muster_form_dialog_run (dialog, self->operation, &request->input, NULL, request, request_free);
}

static void
muster_case_access_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CASE_ACCESS_DIALOG);
  g_clear_pointer (&MUSTER_CASE_ACCESS_DIALOG (object)->accounts, g_array_unref);
  G_OBJECT_CLASS (muster_case_access_dialog_parent_class)->dispose (object);
}

static void
muster_case_access_dialog_class_init (MusterCaseAccessDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_case_access_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_case_access_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-case-access-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessDialog, account);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessDialog, reason);
}

static void
muster_case_access_dialog_init (MusterCaseAccessDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static MusterCaseAccessDialog *
dialog_new (MusterStore *store, const MusterOperation *operation, MusterCaseKind kind, gint64 case_id, const char *title, const char *verb)
{
  MusterCaseAccessDialog *self = g_object_new (MUSTER_TYPE_CASE_ACCESS_DIALOG, "store", store, "title", title, "verb", verb, NULL);

  self->operation = operation;
  self->kind = kind;
  self->case_id = case_id;
  return self;
}

/* Those who see it, or the one of @only. */
static void
fill_accounts (MusterCaseAccessDialog *self, MusterDatabase *database, gint64 only)
{
  g_autoptr (GArray) keepers = muster_case_sight_query_list_keepers (database, self->kind, self->case_id, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; keepers != NULL && i < keepers->len; i++)
    {
      const MusterCaseKeeper *keeper = &g_array_index (keepers, MusterCaseKeeper, i);
      g_autofree char *name = NULL;

      if (only != 0 ? keeper->account_id != only : !keeper->sees)
        continue;
      name = muster_gui_names_dup_account (database, keeper->account_id);
      gtk_string_list_append (names, name);
      g_array_append_val (self->accounts, keeper->account_id);
    }
  adw_combo_row_set_model (self->account, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->account), only == 0);
}

static AdwDialog *
fill (MusterCaseAccessDialog *self, MusterStore *store, gint64 only, const char *text, const char *announcement)
{
  MusterDatabase *database = muster_store_read (store, NULL);

  if (database != NULL)
    {
      fill_accounts (self, database, only);
      muster_store_read_done (store, database);
    }
  muster_row_group_describe (self->group, NULL, text);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), announcement);
  muster_form_dialog_set_possible (MUSTER_FORM_DIALOG (self), self->accounts->len > 0);
  adw_dialog_set_focus (ADW_DIALOG (self), only != 0 ? GTK_WIDGET (self->reason) : GTK_WIDGET (self->account));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

AdwDialog *
muster_case_access_dialog_new_close (MusterStore *store, MusterCaseKind kind, gint64 case_id)
{
  return fill (dialog_new (store, &muster_close_case_to, kind, case_id, _("Close to Somebody"), _("_Close")), store, 0,
               _("For them it is nowhere then, nor is what comes from it. The answer whether somebody may assist stays."), _("Closed to somebody"));
}

AdwDialog *
muster_case_access_dialog_new_open (MusterStore *store, MusterCaseKind kind, gint64 case_id, gint64 account_id)
{
  return fill (dialog_new (store, &muster_open_case_to, kind, case_id, _("Open Again"), _("_Open Again")), store, account_id, _("They see it again, with all that comes from it."), _("Opened again"));
}
