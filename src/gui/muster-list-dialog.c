/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-list-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-row-group.h"
#include "operations/muster-saved-list-operations.h"

struct _MusterListDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow *name;
  AdwSwitchRow *replaces;

  MusterSavedFilter *filter; /* %NULL: another name is given */
  char *old_name;
};

G_DEFINE_FINAL_TYPE (MusterListDialog, muster_list_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterListSaving saving;
  MusterListRenaming renaming;
  MusterSavedFilter *filter;
  char *name;
  char *old_name;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->filter, muster_saved_filter_free);
  g_free (request->name);
  g_free (request->old_name);
  g_free (request);
}

static void
muster_list_dialog_submit (MusterFormDialog *dialog)
{
  MusterListDialog *self = MUSTER_LIST_DIALOG (dialog);
  Request *request = g_new0 (Request, 1);
  g_autofree char *text = self->filter != NULL ? muster_saved_filter_to_text (self->filter) : NULL;

  request->name = g_strdup (muster_list_dialog_get_name (self));
  request->old_name = g_strdup (self->old_name);
  request->filter = text != NULL ? muster_saved_filter_from_text (text, NULL) : NULL;
  request->saving = (MusterListSaving) { request->name, request->filter, adw_switch_row_get_active (self->replaces) };
  request->renaming = (MusterListRenaming) { request->old_name, request->name };
  if (request->filter != NULL)
    muster_form_dialog_run (dialog, &muster_save_list, &request->saving, NULL, request, request_free);
  else
    muster_form_dialog_run (dialog, &muster_rename_list, &request->renaming, NULL, request, request_free);
}

static void
muster_list_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_LIST_DIALOG);
  G_OBJECT_CLASS (muster_list_dialog_parent_class)->dispose (object);
}

static void
muster_list_dialog_finalize (GObject *object)
{
  MusterListDialog *self = MUSTER_LIST_DIALOG (object);

  g_clear_pointer (&self->filter, muster_saved_filter_free);
  g_free (self->old_name);
  G_OBJECT_CLASS (muster_list_dialog_parent_class)->finalize (object);
}

static void
muster_list_dialog_class_init (MusterListDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_list_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_list_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_list_dialog_submit;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterListDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterListDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MusterListDialog, replaces);
}

static void
muster_list_dialog_init (MusterListDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AdwDialog *
begin (MusterListDialog *self, const char *name, const char *explanation, const char *announcement)
{
  self->old_name = g_strdup (name);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->replaces), self->filter != NULL);
  adw_switch_row_set_active (self->replaces, name != NULL);
  muster_row_group_describe (self->group, NULL, explanation);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), announcement);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));
  return ADW_DIALOG (self);
}

AdwDialog *
muster_list_dialog_new_to_save (MusterStore *store, MusterSavedFilter *filter, const char *label, const char *name)
{
  MusterListDialog *self = g_object_new (MUSTER_TYPE_LIST_DIALOG, "store", store, "title", _("Save List"), "verb", _("_Save"), NULL);

  self->filter = filter;
  return begin (self, name, label, _("List saved"));
}

AdwDialog *
muster_list_dialog_new_to_rename (MusterStore *store, const char *name)
{
  MusterListDialog *self = g_object_new (MUSTER_TYPE_LIST_DIALOG, "store", store, "title", _("Rename List"), "verb", _("_Rename"), NULL);

  return begin (self, name, NULL, _("List renamed"));
}

const char *
muster_list_dialog_get_name (MusterListDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->name));
}
