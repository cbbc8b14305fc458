/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-adopt-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-rule-operations.h"

struct _MusterAdoptDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterTextRow *reason;

  MusterRulePack *pack;
  GDate from;
};

G_DEFINE_FINAL_TYPE (MusterAdoptDialog, muster_adopt_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterAdoptRequest input;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  muster_rule_pack_unref (request->input.pack);
  g_free (request->reason);
  g_free (request);
}

static void
muster_adopt_dialog_submit (MusterFormDialog *dialog)
{
  MusterAdoptDialog *self = MUSTER_ADOPT_DIALOG (dialog);
  Request *request = g_new0 (Request, 1);

  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterAdoptRequest) { muster_rule_pack_ref (self->pack), self->from, request->reason };
  muster_form_dialog_run (dialog, &muster_adopt_rule_pack, &request->input, NULL, request, request_free);
}

static void
muster_adopt_dialog_dispose (GObject *object)
{
  g_clear_pointer (&MUSTER_ADOPT_DIALOG (object)->pack, muster_rule_pack_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ADOPT_DIALOG);
  G_OBJECT_CLASS (muster_adopt_dialog_parent_class)->dispose (object);
}

static void
muster_adopt_dialog_class_init (MusterAdoptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_adopt_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_adopt_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-adopt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAdoptDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterAdoptDialog, reason);
}

static void
muster_adopt_dialog_init (MusterAdoptDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Rule pack adopted"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->reason));
}

AdwDialog *
muster_adopt_dialog_new (MusterStore *store, MusterRulePack *pack, const GDate *from, guint n_changes)
{
  MusterAdoptDialog *self = g_object_new (MUSTER_TYPE_ADOPT_DIALOG, "store", store, NULL);
  g_autofree char *day = muster_gui_text_dup_date (from);
  g_autofree char *text = NULL;

  self->pack = muster_rule_pack_ref (pack);
  self->from = *from;
  /* Translators: a number of people, and a day */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The answer of %'u person changes on %s. Cases that are open keep the days they have.", "The answers of %'u people change on %s. Cases that are open keep the days they have.", n_changes),
                          n_changes, day);
  muster_row_group_describe (self->group, muster_rule_pack_get_title (pack), text);
  return ADW_DIALOG (self);
}
