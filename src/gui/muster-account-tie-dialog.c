/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-account-tie-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-text-row.h"
#include "operations/muster-account-operations.h"
#include "store/muster-own-person-query.h"
#include "store/muster-people-table.h"

/* As they stand in the row. */
enum
{
  BY_NAME,
  NOBODY,
  PERSON,
};

struct _MusterAccountTieDialog
{
  MusterFormDialog parent_instance;

  gint64 account_id;
  AdwComboRow *tie;
  AdwEntryRow *person;
  MusterTextRow *reason;
};

G_DEFINE_FINAL_TYPE (MusterAccountTieDialog, muster_account_tie_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterAccountTie input;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  g_free (((Request *) data)->reason);
  g_free (data);
}

static void
update_cb (MusterAccountTieDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->person), adw_combo_row_get_selected (self->tie) == PERSON);
}

/* Returns: the id of who was typed; 0 with the failure shown. */
static gint64
resolve (MusterAccountTieDialog *self)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->person))));
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gint64 id = database != NULL ? muster_people_table_resolve (database, text, &error) : 0;

  if (database != NULL)
    muster_store_read_done (store, database);
  if (id == 0)
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->person));
  return id;
}

static void
muster_account_tie_dialog_submit (MusterFormDialog *dialog)
{
  MusterAccountTieDialog *self = MUSTER_ACCOUNT_TIE_DIALOG (dialog);
  guint chosen = adw_combo_row_get_selected (self->tie);
  gint64 person = chosen == PERSON ? resolve (self) : 0;
  Request *request;

  if (chosen == PERSON && person == 0)
    return;
  request = g_new0 (Request, 1);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterAccountTie) { self->account_id, chosen != BY_NAME, person, request->reason };
  muster_form_dialog_run (dialog, &muster_tie_account, &request->input, NULL, request, request_free);
}

static void
muster_account_tie_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ACCOUNT_TIE_DIALOG);
  G_OBJECT_CLASS (muster_account_tie_dialog_parent_class)->dispose (object);
}

static void
muster_account_tie_dialog_class_init (MusterAccountTieDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_account_tie_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_account_tie_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-account-tie-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAccountTieDialog, tie);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountTieDialog, person);
  gtk_widget_class_bind_template_child (widget_class, MusterAccountTieDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
}

static void
muster_account_tie_dialog_init (MusterAccountTieDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_account_tie_dialog_new (MusterStore *store, const MusterAccount *account)
{
  MusterAccountTieDialog *self = g_object_new (MUSTER_TYPE_ACCOUNT_TIE_DIALOG, "store", store, NULL);
  g_autofree char *code = account->person_id != 0 ? muster_assister_dup_code (account->person_id) : NULL;

  self->account_id = account->id;
  adw_dialog_set_title (ADW_DIALOG (self), account->full_name);
  adw_combo_row_set_selected (self->tie, !account->person_said ? BY_NAME : account->person_id == 0 ? NOBODY
                                                                                                   : PERSON);
  gtk_editable_set_text (GTK_EDITABLE (self->person), code != NULL ? code : "");
  update_cb (self);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Saved whom of the roster the account is"));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

char *
muster_account_tie_dup_text (MusterDatabase *database, const MusterAccount *account)
{
  g_autoptr (GArray) people = muster_own_person_query_list (database, account, MUSTER_OWN_NAMES_OF_CASES, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      gint64 id = g_array_index (people, gint64, i);
      g_autofree char *name = muster_gui_names_dup_person (database, id), *code = muster_assister_dup_code (id);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "", name, code);
    }
  if (text->len == 0)
    return g_strdup (account->person_said ? _("Nobody") : _("Nobody, by the name"));
  /* Translators: people of the roster */
  return account->person_said ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup_printf (_("%s, by the name"), text->str);
}
