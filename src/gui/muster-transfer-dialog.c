/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-transfer-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-coverage-rows.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-transfer.h"
#include "store/muster-people-table.h"

struct _MusterTransferDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *agency;
  MusterDateRow *on;
  MusterTextRow *reason;
  MusterRowGroup *coverage;

  gint64 assister_id;
  GArray *agency_ids; /* (element-type gint64): of the choices */
};

G_DEFINE_FINAL_TYPE (MusterTransferDialog, muster_transfer_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterTransferRequest input;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->reason);
  g_free (request);
}

static gint64
get_agency (MusterTransferDialog *self)
{
  guint place = adw_combo_row_get_selected (self->agency);

  return place < self->agency_ids->len ? g_array_index (self->agency_ids, gint64, place) : 0;
}

static MusterCoveragePreview *
find_coverage (MusterDatabase *database, gconstpointer data, const GDate *today, GCancellable *cancellable, GError **error)
{
  return muster_coverage_preview_new_transfer (database, data, today, cancellable, error);
}

static void
agency_chosen_cb (MusterTransferDialog *self)
{
  MusterTransferRequest *request;

  if (self->agency_ids == NULL || get_agency (self) == 0)
    return;
  request = g_new0 (MusterTransferRequest, 1);
  request->assister_id = self->assister_id;
  request->agency_id = get_agency (self);
  muster_coverage_rows_find (self->coverage, muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), find_coverage, request, g_free);
}

static void
muster_transfer_dialog_submit (MusterFormDialog *dialog)
{
  MusterTransferDialog *self = MUSTER_TRANSFER_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate on;

  if (!muster_date_row_get_date (self->on, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->on));
      return;
    }
  request = g_new0 (Request, 1);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterTransferRequest) { self->assister_id, get_agency (self), on, request->reason };
  muster_form_dialog_run (dialog, &muster_transfer, &request->input, NULL, request, request_free);
}

static void
muster_transfer_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TRANSFER_DIALOG);
  G_OBJECT_CLASS (muster_transfer_dialog_parent_class)->dispose (object);
}

static void
muster_transfer_dialog_finalize (GObject *object)
{
  g_array_unref (MUSTER_TRANSFER_DIALOG (object)->agency_ids);
  G_OBJECT_CLASS (muster_transfer_dialog_parent_class)->finalize (object);
}

static void
muster_transfer_dialog_class_init (MusterTransferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_transfer_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_transfer_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_transfer_dialog_submit;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-transfer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTransferDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterTransferDialog, agency);
  gtk_widget_class_bind_template_child (widget_class, MusterTransferDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterTransferDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterTransferDialog, coverage);
  gtk_widget_class_bind_template_callback (widget_class, agency_chosen_cb);
}

static void
muster_transfer_dialog_init (MusterTransferDialog *self)
{
  GDate today;

  self->agency_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->agency);
  muster_gui_text_get_today (&today);
  muster_date_row_set_date (self->on, &today);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Transfer recorded"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->agency));
}

/* All agencies but the one that is left. */
static void
fill_agencies (MusterTransferDialog *self, GPtrArray *agencies, gint64 left)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < agencies->len; i++)
    {
      const MusterAgency *agency = agencies->pdata[i];

      if (agency->id == left)
        continue;
      gtk_string_list_append (names, agency->name);
      g_array_append_val (self->agency_ids, agency->id);
    }
  adw_combo_row_set_model (self->agency, G_LIST_MODEL (names));
}

static gboolean
load (MusterTransferDialog *self, MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, self->assister_id, error);
  g_autoptr (GPtrArray) agencies = affiliations != NULL ? muster_people_table_list_agencies (database, error) : NULL;
  const MusterAffiliation *newest = affiliations != NULL && affiliations->len > 0 ? affiliations->pdata[0] : NULL;
  GDate tomorrow;

  if (agencies == NULL)
    return FALSE;
  /* Whatever day is meant: whether there is an agency to leave at all. */
  muster_gui_text_get_today (&tomorrow);
  g_date_add_days (&tomorrow, 1);
  if (!muster_affiliation_check_transfer (affiliations, 0, &tomorrow, error))
    return FALSE;
  muster_row_group_describe (self->group, newest->agency_name, NULL);
  fill_agencies (self, agencies, newest->agency_id);
  if (self->agency_ids->len > 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The register has no other agency. Importing a roster, or editing the person, enters one."));
  return FALSE;
}

AdwDialog *
muster_transfer_dialog_new (MusterStore *store, gint64 assister_id)
{
  MusterTransferDialog *self = g_object_new (MUSTER_TYPE_TRANSFER_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gboolean loaded = FALSE;

  self->assister_id = assister_id;
  if (database != NULL)
    {
      loaded = load (self, database, &error);
      muster_store_read_done (store, database);
    }
  if (!loaded)
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  return ADW_DIALOG (self);
}
