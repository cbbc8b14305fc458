/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-certification-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-reapplying.h"
#include "gui/muster-coverage-rows.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-open-items.h"
#include "operations/muster-override-remarks.h"
#include "operations/muster-revoked-elsewhere.h"
#include "store/muster-people-table.h"

struct _MusterCertificationDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterDateRow *on;
  AdwComboRow *authority;
  MusterTextRow *reason;
  AdwSwitchRow *despite;
  MusterTextRow *open_items;
  MusterRowGroup *coverage;

  gint64 assister_id;
  MusterAssisterType type;
  MusterCertificationVerb verb;
  guint authorities;
  gboolean lifts_suspension; /* an administrative one */
};

G_DEFINE_FINAL_TYPE (MusterCertificationDialog, muster_certification_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterCertificationRequest input;
  char *reason;
  char *despite_open_items;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->reason);
  g_free (request->despite_open_items);
  g_free (request);
}

/* The n-th of the flags that the lifecycle names. */
static MusterAuthority
get_authority (MusterCertificationDialog *self)
{
  guint n = adw_combo_row_get_selected (self->authority);

  for (int bit = g_bit_nth_lsf (self->authorities, -1); bit >= 0; bit = g_bit_nth_lsf (self->authorities, bit))
    if (n-- == 0)
      return 1u << bit;
  return 0;
}

static void
fill_authorities (MusterCertificationDialog *self, MusterAuthority usual)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (int bit = g_bit_nth_lsf (self->authorities, -1); bit >= 0; bit = g_bit_nth_lsf (self->authorities, bit))
    gtk_string_list_append (labels, muster_authority_get_label (1u << bit));
  adw_combo_row_set_model (self->authority, G_LIST_MODEL (labels));
  for (int bit = g_bit_nth_lsf (self->authorities, -1), n = 0; bit >= 0; bit = g_bit_nth_lsf (self->authorities, bit), n++)
    if (usual == (1u << bit))
      adw_combo_row_set_selected (self->authority, n);
}

static char *
dup_consequence (MusterCertificationDialog *self, MusterCertificationState from, MusterCertificationState to)
{
  const char *type = muster_assister_type_get_label (self->type);

  if (self->verb == MUSTER_VERB_INACTIVATE)
    return g_strdup_printf (_("%s: the person leaves the agency. Portal access and the directory listing end with it."), type);
  /* Translators: a role and two states: “Navigator: In training → Certified” */
  return g_strdup_printf (_("%s: %s → %s"), type, muster_certification_state_get_label (from), muster_certification_state_get_label (to));
}

/* Asks first, in place, where a revocation in another role stands in the way. */
static gboolean
check_elsewhere (MusterCertificationDialog *self, const GDate *on)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (GPtrArray) events = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (database != NULL)
    {
      events = muster_people_table_list_begun (database, self->assister_id, &today, &error);
      if (events != NULL && muster_reapplying_begins (events, self->type, self->verb))
        muster_revoked_elsewhere_check (database, events, self->type, on, &error);
      muster_store_read_done (store, database);
    }
  if (error == NULL)
    return TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->despite), TRUE);
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->despite));
  return FALSE;
}

/* Asks first, in place, why a suspension is to be lifted while something is open. */
static gboolean
check_open_items (MusterCertificationDialog *self, const GDate *on, const char *despite)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterOpenItems) items = NULL;
  MusterDatabase *database;

  if (!self->lifts_suspension)
    return TRUE;
  database = muster_store_read (store, &error);
  items = database != NULL ? muster_open_items_new (database, self->assister_id, self->type, on, &error) : NULL;
  if (database != NULL)
    muster_store_read_done (store, database);
  if (items != NULL && muster_open_items_check (items, despite, &error))
    return TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->open_items), TRUE);
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->open_items));
  return FALSE;
}

static void
muster_certification_dialog_submit (MusterFormDialog *dialog)
{
  MusterCertificationDialog *self = MUSTER_CERTIFICATION_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  g_autofree char *despite = muster_text_row_dup_text (self->open_items);
  gboolean is_despite;
  Request *request;
  GDate on;

  if (!muster_date_row_get_date (self->on, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->on));
      return;
    }
  is_despite = adw_switch_row_get_active (self->despite);
  if ((!is_despite && !check_elsewhere (self, &on)) || !check_open_items (self, &on, despite))
    return;
  request = g_new0 (Request, 1);
  request->reason = muster_text_row_dup_text (self->reason);
  request->despite_open_items = g_steal_pointer (&despite);
  request->input = (MusterCertificationRequest) { self->assister_id, self->type, get_authority (self), on, request->reason, is_despite, request->despite_open_items };
  muster_form_dialog_run (dialog, muster_certification_operation (self->verb), &request->input, NULL, request, request_free);
}

static void
muster_certification_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CERTIFICATION_DIALOG);
  G_OBJECT_CLASS (muster_certification_dialog_parent_class)->dispose (object);
}

static void
muster_certification_dialog_class_init (MusterCertificationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_certification_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_certification_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-certification-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, authority);
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, despite);
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, open_items);
  gtk_widget_class_bind_template_child (widget_class, MusterCertificationDialog, coverage);
}

static void
muster_certification_dialog_init (MusterCertificationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
show_plan (MusterCertificationDialog *self, GPtrArray *events, GError **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;
  g_autofree char *consequence = NULL;
  const MusterCertificationEvent *first, *last;
  const MusterTransition *transition;
  GDate today;

  muster_gui_text_get_today (&today);
  muster_date_row_set_date (self->on, &today);
  if (!muster_certification_plan (events, self->type, self->verb, 0, &today, &planned, &superseded, error))
    return FALSE;
  first = planned->pdata[0];
  last = planned->pdata[planned->len - 1];
  transition = muster_certification_find_transition (self->verb, last->from, error);
  if (transition == NULL)
    return FALSE;
  self->authorities = transition->authorities;
  self->lifts_suspension = self->verb == MUSTER_VERB_REINSTATE && first->from == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE;
  fill_authorities (self, last->authority);
  consequence = dup_consequence (self, first->from, last->to);
  muster_row_group_describe (self->group, NULL, consequence);
  return TRUE;
}

static GPtrArray *
load_events (MusterCertificationDialog *self, GError **error)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  MusterDatabase *database = muster_store_read (store, error);
  GPtrArray *events;
  GDate today;

  if (database == NULL)
    return NULL;
  g_date_set_time_t (&today, time (NULL));
  events = muster_people_table_list_begun (database, self->assister_id, &today, error);
  muster_store_read_done (store, database);
  return events;
}

/* From today on: of a day in the past there is nothing to warn of any more. */
typedef struct
{
  MusterCertificationVerb verb;
  MusterCertificationRequest request;
} Change;

static MusterCoveragePreview *
find_coverage (MusterDatabase *database, gconstpointer data, const GDate *today, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  return muster_coverage_preview_new_step (database, change->verb, &change->request, today, cancellable, error);
}

static void
show_coverage (MusterCertificationDialog *self)
{
  Change *change;

  if (!muster_certification_verb_takes_away (self->verb) && !muster_override_remarks_concern (self->verb))
    return;
  change = g_new0 (Change, 1);
  change->verb = self->verb;
  change->request = (MusterCertificationRequest) { .assister_id = self->assister_id, .type = self->type, .reason = "…", .despite_open_items = "…" };
  g_date_clear (&change->request.on, 1);
  muster_coverage_rows_find (self->coverage, muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), find_coverage, change, g_free);
}

AdwDialog *
muster_certification_dialog_new (MusterStore *store, gint64 assister_id, MusterAssisterType type, MusterCertificationVerb verb)
{
  MusterCertificationDialog *self = g_object_new (MUSTER_TYPE_CERTIFICATION_DIALOG, "store", store, NULL);
  const char *title = muster_certification_verb_get_title (verb);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  self->assister_id = assister_id;
  self->type = type;
  self->verb = verb;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), title);
  muster_form_dialog_set_destructive (MUSTER_FORM_DIALOG (self), muster_certification_verb_takes_away (verb));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Certification recorded"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->reason));
  events = load_events (self, &error);
  if (events == NULL || !show_plan (self, events, &error))
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  else
    show_coverage (self);
  return ADW_DIALOG (self);
}

void
muster_certification_dialog_propose (MusterCertificationDialog *self, const char *reason)
{
  muster_text_row_set_text (self->reason, reason);
}
